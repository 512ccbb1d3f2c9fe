package org.kiungo.planner.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.fund.FundedPlan;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.joint.Payable.Paid;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.RowPrice;

/**
 * Plans all of whose projects partners pay for in full. Starts are cut to what is paid; then the
 * plan is widened with the money that is left over and cut again, as long as that gains. Heuristic;
 * the bound is the network's.
 */
public final class JointSearch {

  /** Rounds of widening and cutting. */
  private static final int ROUNDS = 4;

  /** Questions so small are tried place by place too. */
  private static final int SMALL = 12;

  private final JointQuestion question;
  private final Works works;
  private final List<Works> views = new ArrayList<>();
  private final Payable payable;
  private final BooleanSupplier stop;
  private Paid best;

  /**
   * @param limits of each search for payments
   */
  public JointSearch(
      JointQuestion question, Works works, Funding.Limits limits, BooleanSupplier stop) {
    this.question = question;
    this.works = works;
    views.add(works);
    this.stop = stop;
    payable = new Payable(question, works, limits, stop);
  }

  /**
   * The best plan found.
   *
   * @param plan every project of which is paid for
   * @param payments of all its projects, its people counted by years
   * @param value what it strives for
   */
  public record Found(Plan plan, FundedPlan payments, double value) {}

  /** Looks for more at other prices too. */
  public void looking(Works view) {
    views.add(view);
  }

  /** Prices of money at which payments for a plan's projects are bounded. */
  public List<RowPrice> prices(Plan plan) {
    return payable.prices(plan);
  }

  /** Considers a plan, whatever it costs. */
  public void start(Plan plan) {
    Map<String, Integer> served = works.served(plan);
    start(works.rephased(plan, id -> phase(served, id)), Map.of());
  }

  /** The same with payments that stand for some of its projects. */
  public void start(Plan plan, Map<String, Map<String, Long>> ledger) {
    Paid own = tried(plan, ledger);
    for (int round = 0; round < ROUNDS && !stop.getAsBoolean(); round++) {
      Paid before = own;
      for (Works view : views) {
        Paid wider = tried(view.more(own.plan(), id -> true, stop), own.ledger());
        own = wider.value() > own.value() ? wider : own;
      }
      if (own == before) {
        break;
      }
    }
  }

  private Paid tried(Plan plan, Map<String, Map<String, Long>> ledger) {
    Paid own = payable.of(plan, ledger, false);
    if (works.phases() > 1) {
      Paid later = payable.of(plan, ledger, true);
      own = later.value() > own.value() ? later : own;
    }
    best = best == null || own.value() > best.value() ? own : best;
    return own;
  }

  /** The best of all starts, improved place by place where there are few. */
  public Found found() {
    List<Settlement> all = question.facts().settlements();
    boolean gained = all.size() <= SMALL;
    while (gained && !stop.getAsBoolean()) {
      Paid before = best;
      all.forEach(each -> change(each.id()));
      gained = best.value() > before.value();
    }
    return new Found(best.plan(), best.payments(), best.value());
  }

  /** Serves one more, earlier, or in place of others. */
  private void change(String id) {
    Plan plan = best.plan();
    Map<String, Integer> served = works.served(plan);
    Set<String> ids = served.keySet();
    if (!ids.contains(id)) {
      for (Works view : views) {
        tried(view.more(plan, id::equals, stop), best.ledger());
      }
      return;
    }
    for (int t = 0; t <= works.phases(); t++) {
      int phase = t;
      if (served.get(id) != phase) {
        Plan moved = works.rephased(plan, each -> each.equals(id) ? phase : phase(served, each));
        tried(moved, Map.of());
        for (Works view : views) {
          tried(view.more(moved, each -> !each.equals(id), stop), Map.of());
        }
      }
    }
  }

  private int phase(Map<String, Integer> served, String id) {
    return served.getOrDefault(id, works.phases());
  }
}
