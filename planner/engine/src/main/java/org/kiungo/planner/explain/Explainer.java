package org.kiungo.planner.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.deploy.plan.PlanOptions;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.explain.Explanation.Binding;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.programme.PlannedProgramme;

/** Explains the choices of one plan; built once, asked for any place. */
public final class Explainer {

  private final PlanOptions options;
  private final Map<String, SettlementService> services = new HashMap<>();
  private final SiteSheets sheets;
  private final PlacePrices prices;
  private final Optional<PlannedProgramme> programme;
  private final double budgetUsd;
  private final double spentUsd;

  /**
   * @param problem what the plan was made for
   * @param settings what it could choose from, with its budget
   */
  public Explainer(PlanningProblem problem, DeploySettings settings, Plan plan) {
    options = new PlanOptions(problem, settings, plan);
    sheets = new SiteSheets(problem, plan);
    prices = new PlacePrices(problem, plan, sheets);
    programme =
        plan.programme() == null
            ? Optional.empty()
            : Optional.of(new PlannedProgramme(problem, plan));
    plan.settlements().forEach(each -> services.put(each.settlementId(), each));
    budgetUsd = settings.budgetUsd();
    spentUsd = plan.totals().lifetimeCostUsd();
  }

  /**
   * Every technology possible at a settlement while the rest of the plan stays, those that a locked
   * choice rules out too, best cost per weighted person first.
   *
   * @throws InputRefused when the plan has no such settlement
   */
  public List<OptionHere> options(String settlementId) {
    if (!services.containsKey(settlementId) || !options.knows(settlementId)) {
      throw new InputRefused("explain.settlement", "settlementId", settlementId);
    }
    return options.at(settlementId);
  }

  /**
   * Why the plan does what it does at a settlement.
   *
   * @throws InputRefused when the plan has no such settlement
   */
  public Explanation explain(String settlementId) {
    SettlementService service = services.get(settlementId);
    List<OptionHere> here = options(settlementId);
    OptionHere chosen = here.stream().filter(OptionHere::chosen).findFirst().orElse(null);
    OptionHere runnerUp = here.stream().filter(o -> !o.chosen()).findFirst().orElse(null);
    double chosenUsd = chosen == null ? 0 : chosen.extraCostUsd();
    return new Explanation(
        settlementId,
        service.status(),
        service.technologyId(),
        here,
        runnerUp == null ? "" : runnerUp.technologyId(),
        runnerUp == null ? Double.NaN : runnerUp.extraCostUsd() - chosenUsd,
        binding(service, here),
        budgetNeededUsd(service, chosen, here),
        here.isEmpty() ? Double.NaN : here.get(0).extraCostUsd() / here.get(0).weightedPeople(),
        prices.at(service),
        programme.flatMap(each -> each.timing(settlementId)).orElse(null));
  }

  /** What stands at a site and what it costs; empty when the plan has no such site. */
  public Optional<SiteSheet> site(String siteId) {
    return sheets.find(siteId);
  }

  /** Further sites of the plan at a site's place: each counts its own masts and towers. */
  public List<AccessSite> besides(AccessSite site) {
    return sheets.besides(site);
  }

  private static Binding binding(SettlementService service, List<OptionHere> here) {
    if (service.reason() != null) {
      return switch (service.reason()) {
        case OVER_BUDGET -> Binding.BUDGET;
        case BEYOND_REACH -> Binding.REACH;
        case NO_TECHNOLOGY -> Binding.NO_TECHNOLOGY;
        case SATELLITE_CAPACITY -> Binding.SATELLITE_CAPACITY;
        case POPULATION_UNKNOWN -> Binding.POPULATION_UNKNOWN;
        case FORBIDDEN -> Binding.FORBIDDEN_CHOICE;
      };
    }
    boolean locked = !service.technologyId().isEmpty() && here.stream().anyMatch(o -> !o.allowed());
    if (service.status() != Status.BASIC) {
      return locked ? Binding.FORBIDDEN_CHOICE : Binding.NOTHING;
    }
    if (here.stream().anyMatch(o -> o.allowed() && o.status() == Status.STANDARD)) {
      return Binding.BUDGET;
    }
    return locked ? Binding.FORBIDDEN_CHOICE : Binding.REACH;
  }

  /** What the cheapest way to the standard for everybody here costs beyond what is left. */
  private double budgetNeededUsd(
      SettlementService service, OptionHere chosen, List<OptionHere> here) {
    if (service.status() != Status.UNSERVED && service.status() != Status.BASIC) {
      return 0;
    }
    double spareUsd = Double.isNaN(budgetUsd) ? Double.POSITIVE_INFINITY : budgetUsd - spentUsd;
    double chosenUsd = chosen == null ? 0 : chosen.extraCostUsd();
    return here.stream()
        .filter(OptionHere::bringsAllToStandard)
        .mapToDouble(o -> Math.max(0, o.extraCostUsd() - chosenUsd - spareUsd))
        .min()
        .orElse(Double.NaN);
  }
}
