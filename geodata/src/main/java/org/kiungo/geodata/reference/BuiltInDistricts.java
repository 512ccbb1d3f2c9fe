package org.kiungo.geodata.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.census.CensusDistricts;

/** The built-in first-level districts for a census to be joined to. */
public final class BuiltInDistricts implements CensusDistricts {

  @Override
  public List<Drawing> of(String iso3) {
    Reference reference = Reference.builtIn();
    List<Area> areas = reference.districts(iso3).stream().map(BuiltInDistricts::area).toList();
    return List.of(new Drawing(reference.districtOrigin(iso3).source(), areas));
  }

  private static Area area(District district) {
    Set<String> names = new HashSet<>(district.names().values());
    return new Area(List.of(district.code()), district.name(), names, "", district.shape());
  }
}
