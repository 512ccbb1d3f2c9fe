package org.kiungo.geodata.reference.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.reference.people.Oracles.Count;

/**
 * Cells of five minutes with as many people per km², and how much of their land is lived on,
 * measured.
 *
 * @param cells so many
 * @param peoplePerKm2 their mean
 * @param ratio mean share of their squares of half a minute with enough people to count
 */
record LivedOn(int cells, double peoplePerKm2, double ratio) {

  /** Of fewer cells no mean is taken. */
  private static final int FEWEST_CELLS = 10;

  private static final double[] CLASSES = {0, 5, 20, 60, 200, 600, 1_500};
  private static final int SIDE = 10;
  private static final double KM_PER_DEGREE = 111.32;

  /** By the class of density in people per km², from its lower end. */
  static Map<Integer, LivedOn> of(List<Count> counts) {
    Map<Long, Map<Long, Double>> cells = new HashMap<>();
    for (Count each : counts) {
      long column = (long) Math.floor(each.lon() * 12 * SIDE);
      long row = (long) Math.floor(each.lat() * 12 * SIDE);
      cells
          .computeIfAbsent(
              Math.floorDiv(row, SIDE) * 100_000L + Math.floorDiv(column, SIDE),
              k -> new HashMap<>())
          .merge(row * 1_000_000L + column, each.people(), Double::sum);
    }
    Map<Integer, List<double[]>> measured = new TreeMap<>();
    cells.forEach(
        (key, squares) -> {
          double lat = (Math.floorDiv(key + 50_000, 100_000L) + 0.5) / 12;
          double sideKm = KM_PER_DEGREE / (12 * SIDE);
          double squareKm2 = sideKm * sideKm * Math.cos(Math.toRadians(lat));
          double people = squares.values().stream().mapToDouble(p -> p).sum();
          double density = people / (SIDE * SIDE * squareKm2);
          double on =
              squares.values().stream()
                  .filter(p -> p >= InhabitedGround.PEOPLE_PER_KM2 * squareKm2)
                  .count();
          int of = 0;
          while (of + 1 < CLASSES.length && CLASSES[of + 1] <= density) {
            of++;
          }
          measured
              .computeIfAbsent((int) CLASSES[of], k -> new ArrayList<>())
              .add(new double[] {density, on / (SIDE * SIDE)});
        });
    Map<Integer, LivedOn> found = new TreeMap<>();
    measured.forEach(
        (from, all) -> {
          if (all.size() >= FEWEST_CELLS) {
            found.put(from, new LivedOn(all.size(), mean(all, 0), mean(all, 1)));
          }
        });
    return found;
  }

  private static double mean(List<double[]> all, int k) {
    return all.stream().mapToDouble(each -> each[k]).average().orElseThrow();
  }
}
