package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.layer.seen.NearbyPlaces;
import org.kiungo.geodata.layer.seen.SeenIds;
import org.kiungo.planner.model.value.LonLat;

/** The flat memories of ids and places answer as sets and pairwise comparison do. */
class SeenTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void idsAnswerAsASetDoes(long seed) {
    Random random = new Random(seed);
    Set<String> expected = new HashSet<>();
    SeenIds seen = new SeenIds();
    for (int k = 0; k < 50_000; k++) {
      String id = "id_" + random.nextInt(40_000);
      assertThat(seen.add(id)).as("seed %d %s", seed, id).isEqualTo(expected.add(id));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void placesAnswerAsPairwiseComparisonDoes(long seed) {
    Random random = new Random(seed);
    NearbyPlaces seen = new NearbyPlaces();
    List<LonLat> before = new ArrayList<>();
    for (int k = 1; k <= 3_000; k++) {
      double lat = -60 + 60 * random.nextInt(3);
      LonLat place = new LonLat(20 + random.nextDouble() / 40, lat + random.nextDouble() / 40);
      long expected = 0;
      for (int other = 0; other < before.size() && expected == 0; other++) {
        // no degree of latitude is shorter than 110 km, and geodesics of all pairs take long
        boolean far = Math.abs(before.get(other).lat() - place.lat()) * 110 > 0.05;
        expected = !far && before.get(other).distanceKm(place) < 0.05 ? other + 1 : 0;
      }
      assertThat(seen.findAndAdd(place, k)).as("seed %d row %d", seed, k).isEqualTo(expected);
      before.add(place);
    }
  }

  @Test
  void ofACrowdTheEarliestIsTold() {
    NearbyPlaces seen = new NearbyPlaces();
    for (int k = 1; k <= 1_000; k++) {
      long earlier = seen.findAndAdd(new LonLat(28 + k * 1e-9, -29.5), k);
      assertThat(earlier).as("row %d", k).isEqualTo(k == 1 ? 0 : 1);
    }
    assertThat(seen.findAndAdd(new LonLat(28, -29.4996), 1_001)).isEqualTo(1);
    assertThat(seen.findAndAdd(new LonLat(28, -29.49), 1_002)).isZero();
  }
}
