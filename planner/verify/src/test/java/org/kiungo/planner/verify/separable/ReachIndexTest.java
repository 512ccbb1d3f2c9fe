package org.kiungo.planner.verify.separable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.LonLat;

class ReachIndexTest {

  @Test
  void findsExactlyThePlacesWithinReach() {
    SplittableRandom random = new SplittableRandom(3);
    for (double lat : new double[] {0, -29, 37}) {
      ReachIndex index = new ReachIndex(10);
      List<LonLat> places = new ArrayList<>();
      for (int k = 0; k < 300; k++) {
        places.add(new LonLat(-0.2 + 0.5 * random.nextDouble(), lat + 0.5 * random.nextDouble()));
        index.add(places.get(k));
      }
      for (double reachKm : new double[] {0.5, 3, 10}) {
        for (LonLat from : places.subList(0, 40)) {
          TreeSet<Integer> found = new TreeSet<>();
          index.visit(from, reachKm, v -> true, found::add);
          TreeSet<Integer> expected = new TreeSet<>();
          for (int k = 0; k < places.size(); k++) {
            if (from.distanceKm(places.get(k)) <= reachKm) {
              expected.add(k);
            }
          }
          assertThat(found).as("%s within %s km", from, reachKm).isEqualTo(expected);
        }
      }
    }
  }
}
