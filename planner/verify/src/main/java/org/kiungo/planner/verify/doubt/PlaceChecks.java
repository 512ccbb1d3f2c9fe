package org.kiungo.planner.verify.doubt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.SkyLinks;

/** Places by what the futures' plans decide there, and plans by what they keep of one another. */
public final class PlaceChecks {

  private static final String PLACES = "doubt.places";
  private static final String KEPT = "doubt.kept";

  private final Ledger ledger;

  public PlaceChecks(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Whoever a plan serves is served alike by another; over which links depends on the future. */
  public void servedIn(String where, Plan fewer, Plan more) {
    Map<String, SettlementService> there = new HashMap<>();
    more.settlements().forEach(each -> there.put(each.settlementId(), each));
    for (SettlementService each : fewer.settlements()) {
      if (!each.technologyId().isEmpty()) {
        SettlementService found = there.get(each.settlementId());
        String is = found == null ? "" : first(found);
        ledger.same(KEPT, where + " " + each.settlementId(), first(each), is);
      }
    }
  }

  /**
   * Some of the places of a plan are not served alike by another over the same links. Where the way
   * leads through the sky, that hangs on who else is served.
   */
  public void unlike(String where, Set<String> ids, Plan plan, Plan other) {
    Map<String, String> there = new HashMap<>();
    for (SettlementService each : other.settlements()) {
      if (!each.technologyId().isEmpty()) {
        there.put(each.settlementId(), first(each));
      }
    }
    Map<String, String> ways = ways(plan);
    Map<String, String> otherWays = ways(other);
    for (SettlementService each : plan.settlements()) {
      if (ids.contains(each.settlementId())) {
        String site = each.parts().isEmpty() ? each.siteId() : each.parts().get(0).siteId();
        String at = site.isEmpty() ? each.settlementId() : site.substring(0, site.lastIndexOf(':'));
        boolean alike = ways.containsKey(at) && first(each).equals(there.get(each.settlementId()));
        while (alike && ways.containsKey(at)) {
          String to = ways.get(at);
          alike = to.equals(otherWays.get(at)) && !SkyLinks.isUp(to);
          at = to;
        }
        String place = where + " " + each.settlementId();
        ledger.holds(KEPT, place, !alike, "what is not offered", first(each));
      }
    }
  }

  private static Map<String, String> ways(Plan plan) {
    Map<String, String> ways = new HashMap<>();
    plan.links().forEach(each -> ways.put(each.fromId(), each.toId()));
    return ways;
  }

  /** Whatever a plan builds and whoever it serves is in another as well. */
  public void builtIn(String where, Plan fewer, Plan more) {
    servedIn(where, fewer, more);
    TreeSet<String> links = new TreeSet<>();
    more.links().forEach(each -> links.add(ends(each)));
    for (BuiltLink each : fewer.links()) {
      String ends = ends(each);
      ledger.holds(KEPT, where + " " + each.id(), links.contains(ends), ends, "none");
    }
  }

  /** Those in sight of a mast may have other company in another future. */
  private static String first(SettlementService service) {
    List<PartService> parts = service.parts();
    return parts.isEmpty()
        ? service.technologyId() + " " + service.siteId()
        : parts.get(0).technologyId() + " " + parts.get(0).siteId();
  }

  private static String ends(BuiltLink link) {
    return link.fromId() + " > " + link.toId();
  }

  /**
   * @param own plans of the futures with all layers
   * @param facts of those, for their draws
   */
  public void check(
      List<PlaceRow> rows,
      Plan base,
      List<Plan> own,
      List<String> layers,
      List<FutureFacts> facts) {
    ledger.same(PLACES, "", base.settlements().size(), rows.size());
    for (int i = 0; i < Math.min(rows.size(), base.settlements().size()); i++) {
      int place = i;
      String id = base.settlements().get(i).settlementId();
      List<String> technologies =
          own.stream().map(each -> each.settlements().get(place).technologyId()).toList();
      boolean[] in = new boolean[own.size()];
      TreeMap<String, Integer> count = new TreeMap<>();
      for (int k = 0; k < in.length; k++) {
        in[k] = !technologies.get(k).isEmpty();
        if (in[k]) {
          count.put(technologies.get(k), count.getOrDefault(technologies.get(k), 0) + 1);
        }
      }
      int n = count.values().stream().mapToInt(Integer::intValue).sum();
      int top = count.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      String technology =
          count.keySet().stream().filter(each -> count.get(each) == top).findFirst().orElse("");
      String decisive = "";
      int right = Math.max(n, in.length - n);
      for (String layer : layers) {
        boolean byPlace = layer.equals("coverage") || layer.equals("people");
        double[] at = new double[in.length];
        for (int k = 0; k < at.length; k++) {
          DrawnAgain draws = facts.get(k).draws(layer);
          at[k] = byPlace ? draws.at(id) : draws.common();
        }
        int told = toldBySplit(in, at);
        decisive = told > right ? layer : decisive;
        right = Math.max(told, right);
      }
      PlaceRow due =
          new PlaceRow(
              id,
              n,
              kind(n, in.length),
              !base.settlements().get(i).technologyId().isEmpty(),
              technology,
              n == 0 ? Double.NaN : (double) top / n,
              decisive,
              decisive.isEmpty() ? Double.NaN : (double) right / in.length);
      ledger.same(PLACES, id, due, rows.get(i));
    }
  }

  private static String kind(int n, int of) {
    if (n == 0) {
      return "never";
    }
    return n == of ? "always" : n * 10 >= of * 9 ? "nearly" : "depends";
  }

  /** Futures told right by the best threshold, those in on either side of it. */
  private static int toldBySplit(boolean[] in, double[] at) {
    int most = 0;
    for (double threshold : at) {
      int right = 0;
      for (int k = 0; k < at.length; k++) {
        right += at[k] <= threshold == in[k] ? 1 : 0;
      }
      most = Math.max(most, Math.max(right, at.length - right));
    }
    return most;
  }
}
