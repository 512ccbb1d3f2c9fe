package org.kiungo.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceFacts;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.place.ServiceAssembly;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/**
 * A broadband plan and e-services that agree: services are placed over the plan's network, traffic
 * that their exchange points and caches keep local needs no transit, the transit saved is added to
 * the plan's budget, and so on until a round changes nothing that matters.
 */
public final class CombinedPlanning {

  private static final int ROUNDS = 6;

  /** Two rounds agree when the money they move differs by at most this share of the budget. */
  private static final double AGREED_RATIO = 0.001;

  private CombinedPlanning() {}

  /**
   * What local traffic is worth.
   *
   * @param transitUsdPerMbpsYear price of a Mbps of transit for a year
   * @param localRatioWithout share of traffic that stays local without an exchange in reach, 0–1
   * @param localRatioWith likewise with one, ≥ the other
   */
  public record TransitTerms(
      double transitUsdPerMbpsYear, double localRatioWithout, double localRatioWith) {

    /**
     * 12 USD per Mbps and year of transit (ITU inframapkit, docs/costmodel.md; far below retail, so
     * the saving errs low); local share 30 % → 70 % in Kenya and Nigeria, 2012–2020 (Internet
     * Society 2020, quoted by Ecofin).
     */
    public static final TransitTerms DEFAULT = new TransitTerms(12, 0.3, 0.7);

    public TransitTerms {
      if (!(transitUsdPerMbpsYear >= 0
          && localRatioWithout >= 0
          && localRatioWithout <= localRatioWith
          && localRatioWith <= 1)) {
        throw new IllegalArgumentException(
            "transitUsdPerMbpsYear is "
                + transitUsdPerMbpsYear
                + ", local ratios "
                + localRatioWithout
                + " and "
                + localRatioWith
                + "; allowed ≥ 0, and 0 to 1 ascending");
      }
    }
  }

  /**
   * One round.
   *
   * @param planBudgetUsd budget of the plan in this round
   * @param peopleServed by the plan; those with basic service by their weight, as its objective
   *     counts them
   * @param needsServed by the services
   * @param transitSavedUsd present value of transit that local traffic saves
   */
  public record Round(
      double planBudgetUsd, double peopleServed, int needsServed, double transitSavedUsd) {}

  /**
   * What came out.
   *
   * @param plan the last plan
   * @param problem the placement over it
   * @param services the last placement
   * @param rounds in order
   * @param agreed true when the last two rounds move the same money
   * @param servicesToday the same request over today's network: what the services had without plan
   */
  public record Combined(
      PlanResult plan,
      ServiceProblem problem,
      ServicePlacement.Solved services,
      List<Round> rounds,
      boolean agreed,
      ServicePlan servicesToday) {

    public Combined {
      rounds = List.copyOf(rounds);
    }

    /** Needs served that today's network leaves unserved: what services gain from the plan. */
    public int needsGained() {
      return services.plan().totals().usersServed() - servicesToday.totals().usersServed();
    }

    /** Weighted people whom the plan serves with the transit saved: what it gains. */
    public double peopleGained() {
      return rounds.get(rounds.size() - 1).peopleServed() - rounds.get(0).peopleServed();
    }

    /** Present value of transit saved: what the plan gains from the services. */
    public double transitSavedUsd() {
      return rounds.get(rounds.size() - 1).transitSavedUsd();
    }
  }

  /**
   * Iterates to agreement.
   *
   * @param scenario of the plan; its budget is the money beside what transit saves, NaN = no cap
   * @param facts about services
   * @param stop once true, the round under way is the last
   */
  public static Combined run(
      PlanningProblem problem,
      Scenario scenario,
      ServiceFacts facts,
      ServiceRequest request,
      TransitTerms terms,
      Progress progress,
      BooleanSupplier stop) {
    PlanningProblem counted = scenario.today().applyTo(problem);
    ServicePlan today = solve(counted, null, facts, request, stop).plan();
    List<Round> rounds = new ArrayList<>();
    double saved = 0;
    PlanResult plan = null;
    ServiceProblem asked = null;
    ServicePlacement.Solved services = null;
    boolean agreed = false;
    for (int k = 0; k < ROUNDS && !agreed; k++) {
      int before = k;
      double budget = scenario.budgetUsd() + saved;
      if (plan == null || !Double.isNaN(budget)) {
        plan =
            Planner.plan(
                problem,
                scenario.withBudgetUsd(budget),
                (phase, done, value, bound, gap) ->
                    progress.report(phase, (before + done) / ROUNDS, value, bound, gap),
                stop);
      }
      asked = ServiceAssembly.of(counted, plan.plan(), facts, request);
      services = solve(asked, request, counted, stop);
      double now = savedUsd(problem, plan.plan(), services.plan(), request, terms);
      Plan.Totals t = plan.plan().totals();
      rounds.add(
          new Round(
              budget,
              t.peopleServed() + problem.standard().basicWeightRatio() * t.peopleBasic(),
              services.plan().totals().usersServed(),
              now));
      double scale = Double.isNaN(budget) ? t.lifetimeCostUsd() : budget;
      agreed = Math.abs(now - saved) <= AGREED_RATIO * Math.max(1, scale);
      saved = now;
      if (stop.getAsBoolean()) {
        break;
      }
    }
    return new Combined(plan, asked, services, rounds, agreed, today);
  }

  private static ServicePlacement.Solved solve(
      PlanningProblem problem,
      Plan plan,
      ServiceFacts facts,
      ServiceRequest request,
      BooleanSupplier stop) {
    return solve(ServiceAssembly.of(problem, plan, facts, request), request, problem, stop);
  }

  private static ServicePlacement.Solved solve(
      ServiceProblem asked, ServiceRequest request, PlanningProblem problem, BooleanSupplier stop) {
    return ServicePlacement.solve(
        asked,
        request.limits(),
        Planner.ENGINE_VERSION,
        problem.catalogue().version(),
        Progress.NONE,
        stop);
  }

  /**
   * Transit saved by settlements of countries with an exchange point or cache that the placement
   * opens or keeps: demand · (local share with − without) · price, present value. Standing exchange
   * points are in today's share already and save nothing more.
   */
  private static double savedUsd(
      PlanningProblem problem,
      Plan plan,
      ServicePlan services,
      ServiceRequest request,
      TransitTerms terms) {
    Map<String, Boolean> keepsLocal = new HashMap<>();
    for (EService service : request.services()) {
      boolean local = service.id().equals("exchange-point") || service.id().equals("content-cache");
      for (ServicePlan.HostSite site : services.sites()) {
        if (local && site.serviceIds().contains(service.id()) && site.lifetimeCostUsd() > 0) {
          keepsLocal.put(site.country(), true);
        }
      }
    }
    Map<String, String> countryOf = new HashMap<>();
    problem.settlements().forEach(s -> countryOf.put(s.id(), s.country()));
    double mbps = 0;
    for (Plan.SettlementService s : plan.settlements()) {
      mbps += keepsLocal.containsKey(countryOf.get(s.settlementId())) ? s.demandMbps() : 0;
    }
    return mbps
        * (terms.localRatioWith() - terms.localRatioWithout())
        * terms.transitUsdPerMbpsYear()
        * PresentValue.upkeepYears(problem.money());
  }
}
