package org.kiungo.planner.verify.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kiungo.planner.model.value.LonLat;

/**
 * Looks for what a candidate graph should hold and does not: a hop that some medium spans from a
 * place to one of its nearest, a site at one of the nearest settlements in reach. Near is meant on
 * the plane x = longitude · cos(mean latitude), y = latitude. Not looked for: the triangulation's
 * longer edges, the nearest network node, the most populous settlements and the towers in reach.
 */
public final class NearestChecks {

  /** Whoever is nearer than the last of the nearest by this share is one of them, ties or not. */
  private static final double STRICTLY = 1 - 1e-9;

  /** Told of a place and one of its nearest. */
  public interface Visitor {
    void near(int place, int neighbour);
  }

  /** Which places are looked for around which. */
  public interface Among {
    boolean isNeighbour(int place, int neighbour);
  }

  private final double[] x;
  private final double[] y;
  private final Integer[] byLatitude;
  private final int[] rank;

  public NearestChecks(List<LonLat> places) {
    this(places, v -> true);
  }

  /**
   * @param places all that are numbered
   * @param members those whose mean latitude the plane has
   */
  public NearestChecks(List<LonLat> places, IntPredicate members) {
    double mean =
        IntStream.range(0, places.size())
            .filter(members)
            .mapToDouble(v -> places.get(v).lat())
            .average()
            .orElse(0);
    double scale = StrictMath.cos(StrictMath.toRadians(mean));
    x = places.stream().mapToDouble(p -> p.lon() * scale).toArray();
    y = places.stream().mapToDouble(LonLat::lat).toArray();
    byLatitude = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
    Arrays.sort(byLatitude, Comparator.comparingDouble(v -> y[v]));
    rank = new int[x.length];
    for (int k = 0; k < x.length; k++) {
      rank[byLatitude[k]] = k;
    }
  }

  /**
   * Visits the nearest of every place, those that tie with the last one left out.
   *
   * @param wanted how many, &gt; 0
   * @param at places whose nearest are visited
   */
  public void visit(int wanted, IntPredicate at, Among among, Visitor visitor) {
    double[] square = new double[wanted];
    int[] found = new int[wanted];
    for (int v = 0; v < x.length; v++) {
      if (!at.test(v)) {
        continue;
      }
      int count = 0;
      int down = rank[v] - 1;
      int up = rank[v] + 1;
      while (down >= 0 || up < x.length) {
        double below2 = down < 0 ? Double.POSITIVE_INFINITY : square(y[v] - y[byLatitude[down]]);
        double above2 =
            up == x.length ? Double.POSITIVE_INFINITY : square(y[v] - y[byLatitude[up]]);
        if (count == wanted && Math.min(below2, above2) > square[wanted - 1]) {
          break;
        }
        int u = below2 < above2 ? byLatitude[down--] : byLatitude[up++];
        double far = square(x[u] - x[v]) + square(y[u] - y[v]);
        if ((count < wanted || far < square[wanted - 1]) && among.isNeighbour(v, u)) {
          int k = count < wanted ? count++ : wanted - 1;
          while (k > 0 && square[k - 1] > far) {
            square[k] = square[k - 1];
            found[k] = found[k - 1];
            k--;
          }
          square[k] = far;
          found[k] = u;
        }
      }
      for (int k = 0; k < count; k++) {
        if (count < wanted || square[k] < square[wanted - 1] * STRICTLY) {
          visitor.near(v, found[k]);
        }
      }
    }
  }

  private static double square(double z) {
    return z * z;
  }
}
