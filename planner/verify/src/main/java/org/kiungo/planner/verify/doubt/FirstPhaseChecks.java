package org.kiungo.planner.verify.doubt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.verify.check.Ledger;

/** What is signed first, what is kept of it in every future, and what decides what follows. */
public final class FirstPhaseChecks {

  private static final String RULE = "doubt.firstPhase";

  private static final double TOLERANCE_RATIO = 1e-9;

  private final Doubt.FirstPhase stated;
  private final PlanFolder signed;
  private final Set<String> places;
  private final double budgetUsd;
  private final PlaceChecks kept;
  private final Ledger ledger;
  private final List<Set<String>> following = new ArrayList<>();
  private int whole;

  /**
   * @param signed the first phase as it stands today
   * @param budgetUsd of all phases
   * @param kept how plans keep one another
   */
  public FirstPhaseChecks(
      Doubt.FirstPhase stated,
      PlanFolder signed,
      double budgetUsd,
      PlaceChecks kept,
      Ledger ledger) {
    this.stated = stated;
    this.signed = signed;
    this.budgetUsd = budgetUsd;
    this.kept = kept;
    this.ledger = ledger;
    places = served(signed.plan());
  }

  private static Set<String> served(Plan plan) {
    Set<String> served = new HashSet<>();
    for (SettlementService each : plan.settlements()) {
      if (!each.technologyId().isEmpty()) {
        served.add(each.settlementId());
      }
    }
    return served;
  }

  /**
   * It costs no more than it may, and is a part of the plan in doubt where it says so.
   *
   * @param base the plan in doubt
   */
  public void today(Plan base, List<PlaceRow> rows) {
    double cost = signed.plan().totals().lifetimeCostUsd();
    boolean isBudget = stated.usd() > 0 && stated.usd() <= budgetUsd;
    ledger.holds(RULE, "usd", isBudget, "0 – " + budgetUsd, stated.usd());
    ledger.holds(RULE, "costUsd", cost <= stated.usd(), "≤ " + stated.usd(), cost);
    near("costUsd", cost, stated.costUsd());
    near("people", signed.certificate().value(), stated.people());
    ledger.same(RULE, "places", places.size(), stated.places());
    if (stated.id().equals(Doubt.PLAN)) {
      kept.servedIn("choices/first", signed.plan(), base);
    }
    long sure =
        rows.stream()
            .filter(each -> places.contains(each.settlementId()))
            .filter(each -> each.kind().equals("always") || each.kind().equals("nearly"))
            .count();
    ledger.same(RULE, "sureInPlans", sure, (long) stated.sureInPlans());
  }

  /**
   * In one future all that is signed stays; what of it the future offers is lost only where it
   * costs more than the whole budget, and what it does not offer no plan has there.
   *
   * @param offered all that the future offers of it, or null where that is what is left
   * @param others plans of that future
   */
  public void future(String where, Plan offered, Plan left, Plan completed, List<Plan> others) {
    kept.servedIn(where + " first", left, signed.plan());
    kept.builtIn(where + " completed", left, completed);
    if (offered != null) {
      kept.servedIn(where + " offered", offered, signed.plan());
      kept.servedIn(where + " left", left, offered);
      double cost = offered.totals().lifetimeCostUsd();
      ledger.holds(RULE, where + " offered", cost > budgetUsd, "> " + budgetUsd, cost);
    }
    Set<String> lost = new HashSet<>(places);
    lost.removeAll(served(offered == null ? left : offered));
    others.forEach(each -> kept.unlike(where + " lost", lost, signed.plan(), each));
    whole += served(left).containsAll(places) ? 1 : 0;
    Set<String> follows = served(completed);
    follows.removeAll(places);
    following.add(follows);
  }

  /**
   * Checks what decides what follows, after all futures.
   *
   * @param facts of the futures, for their draws
   */
  public void turn(List<String> layers, List<FutureFacts> facts, List<FutureRow> rows) {
    ledger.same(RULE, "wholeIn", whole, stated.wholeIn());
    int n = following.size();
    Set<String> all = new HashSet<>();
    following.forEach(all::addAll);
    int plain = told(all, IntStream.range(0, n).boxed().toList());
    int most = plain;
    String layer = "";
    List<Integer> low = List.of();
    List<Integer> high = List.of();
    for (String each : layers) {
      List<Integer> rising = new ArrayList<>(IntStream.range(0, n).boxed().toList());
      rising.sort(Comparator.comparingDouble(k -> facts.get(k).draws(each).common()));
      for (int cut = 1; cut < n; cut++) {
        if (4 * Math.min(cut, n - cut) >= n) {
          List<Integer> below = rising.subList(0, cut);
          List<Integer> above = rising.subList(cut, n);
          int told = told(all, below) + told(all, above);
          if (told > most) {
            most = told;
            layer = each;
            low = below;
            high = above;
          }
        }
      }
    }
    Doubt.Turn found = stated.turn();
    double of = Math.max(1, (double) all.size() * n);
    ledger.same(RULE, "turn.layer", layer, found.layer());
    near("turn.rightRatio", most / of, found.rightRatio());
    near("turn.plainRatio", plain / of, found.plainRatio());
    if (layer.isEmpty()) {
      Doubt.Turn none =
          new Doubt.Turn(
              "", Double.NaN, found.rightRatio(), found.plainRatio(), 0, Double.NaN, Double.NaN);
      ledger.same(RULE, "turn", none, found);
      return;
    }
    int turning = 0;
    for (String id : all) {
      turning += 2 * in(id, low) > low.size() != 2 * in(id, high) > high.size() ? 1 : 0;
    }
    ledger.same(RULE, "turn.places", turning, found.places());
    double last = facts.get(low.get(low.size() - 1)).draws(layer).common();
    ledger.about(RULE, "turn.upTo", last, found.upTo());
    near("turn.lowValue", mean(rows, low), found.lowValue());
    near("turn.highValue", mean(rows, high), found.highValue());
  }

  private int told(Set<String> all, List<Integer> futures) {
    int told = 0;
    for (String id : all) {
      int in = in(id, futures);
      told += Math.max(in, futures.size() - in);
    }
    return told;
  }

  private int in(String id, List<Integer> futures) {
    return (int) futures.stream().filter(k -> following.get(k).contains(id)).count();
  }

  private static double mean(List<FutureRow> rows, List<Integer> of) {
    return of.stream().mapToDouble(k -> rows.get(k).completed()).average().orElse(Double.NaN);
  }

  private void near(String where, double due, double found) {
    double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(due));
    ledger.holds(RULE, where, Math.abs(due - found) <= slack, due, found);
  }
}
