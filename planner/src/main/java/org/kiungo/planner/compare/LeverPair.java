package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.PlanResult;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;

/**
 * What a lever would buy: the scenario without and with it, both planned anew.
 *
 * @param without plan without the lever
 * @param with plan with it
 * @param districts who gains and who loses, by name
 */
public record LeverPair(PlanResult without, PlanResult with, List<District> districts) {

  /**
   * A district under both plans.
   *
   * @param name country and district, {@code ISO3/district}
   * @param peopleWithout with service from the plan without the lever
   * @param peopleWith with service from the plan with it
   * @param publicUsdWithout public money; NaN when revenue is not known
   * @param publicUsdWith public money; NaN when revenue is not known
   */
  public record District(
      String name,
      double peopleWithout,
      double peopleWith,
      double publicUsdWithout,
      double publicUsdWith) {}

  /**
   * A lever that a scenario pulls.
   *
   * @throws InputRefused {@code lever.unknown} or {@code lever.not-pulled}
   */
  public static PolicyLever getLever(Scenario scenario, String id) {
    LeverDescription.named(id);
    return scenario.levers().stream()
        .filter(lever -> LeverDescription.of(lever).id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InputRefused("lever.not-pulled", "field", "levers", "lever", id));
  }

  /** The scenario with a lever pulled; one of the same kind, or that it excludes, gives way. */
  public static Scenario pulled(Scenario scenario, PolicyLever lever) {
    return scenario.withLevers(
        java.util.stream.Stream.concat(
                without(scenario, lever).levers().stream(), java.util.stream.Stream.of(lever))
            .toList());
  }

  /** The scenario without a lever and without those that it excludes. */
  public static Scenario without(Scenario scenario, PolicyLever lever) {
    LeverDescription pulled = LeverDescription.of(lever);
    return scenario.withLevers(
        scenario.levers().stream()
            .filter(
                other -> {
                  LeverDescription o = LeverDescription.of(other);
                  return !o.id().equals(pulled.id())
                      && !pulled.excludes().contains(o.id())
                      && !o.excludes().contains(pulled.id());
                })
            .toList());
  }

  /**
   * Plans both; the scenario's seed and steps make them comparable. Each plan is a start for the
   * other, and both questions end with the better of the two plans that they can have. So a lever
   * that leaves every plan possible and makes none worse never yields a worse one, and the
   * difference is not blurred by where a search happened to end.
   *
   * @param stop asked often; once true, the best plans so far count
   */
  public static LeverPair run(
      PlanningProblem problem,
      Scenario scenario,
      PolicyLever lever,
      Progress progress,
      BooleanSupplier stop) {
    return run(
        problem,
        new PlanningQuestion(problem, without(scenario, lever)),
        new PlanningQuestion(problem, pulled(scenario, lever)),
        progress,
        stop);
  }

  /**
   * As the other, for questions that were prepared already.
   *
   * @param before without the lever
   * @param after with it
   */
  public static LeverPair run(
      PlanningProblem problem,
      PlanningQuestion before,
      PlanningQuestion after,
      Progress progress,
      BooleanSupplier stop) {
    PlanResult first = before.plan(List.of(), third(progress, 0), stop);
    PlanResult with = after.plan(List.of(first.plan()), third(progress, 1), stop);
    PlanResult without = before.plan(List.of(with.plan()), third(progress, 2), stop);
    return of(problem, without, after.better(with, without.plan()));
  }

  private static Progress third(Progress progress, int before) {
    return progress.part(before / 3.0, 1 / 3.0);
  }

  /** Two plans that were made already, on the same facts. */
  public static LeverPair of(PlanningProblem problem, PlanResult without, PlanResult with) {
    Map<String, double[]> rows = new TreeMap<>();
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(s -> settlements.put(s.id(), s));
    add(problem, without, settlements, rows, 0);
    add(problem, with, settlements, rows, 1);
    List<District> districts = new ArrayList<>();
    rows.forEach((name, row) -> districts.add(new District(name, row[0], row[1], row[2], row[3])));
    return new LeverPair(without, with, List.copyOf(districts));
  }

  private static void add(
      PlanningProblem problem,
      PlanResult result,
      Map<String, Settlement> settlements,
      Map<String, double[]> rows,
      int column) {
    for (SettlementService service : result.plan().settlements()) {
      Settlement s = settlements.get(service.settlementId());
      row(rows, s.country() + "/" + s.district())[column] += service.peopleServed();
    }
    PlanFinance finance = PlanFinance.of(Planner.facts(problem, result.scenario()), result.plan());
    for (Funded district : finance.districts()) {
      row(rows, district.account().id())[2 + column] = AssetCost.usd(district.publicCents());
    }
    if (finance.revenueUnknown()) {
      rows.values().forEach(row -> row[2 + column] = Double.NaN);
    }
  }

  private static double[] row(Map<String, double[]> rows, String name) {
    return rows.computeIfAbsent(name, k -> new double[4]);
  }
}
