package org.kiungo.geodata.layer;

import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/** Country outlines, as far as an import needs them. */
public interface CountryLookup {

  /** Knows no country: nothing is checked against outlines. */
  CountryLookup NONE =
      new CountryLookup() {
        @Override
        public boolean contains(String iso3, LonLat place) {
          return true;
        }

        @Override
        public boolean touches(String iso3, Geometry shape) {
          return true;
        }

        @Override
        public Optional<String> countryAt(LonLat place) {
          return Optional.empty();
        }
      };

  /** True when the place lies inside the country's outline. */
  boolean contains(String iso3, LonLat place);

  /** True when a line or an area lies inside the country's outline, or touches it anywhere. */
  boolean touches(String iso3, Geometry shape);

  /** A place well inside a country; empty where outlines are not known. */
  default Optional<LonLat> placeIn(String iso3) {
    return Optional.empty();
  }

  /** ISO 3166-1 alpha-3 of the country whose outline holds the place; empty at sea. */
  Optional<String> countryAt(LonLat place);

  /**
   * Whether a place lies within about 30 km of a country: outlines are simplified and borders run
   * through towns, so that it is doubtful there, not wrong.
   */
  default boolean isNear(String iso3, LonLat place) {
    if (contains(iso3, place)) {
      return true;
    }
    for (double degrees : new double[] {0.05, 0.15, 0.27}) {
      for (int k = 0; k < 8; k++) {
        double lon = place.lon() + degrees * Math.cos(k * Math.PI / 4);
        double lat = place.lat() + degrees * Math.sin(k * Math.PI / 4);
        boolean onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
        if (onEarth && contains(iso3, new LonLat(lon, lat))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Where a place lies in its country on the other side of the equator, of Greenwich or of both, as
   * one does whose minus was left out; empty for one that lies in it as it is, or nowhere so.
   */
  default Optional<LonLat> mirrored(String iso3, LonLat place) {
    return contains(iso3, place)
        ? Optional.empty()
        : Stream.of(
                new LonLat(place.lon(), -place.lat()),
                new LonLat(-place.lon(), place.lat()),
                new LonLat(-place.lon(), -place.lat()))
            .filter(each -> contains(iso3, each))
            .findFirst();
  }
}
