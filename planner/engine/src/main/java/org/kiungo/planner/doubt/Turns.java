package org.kiungo.planner.doubt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kiungo.planner.folder.doubt.Doubt.Turn;
import org.kiungo.planner.model.Plan;

/**
 * Which layer's draws tell best what second phases do: a tree of one split for all places at once.
 *
 * <p>Breiman, Friedman, Olshen &amp; Stone 1984, Classification and regression trees.
 */
final class Turns {

  /** Either part holds one future in so many at the least. */
  private static final int SHARES = 4;

  /** By place, then future: whether the second phase serves it. Places that none serves are out. */
  private final List<boolean[]> serves;

  private final double[] values;
  private final int futures;

  /**
   * @param signed ids of the places of the first phase
   * @param completed by future
   * @param values likewise
   */
  Turns(Set<String> signed, List<Plan> completed, double[] values) {
    this.values = values;
    futures = values.length;
    serves =
        IntStream.range(0, completed.get(0).settlements().size())
            .filter(i -> !signed.contains(completed.get(0).settlements().get(i).settlementId()))
            .mapToObj(i -> served(completed, i))
            .filter(each -> count(each, IntStream.range(0, futures)) > 0)
            .toList();
  }

  private static boolean[] served(List<Plan> completed, int i) {
    boolean[] served = new boolean[completed.size()];
    for (int k = 0; k < served.length; k++) {
      served[k] = !completed.get(k).settlements().get(i).technologyId().isEmpty();
    }
    return served;
  }

  private static int count(boolean[] served, IntStream futures) {
    return (int) futures.filter(k -> served[k]).count();
  }

  /**
   * @param common factor of each layer, by future
   */
  Turn best(List<DoubtLayer> layers, List<double[]> common) {
    int plain = right(IntStream.range(0, futures).toArray(), 0, futures);
    int most = plain;
    int layer = -1;
    int cut = 0;
    int[] order = {};
    int fewest = (futures + SHARES - 1) / SHARES;
    for (int l = 0; l < layers.size(); l++) {
      double[] at = common.get(l);
      int[] rising =
          IntStream.range(0, futures)
              .boxed()
              .sorted((a, b) -> Double.compare(at[a], at[b]))
              .mapToInt(k -> k)
              .toArray();
      for (int c = fewest; c <= futures - fewest; c++) {
        int right = right(rising, 0, c) + right(rising, c, futures);
        if (right > most) {
          most = right;
          layer = l;
          cut = c;
          order = rising;
        }
      }
    }
    double all = Math.max(1, serves.size() * futures);
    if (layer < 0) {
      return new Turn("", Double.NaN, plain / all, plain / all, 0, Double.NaN, Double.NaN);
    }
    return new Turn(
        layers.get(layer).id(),
        common.get(layer)[order[cut - 1]],
        most / all,
        plain / all,
        turning(order, cut),
        mean(order, 0, cut),
        mean(order, cut, futures));
  }

  /** What is told right by saying everywhere what most of some futures do. */
  private int right(int[] order, int from, int to) {
    int right = 0;
    for (boolean[] each : serves) {
      int in = count(each, Arrays.stream(order, from, to));
      right += Math.max(in, to - from - in);
    }
    return right;
  }

  private int turning(int[] order, int cut) {
    int places = 0;
    for (boolean[] each : serves) {
      boolean low = 2 * count(each, Arrays.stream(order, 0, cut)) > cut;
      boolean high = 2 * count(each, Arrays.stream(order, cut, futures)) > futures - cut;
      places += low != high ? 1 : 0;
    }
    return places;
  }

  private double mean(int[] order, int from, int to) {
    return Arrays.stream(order, from, to).mapToDouble(k -> values[k]).sum() / (to - from);
  }
}
