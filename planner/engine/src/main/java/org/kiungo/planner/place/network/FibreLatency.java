package org.kiungo.planner.place.network;

import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

/**
 * Round trip over fibre between two places: 2 · geodesic · route factor · delay per km.
 *
 * @param routeFactor length of the route over the geodesic length, ≥ 1
 * @param delayMsPerKm one way; light in glass covers about 200 km per ms
 */
public record FibreLatency(double routeFactor, double delayMsPerKm) {

  /** Light in glass: 200 km per ms, one way (ITU-T G.114 (05/2003), table A.1: 5 µs per km). */
  public static final double DELAY_MS_PER_KM = 1.0 / 200;

  public FibreLatency {
    if (!(routeFactor >= 1 && delayMsPerKm > 0)) {
      throw new IllegalArgumentException(
          "routeFactor is "
              + routeFactor
              + " and delayMsPerKm "
              + delayMsPerKm
              + "; allowed ≥ 1 and > 0");
    }
  }

  /** From the catalogue's fibre; route factor 1 and 200 km per ms where it has no figure. */
  public static FibreLatency of(Catalogue catalogue) {
    for (Medium medium : catalogue.media()) {
      if (medium.id().equals("fibre")) {
        return new FibreLatency(
            or(medium.routeFactor(), 1), or(medium.delayMsPerKm(), DELAY_MS_PER_KM));
      }
    }
    return new FibreLatency(1, DELAY_MS_PER_KM);
  }

  private static double or(Figure figure, double otherwise) {
    return figure == null ? otherwise : figure.value();
  }

  /** Milliseconds there and back. */
  public double roundTripMs(LonLat from, LonLat to) {
    return 2 * from.distanceKm(to) * routeFactor * delayMsPerKm;
  }
}
