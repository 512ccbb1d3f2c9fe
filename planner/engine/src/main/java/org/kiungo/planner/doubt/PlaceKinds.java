package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.doubt.Doubt.Places;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;

/** In how many of the futures' plans each place gets service, with what, and what that hangs on. */
final class PlaceKinds {

  /** In so many of ten is nearly always. */
  private static final int NEARLY = 9;

  private final Plan base;
  private final List<Plan> plans;
  private final List<DoubtLayer> layers;

  /** By layer, then future. */
  private final List<List<Draws>> draws;

  PlaceKinds(Plan base, List<Plan> plans, List<DoubtLayer> layers, List<List<Draws>> draws) {
    this.base = base;
    this.plans = plans;
    this.layers = layers;
    this.draws = draws;
  }

  static Places counts(List<PlaceRow> rows) {
    int[] counts = new int[PlaceRow.PLACES.size()];
    rows.forEach(each -> counts[PlaceRow.PLACES.indexOf(each.kind())]++);
    return new Places(counts[0], counts[1], counts[2], counts[3]);
  }

  List<PlaceRow> rows() {
    List<PlaceRow> rows = new ArrayList<>();
    for (int i = 0; i < base.settlements().size(); i++) {
      rows.add(row(i));
    }
    return rows;
  }

  private PlaceRow row(int i) {
    SettlementService planned = base.settlements().get(i);
    String id = planned.settlementId();
    boolean[] served = new boolean[plans.size()];
    Map<String, Integer> technologies = new TreeMap<>();
    int n = 0;
    for (int k = 0; k < served.length; k++) {
      String technology = plans.get(k).settlements().get(i).technologyId();
      served[k] = !technology.isEmpty();
      if (served[k]) {
        n++;
        technologies.merge(technology, 1, Integer::sum);
      }
    }
    String most = "";
    for (String each : technologies.keySet()) {
      most = most.isEmpty() || technologies.get(each) > technologies.get(most) ? each : most;
    }
    String decisive = "";
    int right = Math.max(n, served.length - n);
    for (int l = 0; l < layers.size(); l++) {
      int split = split(served, draws(id, l));
      if (split > right) {
        right = split;
        decisive = layers.get(l).id();
      }
    }
    return new PlaceRow(
        id,
        n,
        kind(n, served.length),
        !planned.technologyId().isEmpty(),
        most,
        n == 0 ? Double.NaN : technologies.get(most) / (double) n,
        decisive,
        decisive.isEmpty() ? Double.NaN : right / (double) served.length);
  }

  private static String kind(int n, int futures) {
    int kind = n == futures ? 0 : 10 * n >= NEARLY * futures ? 1 : n > 0 ? 2 : 3;
    return PlaceRow.PLACES.get(kind);
  }

  /** A place's own where places have one, else what the layer has in common. */
  private double[] draws(String id, int l) {
    boolean byPlace = layers.get(l) == DoubtLayer.COVERAGE || layers.get(l) == DoubtLayer.PEOPLE;
    return draws.get(l).stream().mapToDouble(at -> byPlace ? at.of(id) : at.common()).toArray();
  }

  /** How many futures the best split of them in two tells right. */
  private static int split(boolean[] served, double[] at) {
    Integer[] order = new Integer[at.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(at[a], at[b]));
    int below = 0;
    int above = 0;
    for (boolean each : served) {
      above += each ? 1 : 0;
    }
    int best = 0;
    for (int k = 0; k < order.length; k++) {
      below += served[order[k]] ? 1 : 0;
      above -= served[order[k]] ? 1 : 0;
      int rest = order.length - k - 1;
      int up = k + 1 - below + above;
      int down = below + rest - above;
      best = Math.max(best, Math.max(up, down));
    }
    return best;
  }
}
