package org.kiungo.planner.deploy.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;

/** What objectives count in a finished plan. */
public final class ServedPeople {

  private ServedPeople() {}

  /** People whom the plan serves, weighted by the level of their service and by equity. */
  public static double weighted(PlanningProblem problem, Plan plan) {
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(s -> settlements.put(s.id(), s));
    double value = 0;
    for (Plan.SettlementService s : plan.settlements()) {
      if (s.peopleServed() > 0) {
        Settlement at = settlements.get(s.settlementId());
        double equity = problem.rules().weightRatio(at);
        for (Plan.PartService part : s.each()) {
          double people = part.shareRatio() * Demand.gained(at, part.status(), problem.standard());
          value += people * equity * Demand.weightRatio(part.status(), problem.standard());
        }
      }
    }
    return value;
  }

  /** Share of people with service, today's counted in, that no district falls short of, 0–1. */
  public static double floorRatio(PlanningProblem problem, Plan plan) {
    return fairRatio(Welfare.LEAST_SHARE, problem, plan);
  }

  /** What fairness asks of districts' shares of people with service, today's counted in, 0–1. */
  public static double fairRatio(Welfare welfare, PlanningProblem problem, Plan plan) {
    List<Settlement> settlements = problem.settlements();
    Districts districts = new Districts(settlements, problem.standard());
    double[] share = districts.shares(plan, settlements, problem.standard());
    return welfare.of(share, districts.peopleRatio());
  }

  /** The same for whom a plan serves from a year on or before it. */
  public static double floorRatio(PlanningProblem problem, Plan plan, int year) {
    List<Plan.SettlementService> then =
        plan.settlements().stream().filter(each -> each.buildYear() <= year).toList();
    return floorRatio(
        problem, new Plan(then, List.of(), List.of(), List.of(), plan.totals(), null));
  }

  /**
   * Weighted people whom a plan must serve for a target; today's service is taken off.
   *
   * @param targetRatio of all people whose number is known, each counted by equity, 0–1
   */
  public static double wanted(PlanningProblem problem, double targetRatio) {
    return targetRatio * people(problem) - today(problem);
  }

  /** Share of all people that a plan reaches, today's service counted in, 0–1. */
  public static double shareRatio(PlanningProblem problem, double weightedPeople) {
    return (today(problem) + weightedPeople) / people(problem);
  }

  private static double people(PlanningProblem problem) {
    return known(problem).mapToDouble(s -> s.population() * problem.rules().weightRatio(s)).sum();
  }

  private static double today(PlanningProblem problem) {
    return known(problem)
        .mapToDouble(s -> Demand.served(s, problem.standard()) * problem.rules().weightRatio(s))
        .sum();
  }

  private static Stream<Settlement> known(PlanningProblem problem) {
    return problem.settlements().stream().filter(s -> !Double.isNaN(s.population()));
  }
}
