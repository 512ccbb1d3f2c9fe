package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

class NodeUpgradeTest {

  private static final double USD = 50;

  private static PlanningProblem limited(PlanningProblem world, double capacityMbps) {
    PlanningProblem priced = SmallWorlds.withTransit(world, USD);
    return priced
        .with()
        .nodes(priced.nodes().stream().map(node -> node.withCapacityMbps(capacityMbps)).toList())
        .build();
  }

  private static Plan plan(PlanningProblem world) {
    return Planner.plan(world, SmallWorlds.scenario(1e6, 0), Progress.NONE, () -> false).plan();
  }

  @Test
  void whatANodeSellsBeyondItsLimitIsPaid() {
    PlanningProblem free = SmallWorlds.withTransit(SmallWorlds.line(3), USD);
    double soldMbps = plan(free).sites().stream().mapToDouble(Plan.AccessSite::loadMbps).sum();
    assertThat(plan(free).upgrades()).isEmpty();
    assertThat(plan(limited(free, soldMbps)).upgrades()).isEmpty();
    Plan plan = plan(limited(free, 100));
    assertThat(plan.upgrades()).hasSize(1);
    Plan.NodeUpgrade upgrade = plan.upgrades().get(0);
    assertThat(upgrade.loadMbps()).isCloseTo(soldMbps, within(1e-6));
    assertThat(upgrade.furtherMbps()).isCloseTo(soldMbps - 100, within(1e-6));
    assertThat(upgrade.opexUsdPerYear()).isCloseTo((soldMbps - 100) * USD, within(0.01));
    assertThat(plan.totals().opexUsdPerYear() - plan(free).totals().opexUsdPerYear())
        .isCloseTo(upgrade.opexUsdPerYear(), within(0.001));
  }

  @Test
  void moneyForNothingIsNotSpentWhereItIsScarce() {
    PlanningProblem free = SmallWorlds.withTransit(SmallWorlds.line(3), USD);
    double usd = plan(free).totals().lifetimeCostUsd();
    Plan plan =
        Planner.plan(limited(free, 100), SmallWorlds.scenario(usd, 200), Progress.NONE, () -> false)
            .plan();
    assertThat(plan.totals().lifetimeCostUsd()).isLessThanOrEqualTo(usd);
    assertThat(plan.totals().peopleServed()).isLessThan(plan(free).totals().peopleServed());
  }

  @Test
  void whoBuysThereBearsIt() {
    PlanningProblem world = limited(SmallWorlds.line(3), 100);
    Plan plan = plan(world);
    assertThat(plan.upgrades()).hasSize(1);
    PlanFinance finance = PlanFinance.of(world, plan);
    assertThat(finance.total().account().networkCents() / 100.0)
        .isCloseTo(plan.totals().lifetimeCostUsd(), within(0.001));
  }

  @Test
  void draftsKeepCountOfWhatNodesSellWhateverIsChanged() {
    PlanningProblem world = limited(SmallWorlds.random(7, 5), 50);
    DeploySettings settings =
        new DeploySettings(1e9, Double.NaN, List.of(), List.of(), List.of(), 1, 0);
    Question question = new Question(world, settings);
    Draft draft = new Draft(question);
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 2_000; k++) {
      int v = random.nextInt(draft.places());
      int first = question.links().first(v);
      int arcs = question.links().end(v) - first;
      int arc = arcs == 0 ? -1 : first + random.nextInt(arcs);
      if (random.nextBoolean() && arc >= 0 && draft.canReach(v, arc)) {
        draft.reparent(v, arc);
      } else if (v < draft.settlements()) {
        int options = question.options().end(v) - question.options().first(v);
        int o = random.nextInt(options + 1);
        draft.choose(v, o == options ? -1 : question.options().first(v) + o);
      }
      assertThat(draft.costCents()).isEqualTo(draft.copy().costCents());
      assertThat(draft.nodeCents()).isEqualTo(draft.copy().nodeCents());
    }
    assertThat(draft.nodeCents()).isPositive();
  }
}
