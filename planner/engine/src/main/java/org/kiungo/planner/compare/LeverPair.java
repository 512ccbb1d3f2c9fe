package org.kiungo.planner.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.PlanningQuestion.Decision;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What a lever would buy: the scenario without and with it, both planned anew.
 *
 * @param without plan without the lever
 * @param with plan with it
 * @param districts who gains and who loses, by name
 */
public record LeverPair(PlanResult without, PlanResult with, List<District> districts) {

  /** Plans that a pair makes at most: the first is made again from the second. */
  public static final int PLANS = 3;

  /**
   * A district under both plans.
   *
   * @param name country and district, {@code ISO3/district}
   */
  public record District(String name, Share without, Share with) {}

  /**
   * What a plan brings a district.
   *
   * @param peopleStandard served to the standard
   * @param peopleBasic with basic service
   * @param publicUsd public money; NaN when revenue is not known
   */
  public record Share(double peopleStandard, double peopleBasic, double publicUsd) {}

  /**
   * A lever that a scenario pulls.
   *
   * @throws InputRefused {@code lever.unknown} or {@code lever.not-pulled}
   */
  public static PolicyLever getLever(Scenario scenario, String id) {
    Levers.named(id);
    return scenario.levers().stream()
        .filter(lever -> LeverDescription.of(lever).id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InputRefused("lever.not-pulled", "field", "levers", "lever", id));
  }

  /** The scenario with a lever pulled; one of the same kind, or that it excludes, gives way. */
  public static Scenario pulled(Scenario scenario, PolicyLever lever) {
    return scenario.withLevers(
        Stream.concat(without(scenario, lever).levers().stream(), Stream.of(lever)).toList());
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
   * difference is not blurred by where a search happened to end. A lever that moves accounts only
   * leaves the decisions as they are, which are then planned once.
   *
   * @param stop asked often; once true, the best plans so far count
   */
  public static LeverPair run(
      PlanningProblem problem,
      Scenario scenario,
      PolicyLever lever,
      Progress progress,
      BooleanSupplier stop) {
    return run(problem, scenario, lever, progress, (int plans) -> stop);
  }

  /**
   * As the other, where time is short: no plan takes another's.
   *
   * @param stops asked once before each plan, for the number of plans still to be made: what ends
   *     the next one
   */
  public static LeverPair run(
      PlanningProblem problem,
      Scenario scenario,
      PolicyLever lever,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    return run(problem, scenario, lever, List.of(), progress, stops);
  }

  /**
   * As the other, searching on from plans of either question: the pair is not worse than any.
   *
   * @param starts what an interrupted search had found
   */
  public static LeverPair run(
      PlanningProblem problem,
      Scenario scenario,
      PolicyLever lever,
      List<Plan> starts,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    Scenario without = without(scenario, lever);
    return run(
        problem,
        without,
        new PlanningQuestion(problem, without),
        pulled(scenario, lever),
        starts,
        progress,
        stops);
  }

  /**
   * As the other, for a question without the lever that was prepared already.
   *
   * @param before asks {@code without} of the problem
   */
  public static LeverPair run(
      PlanningProblem problem,
      Scenario without,
      PlanningQuestion before,
      Scenario with,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    return run(problem, without, before, with, List.of(), progress, stops);
  }

  private static LeverPair run(
      PlanningProblem problem,
      Scenario without,
      PlanningQuestion before,
      Scenario with,
      List<Plan> starts,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    Optional<Decision> decision = PlanningQuestion.decision(problem, with);
    if (decision.isPresent() && decision.equals(PlanningQuestion.decision(problem, without))) {
      PlanResult planned = before.plan(starts, progress, stops.apply(1));
      return of(problem, planned, PlanningQuestion.accounted(problem, with, planned));
    }
    PlanningQuestion after = new PlanningQuestion(problem, with);
    PlanResult first = before.plan(starts, third(progress, 0), stops.apply(PLANS));
    PlanResult best = after.plan(with(first.plan(), starts), third(progress, 1), stops.apply(2));
    PlanResult other = before.plan(with(best.plan(), starts), third(progress, 2), stops.apply(1));
    return of(problem, other, after.better(best, other.plan()));
  }

  private static List<Plan> with(Plan first, List<Plan> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static Progress third(Progress progress, int before) {
    return progress.part(before / (double) PLANS, 1.0 / PLANS);
  }

  /** Two plans that were made already, on the same facts. */
  public static LeverPair of(PlanningProblem problem, PlanResult without, PlanResult with) {
    Map<String, Share> before = shares(problem, without);
    Map<String, Share> after = shares(problem, with);
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<District> districts =
        names.stream()
            .map(name -> new District(name, share(before, name), share(after, name)))
            .toList();
    return new LeverPair(without, with, districts);
  }

  private static Share share(Map<String, Share> shares, String name) {
    boolean known = shares.values().stream().noneMatch(each -> Double.isNaN(each.publicUsd));
    return shares.getOrDefault(name, new Share(0, 0, known ? 0 : Double.NaN));
  }

  /** By district: people of the plan, and its public money. */
  private static Map<String, Share> shares(PlanningProblem problem, PlanResult result) {
    Map<String, String> districtOf = new HashMap<>();
    problem.settlements().forEach(s -> districtOf.put(s.id(), s.country() + "/" + s.district()));
    Map<String, Share> shares = new HashMap<>();
    PlanFinance finance =
        PlanFinance.of(ScenarioFacts.of(problem, result.scenario()), result.plan());
    for (Funded each : finance.districts()) {
      double usd = finance.revenueUnknown() ? Double.NaN : AssetCost.usd(each.publicCents());
      shares.put(each.account().id(), new Share(0, 0, usd));
    }
    for (SettlementService service : result.plan().settlements()) {
      for (PartService part : service.each()) {
        boolean standard = part.status() == Status.STANDARD;
        double people = part.peopleServed();
        shares.computeIfPresent(
            districtOf.get(service.settlementId()),
            (name, s) ->
                new Share(
                    s.peopleStandard + (standard ? people : 0),
                    s.peopleBasic + (standard ? 0 : people),
                    s.publicUsd));
      }
    }
    return shares;
  }
}
