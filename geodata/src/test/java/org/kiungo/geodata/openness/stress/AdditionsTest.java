package org.kiungo.geodata.openness.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.openness.LinkCost;
import org.kiungo.planner.model.value.LonLat;

/** Links found lie between the bound and what trying everything finds, and do what is asked. */
class AdditionsTest {

  private static final int WORLDS = 200;

  private final Random random = new Random(4);

  private LonLat anywhere() {
    return new LonLat(random.nextDouble(), random.nextDouble());
  }

  @Test
  void everyWorldsOptimumLiesBetweenBoundAndLinks() {
    int best = 0;
    for (int world = 0; world < WORLDS; world++) {
      List<Additions.Part> parts = new ArrayList<>();
      for (int k = 1 + random.nextInt(4); k >= 0; k--) {
        Additions.Part part = new Additions.Part();
        part.people = 1 + random.nextInt(1000);
        part.places.put("p" + k, anywhere());
        part.places.put("q" + k, anywhere());
        parts.add(part);
      }
      Map<String, LonLat> alive = new LinkedHashMap<>();
      alive.put("a", anywhere());
      alive.put("b", anywhere());
      double people = (0.2 + 0.8 * random.nextDouble()) * people(parts);
      double optimum = leastUsd(parts, alive, people);
      Additions additions = new Additions(parts, alive);
      additions.build(people);
      double found = additions.usd();
      assertThat(additions.peopleRestored()).isGreaterThanOrEqualTo(people - 0.5);
      assertThat(found).isGreaterThanOrEqualTo(optimum - 1e-6);
      assertThat(additions.boundUsd(people)).isLessThanOrEqualTo(optimum + 1e-6).isPositive();
      best += found < optimum + 1e-6 ? 1 : 0;
    }
    assertThat(best).as("worlds whose links are the cheapest").isGreaterThan(WORLDS / 2);
  }

  private static double people(List<Additions.Part> parts) {
    return parts.stream().mapToDouble(each -> each.people).sum();
  }

  /** Every set of parts that holds enough people, each joined by Prim's algorithm. */
  private static double leastUsd(
      List<Additions.Part> parts, Map<String, LonLat> alive, double people) {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 1; set < 1 << parts.size(); set++) {
      int chosen = set;
      List<Additions.Part> open =
          new ArrayList<>(
              IntStream.range(0, parts.size())
                  .filter(k -> (chosen >> k & 1) == 1)
                  .mapToObj(parts::get)
                  .toList());
      if (people(open) < people - 0.5) {
        continue;
      }
      List<LonLat> back = new ArrayList<>(alive.values());
      double usd = 0;
      while (!open.isEmpty()) {
        double km = Double.POSITIVE_INFINITY;
        Additions.Part next = null;
        for (Additions.Part each : open) {
          for (LonLat from : each.places.values()) {
            for (LonLat to : back) {
              if (from.distanceKm(to) < km) {
                km = from.distanceKm(to);
                next = each;
              }
            }
          }
        }
        usd += LinkCost.of(km).usd();
        back.addAll(next.places.values());
        open.remove(next);
      }
      least = Math.min(least, usd);
    }
    return least;
  }
}
