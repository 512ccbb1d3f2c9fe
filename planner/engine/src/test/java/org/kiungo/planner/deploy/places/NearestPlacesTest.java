package org.kiungo.planner.deploy.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPlacesTest {

  /** A square, a ribbon, lines from south to north and from west to east, and a single point. */
  @ParameterizedTest
  @CsvSource({"40, 1, 1", "40, 1, 0.001", "3, 0, 1", "40, 0, 1", "40, 1, 0", "40, 0, 0", "1, 1, 1"})
  void nearestAreThoseThatComeFirstByDistanceAndThenByIndex(int places, double wide, double high) {
    SplittableRandom random = new SplittableRandom(places);
    double[] x = random.doubles(places).map(at -> 2 + Math.rint(at * 9) / 9 * wide).toArray();
    double[] y = random.doubles(places).map(at -> 9 + at * high).toArray();
    NearestPlaces near = new NearestPlaces(x, y);
    assertThat(near.cells()).isLessThanOrEqualTo(places * 5 / 2 + 1);
    for (double px : new double[] {1.9, 2, 2.5, 4}) {
      for (double py : new double[] {8, 9, 9.4, 11}) {
        int[] byDistance =
            IntStream.range(0, places)
                .boxed()
                .sorted(Comparator.comparingDouble(v -> square(x[v] - px) + square(y[v] - py)))
                .mapToInt(v -> v)
                .toArray();
        for (int k : new int[] {1, 2, 5, places, places + 7}) {
          assertThat(near.nearest(px, py, k))
              .isEqualTo(IntStream.of(byDistance).limit(k).toArray());
        }
      }
    }
  }

  private static double square(double each) {
    return each * each;
  }
}
