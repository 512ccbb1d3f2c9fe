package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.census.CensusDistricts;
import org.kiungo.geodata.census.Reform;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The built-in first-level districts for a census to be joined to. */
public final class BuiltInDistricts implements CensusDistricts {

  @Override
  public List<Drawing> of(String iso3) {
    Reference reference = Reference.builtIn();
    List<Area> areas = reference.districts(iso3).stream().map(BuiltInDistricts::area).toList();
    String source = reference.districtOrigin(iso3).source();
    List<Drawing> drawings = new ArrayList<>(List.of(new Drawing(source, areas)));
    for (Reform each : Reform.of(iso3)) {
      if (!each.merged().isEmpty()) {
        drawings.add(new Drawing(source + "; " + each.source(), merged(areas, each)));
      }
    }
    return drawings;
  }

  /** Areas since a reform of which all are some of before, whole. */
  private static List<Area> merged(List<Area> before, Reform reform) {
    List<Area> since = new ArrayList<>();
    reform
        .merged()
        .forEach(
            (name, codes) -> {
              List<Geometry> parts =
                  before.stream()
                      .filter(area -> codes.contains(area.code()))
                      .map(Area::shape)
                      .toList();
              Geometry whole = OverlayNGRobust.union(parts);
              since.add(new Area(List.of(String.join("+", codes)), name, Set.of(), "", whole));
            });
    return since;
  }

  private static Area area(District district) {
    Set<String> names = new HashSet<>(district.names().values());
    List<String> codes = new ArrayList<>(List.of(district.code(), district.iso()));
    codes.removeIf(String::isEmpty);
    return new Area(codes, district.name(), names, "", district.shape());
  }
}
