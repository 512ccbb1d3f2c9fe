package org.kiungo.planner.deploy;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/** Chooses technologies, sites, links and media together, under a budget, with a proven bound. */
public final class BroadbandSolver {

  private final World world;
  private final PlanImprover improver;

  /**
   * Prepares candidate links and options, which every budget shares.
   *
   * @throws InputRefused when a lock names something unknown or contradicts another
   */
  public BroadbandSolver(PlanningProblem problem, DeploySettings settings, PlanImprover improver) {
    this.improver = improver;
    world = new World(problem, settings);
  }

  /**
   * Best plan found for a budget and the bound on every plan.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @throws InputRefused when the locked choices alone cost more than the budget
   */
  public Deployment solve(double budgetUsd, Progress progress, BooleanSupplier stop) {
    World question = world.withBudget(budgetUsd);
    progress.report("bound", 0.1, Double.NaN, Double.NaN, Double.NaN);
    SeparableBound.Priced bound = new SeparableBound(question).least();
    progress.report("construction", 0.2, Double.NaN, bound.people(), Double.NaN);
    Draft draft = new GreedyConstruction(question).build(stop);
    if (draft.costCents > question.budgetCents) {
      throw new InputRefused(
          "lock.overBudget", "costUsd", draft.costCents / 100.0, "budgetUsd", budgetUsd);
    }
    progress.report("search", 0.4, Double.NaN, bound.people(), Double.NaN);
    double valuePerCent = bound.lambdaPeoplePerUsd() * World.VALUE_PER_PERSON / 100;
    PlanImprover.Improved improved = improver.improve(draft, valuePerCent, world.settings, stop);
    Plan plan = new PlanWriter(improved.draft()).write();
    double value = weightedPeople(plan);
    double gap = (bound.people() - value) / bound.people();
    progress.report("certificate", 1, value, bound.people(), gap);
    return new Deployment(
        plan,
        value,
        bound.people(),
        bound.lambdaPeoplePerUsd(),
        SeparableBound.METHOD,
        candidateGraph(),
        List.of("links", "sharedSiteUnits", "beamCapacity"),
        improved.steps());
  }

  private double weightedPeople(Plan plan) {
    double value = 0;
    for (Plan.SettlementService s : plan.settlements()) {
      value += s.peopleServed() * Demand.weightRatio(s.status(), world.problem.standard());
    }
    return value;
  }

  private String candidateGraph() {
    return "places="
        + world.places.count
        + " links="
        + world.links.count()
        + " (Delaunay, "
        + CandidateLinks.NEIGHBOURS
        + " nearest, nearest root) sites="
        + world.options.sites
        + " options="
        + world.options.site.length
        + " (per settlement and site technology: itself, "
        + PlacesInReach.NEAREST
        + " nearest, "
        + PlacesInReach.MOST_POPULOUS
        + " most populous, "
        + PlacesInReach.TOWERS
        + " towers in reach)";
  }
}
