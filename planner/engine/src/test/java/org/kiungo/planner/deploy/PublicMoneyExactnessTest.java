package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * Public money on 300 worlds of two to four places, where the accounts of every choice of options
 * and links can be looked at: no plan within the budget, as its accounts tell it, is worth more
 * than the bound.
 */
class PublicMoneyExactnessTest {

  private static final int WORLDS = 300;
  private static final int TAKEN = 80;

  private static PlanningProblem world(long seed, SplittableRandom random) {
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    for (EconomicTerm term : List.of(EconomicTerm.TAX, EconomicTerm.ADMINISTRATION)) {
      terms.put(term, SmallWorlds.figure(0.3 * random.nextDouble()));
    }
    terms.put(EconomicTerm.ARPU_LOW, SmallWorlds.figure(12 * random.nextDouble()));
    terms.put(EconomicTerm.ARPU_MIDDLE, SmallWorlds.figure(25 * random.nextDouble()));
    terms.put(EconomicTerm.COST_OF_CAPITAL, SmallWorlds.figure(0.4 * random.nextDouble()));
    terms.put(EconomicTerm.CROSS_SUBSIDY, SmallWorlds.figure(random.nextInt(3) / 2.0));
    terms.put(EconomicTerm.CAPEX_SUBSIDY, SmallWorlds.figure(random.nextInt(2) / 4.0));
    terms.put(EconomicTerm.UNIVERSAL_SERVICE_LEVY, SmallWorlds.figure(0.05 * random.nextInt(2)));
    terms.put(EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, SmallWorlds.figure(random.nextDouble()));
    return SmallWorlds.random(seed, 2 + random.nextInt(3))
        .withEconomics(List.of(new CountryEconomics("BEN", terms)));
  }

  /** Most value of any choice of options on the ways given whose accounts keep the budget. */
  private static final class Enumeration {
    private final Question world;
    private final double budgetUsd;
    private final Draft draft;
    private long best;

    Enumeration(Question world, double budgetUsd) {
      this.world = world;
      this.budgetUsd = budgetUsd;
      draft = new Draft(world);
      choose(0);
    }

    private void choose(int i) {
      if (i == world.places().settlements()) {
        if (draft.value() > best && draft.unkept() == 0 && publicUsd() <= budgetUsd) {
          best = draft.value();
        }
        return;
      }
      for (int o = world.options().first(i); o < world.options().end(i); o++) {
        draft.choose(i, o);
        choose(i + 1);
      }
      draft.choose(i, -1);
      choose(i + 1);
    }

    private double publicUsd() {
      return PlanFinance.of(world.problem(), new PlanWriter(draft).write()).publicUsd();
    }
  }

  @Test
  void noPlanWhoseAccountsKeepTheBudgetIsWorthMoreThanTheBound() {
    int tight = 0;
    List<Long> seeds =
        SeededSample.of(
            "public money on " + WORLDS + " worlds",
            LongStream.rangeClosed(1, WORLDS).boxed().toList(),
            TAKEN);
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(seed, random);
      double budgetUsd = Math.rint(300_000 * random.nextDouble());
      DeploySettings settings =
          new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), seed, 50);
      BroadbandSolver solver = BroadbandSolver.ofPublicMoney(problem, settings, new LocalSearch());
      Deployment found = solver.solve(budgetUsd, Progress.NONE, () -> false);
      double best =
          new Enumeration(new Question(problem, settings), budgetUsd).best
              / SolverUnits.VALUE_PER_PERSON;
      assertThat(found.boundPeople()).as("seed " + seed).isGreaterThanOrEqualTo(best - 1e-6);
      tight += found.boundPeople() <= best * 1.05 + 1 ? 1 : 0;
      double target = random.nextDouble();
      double least = leastUsd(problem, settings, target);
      Deployment cheapest;
      try {
        cheapest = solver.solveForTarget(target, Progress.NONE, () -> false);
      } catch (org.kiungo.planner.model.value.InputRefused unreachable) {
        continue;
      }
      assertThat(Math.max(0, cheapest.boundUsd()))
          .as("least money, seed " + seed)
          .isLessThanOrEqualTo(least + 1e-6);
    }
    assertThat(tight).isGreaterThan(seeds.size() / 3);
  }

  private static double leastUsd(PlanningProblem problem, DeploySettings settings, double target) {
    Question world = new Question(problem, settings);
    double people = problem.settlements().stream().mapToDouble(s -> s.population()).sum();
    long wanted = (long) Math.ceil(target * people * SolverUnits.VALUE_PER_PERSON);
    Draft draft = new Draft(world);
    double[] least = {Double.POSITIVE_INFINITY};
    least(draft, 0, wanted, least);
    return least[0];
  }

  private static void least(Draft draft, int i, long wanted, double[] least) {
    Question world = draft.question();
    if (i == world.places().settlements()) {
      if (draft.value() >= wanted && draft.unkept() == 0) {
        double usd = PlanFinance.of(world.problem(), new PlanWriter(draft).write()).publicUsd();
        least[0] = Math.min(least[0], usd);
      }
      return;
    }
    for (int o = world.options().first(i); o < world.options().end(i); o++) {
      draft.choose(i, o);
      least(draft, i + 1, wanted, least);
    }
    draft.choose(i, -1);
    least(draft, i + 1, wanted, least);
  }
}
