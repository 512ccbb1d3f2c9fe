package org.kiungo.planner.deploy.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.LonLat;

class PlaneTest {

  /** A long country, of which one end is much farther from the equator than its middle. */
  @Test
  void nobodyInReachIsMissedFarFromTheMeanLatitude() {
    SplittableRandom random = new SplittableRandom(42);
    int places = 3_000;
    double[] lon = random.doubles(places, -8, -5).toArray();
    double[] lat =
        IntStream.range(0, places)
            .mapToDouble(k -> k < 2_500 ? random.nextDouble(-1, 1) : random.nextDouble(27, 28))
            .toArray();
    Plane plane = new Plane(lon, lat, IntStream.range(0, places).toArray(), places);
    for (double radiusKm : new double[] {5, 12, 40}) {
      for (int v = 2_500; v < 2_600; v++) {
        LonLat here = new LonLat(lon[v], lat[v]);
        BitSet found = new BitSet();
        plane.around(v, radiusKm, found::set);
        for (int u = 0; u < places; u++) {
          if (here.distanceKm(new LonLat(lon[u], lat[u])) <= radiusKm) {
            assertThat(found.get(u)).as("%d km: %s from %s", (int) radiusKm, u, v).isTrue();
          }
        }
      }
    }
  }
}
