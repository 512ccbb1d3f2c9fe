package org.kiungo.geodata.reference.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.geodata.reference.people.Oracles.Count;
import org.kiungo.planner.model.value.LonLat;

/**
 * How people crowd within cells of five minutes of one class of density, measured at sixteen blocks
 * a cell, of about 2.3 km: by an oracle, and by the parts of a place with the cell's people.
 *
 * @param cells so many
 * @param measured by the oracle
 * @param modelled by the parts
 * @param misplaced share of people in the wrong block by the parts
 * @param evenly the same if people were spread evenly over the blocks
 * @param atOnePoint the same if all were in a block in the middle
 */
record Crowding(
    int cells,
    Shares measured,
    Shares modelled,
    double misplaced,
    double evenly,
    double atOnePoint) {

  /** From which a cell is looked at. */
  private static final double FEWEST_PEOPLE = 100;

  private static final double[] CLASSES = {0, 5, 20, 60, 200, 600, 1_500};
  private static final double KM_PER_DEGREE = 111.195;
  private static final int SIDE = 4;

  /**
   * Means over cells, weighed by people but for the blocks.
   *
   * @param fullest share of the people in the fullest block
   * @param nearKm3 within 3 km of its middle, from middle to middle
   * @param nearKm5 within 5 km
   * @param blocks mean number of blocks with at least 50 people
   */
  record Shares(double fullest, double nearKm3, double nearKm5, double blocks) {}

  /** By the class of density in people per km², from its lower end. */
  static Map<Integer, Crowding> of(List<Count> counts) {
    Map<Long, double[]> cells = new TreeMap<>();
    for (Count each : counts) {
      long column = (long) Math.floor(each.lon() * 12 * SIDE);
      long row = (long) Math.floor(each.lat() * 12 * SIDE);
      long cell = Math.floorDiv(row, SIDE) * 100_000L + Math.floorDiv(column, SIDE);
      int block = Math.floorMod(row, SIDE) * SIDE + Math.floorMod(column, SIDE);
      cells.computeIfAbsent(cell, k -> new double[SIDE * SIDE])[block] += each.people();
    }
    Map<Integer, Sums> sums = new HashMap<>();
    cells.forEach(
        (cell, truth) -> {
          double people = sum(truth);
          double lat = (Math.floorDiv(cell + 50_000, 100_000L) + 0.5) / 12;
          double lon = (cell - Math.floorDiv(cell + 50_000, 100_000L) * 100_000L + 0.5) / 12;
          double km2 = Math.pow(KM_PER_DEGREE / 12, 2) * Math.cos(Math.toRadians(lat));
          if (people >= FEWEST_PEOPLE) {
            int of = 0;
            while (of + 1 < CLASSES.length && CLASSES[of + 1] <= people / km2) {
              of++;
            }
            sums.computeIfAbsent((int) CLASSES[of], k -> new Sums())
                .add(truth, parts("cell" + cell, lon, lat, people, km2));
          }
        });
    Map<Integer, Crowding> found = new TreeMap<>();
    sums.forEach((from, each) -> found.put(from, each.mean()));
    return found;
  }

  private static double[] parts(String id, double lon, double lat, double people, double km2) {
    InhabitedPlace place =
        new InhabitedPlace(
            id,
            "XXX",
            "",
            new LonLat(lon, lat),
            Math.round(people),
            km2,
            Double.NaN,
            Origin.GRID_CELL);
    double[] blocks = new double[SIDE * SIDE];
    for (InhabitedPlace each : InsideModel.parts(place, at -> true)) {
      int x = (int) Math.floor((each.location().lon() - lon) * 12 * SIDE + SIDE / 2.0);
      int y = (int) Math.floor((each.location().lat() - lat) * 12 * SIDE + SIDE / 2.0);
      blocks[y * SIDE + x] += each.population();
    }
    return blocks;
  }

  private static double sum(double[] all) {
    double sum = 0;
    for (double each : all) {
      sum += each;
    }
    return sum;
  }

  private static final class Sums {
    private final List<Crowding> cells = new ArrayList<>();
    private final List<Double> people = new ArrayList<>();

    void add(double[] truth, double[] model) {
      double all = sum(truth);
      double[] even = new double[truth.length];
      java.util.Arrays.fill(even, all / truth.length);
      double[] point = new double[truth.length];
      point[SIDE * SIDE / 2 + SIDE / 2] = all;
      people.add(all);
      cells.add(
          new Crowding(
              1,
              shares(truth),
              shares(model),
              apart(truth, model),
              apart(truth, even),
              apart(truth, point)));
    }

    Crowding mean() {
      return new Crowding(
          cells.size(),
          mean(true),
          mean(false),
          mean(cells.stream().map(Crowding::misplaced).toList()),
          mean(cells.stream().map(Crowding::evenly).toList()),
          mean(cells.stream().map(Crowding::atOnePoint).toList()));
    }

    private Shares mean(boolean measured) {
      List<Shares> all = cells.stream().map(c -> measured ? c.measured : c.modelled).toList();
      return new Shares(
          mean(all.stream().map(Shares::fullest).toList()),
          mean(all.stream().map(Shares::nearKm3).toList()),
          mean(all.stream().map(Shares::nearKm5).toList()),
          all.stream().mapToDouble(Shares::blocks).average().orElseThrow());
    }

    private double mean(List<Double> values) {
      double sum = 0;
      double weight = 0;
      for (int k = 0; k < values.size(); k++) {
        sum += values.get(k) * people.get(k);
        weight += people.get(k);
      }
      return sum / weight;
    }

    private static double apart(double[] truth, double[] model) {
      double scale = sum(truth) / sum(model);
      double sum = 0;
      for (int k = 0; k < truth.length; k++) {
        sum += Math.abs(truth[k] - scale * model[k]);
      }
      return sum / 2 / sum(truth);
    }

    private static Shares shares(double[] blocks) {
      int fullest = 0;
      int large = 0;
      for (int k = 0; k < blocks.length; k++) {
        fullest = blocks[k] > blocks[fullest] ? k : fullest;
        large += blocks[k] >= 50 ? 1 : 0;
      }
      double all = sum(blocks);
      return new Shares(
          blocks[fullest] / all,
          near(blocks, fullest, 3) / all,
          near(blocks, fullest, 5) / all,
          large);
    }

    private static double near(double[] blocks, int fullest, double km) {
      double blockKm = KM_PER_DEGREE / 12 / SIDE;
      double sum = 0;
      for (int k = 0; k < blocks.length; k++) {
        double away = Math.hypot(k % SIDE - fullest % SIDE, k / SIDE - fullest / SIDE) * blockKm;
        sum += away <= km ? blocks[k] : 0;
      }
      return sum;
    }
  }
}
