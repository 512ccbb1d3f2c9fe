package org.kiungo.planner.place.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Links between backbone nodes that no drawing joins: each to its nearest few, less those with
 * another node inside the circle over them (Gabriel's rule), and a minimum spanning forest so that
 * everything hangs together. Straight fibre times the route factor; every one is an assumption.
 *
 * <p>Complexity: O(n²) over backbone nodes.
 *
 * @see "Gabriel and Sokal 1969, A new statistical approach to geographic variation analysis,
 *     Systematic Zoology 18, 259–278"
 */
final class AssumedBackbone {

  private static final int NEAREST = 8;

  private final NetworkDraft draft;
  private final int[] node;
  private final double[][] unit;

  AssumedBackbone(NetworkDraft draft, int[] node) {
    this.draft = draft;
    this.node = node;
    this.unit = new double[node.length][];
    for (int k = 0; k < node.length; k++) {
      double lon = Math.toRadians(draft.place(node[k]).lon());
      double lat = Math.toRadians(draft.place(node[k]).lat());
      unit[k] =
          new double[] {
            Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)
          };
    }
  }

  private record Pair(int a, int b, double chord2) {}

  void link() {
    List<Pair> near = new ArrayList<>();
    for (int a = 0; a < node.length; a++) {
      int[] nearest = nearest(a);
      for (int b : nearest) {
        if (a < b || !contains(nearest(b), a)) {
          if (!draft.joined(node[a], node[b]) && isGabriel(a, b, nearest)) {
            near.add(new Pair(Math.min(a, b), Math.max(a, b), chord2(a, b)));
          }
        }
      }
    }
    near.stream().distinct().forEach(this::add);
    span();
  }

  private void add(Pair pair) {
    int a = node[pair.a];
    int b = node[pair.b];
    draft.fibre(a, b, draft.place(a).distanceKm(draft.place(b)), ServiceNetwork.Kind.ASSUMED);
  }

  /** Borůvka 1926: joins what still hangs apart by the shortest links. */
  private void span() {
    while (true) {
      Pair[] best = new Pair[draft.size()];
      boolean any = false;
      for (int a = 0; a < node.length; a++) {
        for (int b = a + 1; b < node.length; b++) {
          int ra = draft.root(node[a]);
          int rb = draft.root(node[b]);
          if (ra != rb) {
            Pair pair = new Pair(a, b, chord2(a, b));
            best[ra] = better(best[ra], pair);
            best[rb] = better(best[rb], pair);
            any = true;
          }
        }
      }
      if (!any) {
        return;
      }
      Arrays.stream(best)
          .filter(pair -> pair != null)
          .sorted(Comparator.comparingDouble(Pair::chord2).thenComparing(Pair::a))
          .filter(pair -> !draft.joined(node[pair.a], node[pair.b]))
          .toList()
          .forEach(
              pair -> {
                if (!draft.joined(node[pair.a], node[pair.b])) {
                  add(pair);
                }
              });
    }
  }

  private static Pair better(Pair old, Pair pair) {
    return old == null || pair.chord2 < old.chord2 ? pair : old;
  }

  private boolean isGabriel(int a, int b, int[] nearest) {
    double whole = chord2(a, b);
    for (int c : nearest) {
      if (c != b && chord2(a, c) + chord2(c, b) < whole) {
        return false;
      }
    }
    return true;
  }

  private int[] nearest(int a) {
    int[] found = new int[NEAREST];
    double[] distance = new double[NEAREST];
    int count = 0;
    for (int b = 0; b < node.length; b++) {
      if (b == a) {
        continue;
      }
      double d = chord2(a, b);
      if (count == NEAREST && d >= distance[count - 1]) {
        continue;
      }
      int at = count < NEAREST ? count++ : count - 1;
      while (at > 0 && distance[at - 1] > d) {
        found[at] = found[at - 1];
        distance[at] = distance[at - 1];
        at--;
      }
      found[at] = b;
      distance[at] = d;
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean contains(int[] list, int wanted) {
    for (int each : list) {
      if (each == wanted) {
        return true;
      }
    }
    return false;
  }

  private double chord2(int a, int b) {
    double dx = unit[a][0] - unit[b][0];
    double dy = unit[a][1] - unit[b][1];
    double dz = unit[a][2] - unit[b][2];
    return dx * dx + dy * dy + dz * dz;
  }
}
