package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.PlanResult;
import org.kiungo.planner.Planner;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;
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
   * Plans both; the scenario's seed and steps make them comparable.
   *
   * @param stop asked often; once true, the best plans so far count
   */
  public static LeverPair run(
      PlanningProblem problem,
      Scenario scenario,
      PolicyLever lever,
      Progress progress,
      BooleanSupplier stop) {
    PlanResult without = Planner.plan(problem, without(scenario, lever), half(progress, 0), stop);
    PlanResult with = Planner.plan(problem, pulled(scenario, lever), half(progress, 0.5), stop);
    return of(problem, without, with);
  }

  private static Progress half(Progress progress, double before) {
    return (phase, done, value, bound, gap) ->
        progress.report(phase, before + done / 2, value, bound, gap);
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
