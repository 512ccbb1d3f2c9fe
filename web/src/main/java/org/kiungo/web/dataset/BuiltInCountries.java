package org.kiungo.web.dataset;

import java.util.Optional;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/** Country outlines of the built-in reference data. */
public final class BuiltInCountries implements CountryLookup {

  @Override
  public boolean contains(String iso3, LonLat place) {
    return Reference.builtIn().contains(iso3, place);
  }

  @Override
  public boolean touches(String iso3, Geometry shape) {
    return Reference.builtIn().touches(iso3, shape);
  }

  @Override
  public Optional<String> countryAt(LonLat place) {
    return Reference.builtIn().countryAt(place);
  }
}
