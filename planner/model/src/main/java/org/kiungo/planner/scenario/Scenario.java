package org.kiungo.planner.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;

/**
 * The choices behind a plan: everything a user may set, and nothing else. Written as JSON beside
 * every plan; unknown fields are refused by name.
 *
 * @param name shown to users
 * @param countries ISO 3166-1 alpha-3 codes, sorted, none twice
 * @param goal what the plan strives for
 * @param budgetUsd cap on the present value of capex, replacements and opex; NaN = no cap
 * @param publicBudgetUsd cap on public money: Σ viability gaps after cross-subsidy; NaN = no cap
 * @param targetRatio share of people to serve when the goal is least cost or least public money,
 *     0–1; NaN otherwise
 * @param standard what counts as served
 * @param money how years are added up
 * @param technologyIds allowed access technologies, none twice; empty = all
 * @param mediumIds allowed media, none twice; empty = all
 * @param locks decisions the plan must respect
 * @param marketTerms figures that the user gives where nobody has published one, or in its place
 * @param levers of policy, applied to the facts before planning, in the order of {@link Levers};
 *     one at its neutral setting is the same as none and left out
 * @param fairness what people of some groups count in the objective; empty = all count alike
 * @param today what today's coverage is taken to be
 * @param roads which roads new cables may follow
 * @param borders whether links may cross borders where there are several countries
 * @param serviceAbroadUsdPerYear what coordination across the border costs each place that a site
 *     in another country serves, a year, where there are several countries; NaN = a site serves its
 *     own country alone. Without phases or public money to strive for
 * @param budgetsByCountry caps on the lifetime cost of what stands in each country, USD by ISO
 *     3166-1 alpha-3, beside the budget in common or instead of one, which is at most their sum
 *     where every country has one; empty = none
 * @param feeds sources of layers, ranked; a layer of which nothing is said takes imported versions
 *     that cover the country alone, else where they lie before what Kiungo carries
 * @param institutions which schools, clinics and others count, and what is striven for among them
 * @param phases of a programme, through all years; empty = everything is built in the first year.
 *     One phase is the same as its budget. Several add up to {@link #budgetUsd}, which may be left
 *     out
 * @param personYears how years of service are added up where there are phases
 * @param twoPaths hubs that need two ways to the existing network; there where a budget or a target
 *     of people is asked for at once, without phases or public money
 * @param seed of every random choice
 * @param steps moves that local search tries; like all its limits they count work, so that two runs
 *     give the same bytes
 * @param seconds wall-clock limit, 0 = none; a certificate says if it ended the search, and only
 *     then may two runs differ
 * @param threads that work at once, ≥ 1; plans do not depend on it
 */
@RecordBuilder
public record Scenario(
    @Initializer("UNNAMED") String name,
    List<String> countries,
    @Initializer("GOAL") Goal goal,
    @Initializer(source = Double.class, value = "NaN") double budgetUsd,
    @Initializer(source = Double.class, value = "NaN") double publicBudgetUsd,
    @Initializer(source = Double.class, value = "NaN") double targetRatio,
    @Initializer(source = ServiceStandard.class, value = "DEFAULT") ServiceStandard standard,
    @Initializer(source = Money.class, value = "DEFAULT") Money money,
    List<String> technologyIds,
    List<String> mediumIds,
    List<Lock> locks,
    List<MarketTerm> marketTerms,
    List<PolicyLever> levers,
    List<EquityWeight> fairness,
    @Initializer(source = Today.class, value = "DEFAULT") Today today,
    @Initializer("ROADS") Roads roads,
    @Initializer("BORDERS") Borders borders,
    @Initializer(source = Double.class, value = "NaN") double serviceAbroadUsdPerYear,
    Map<String, Double> budgetsByCountry,
    List<Feed> feeds,
    @Initializer(source = InstitutionChoice.class, value = "DEFAULT")
        InstitutionChoice institutions,
    List<Phase> phases,
    @Initializer("PERSON_YEARS") PersonYears personYears,
    @Initializer(source = TwoPaths.class, value = "NONE") TwoPaths twoPaths,
    @Initializer("SEED") long seed,
    @Initializer("STEPS") long steps,
    double seconds,
    @Initializer("THREADS") int threads)
    implements ScenarioBuilder.With {

  /** Name of a scenario that nobody named. */
  public static final String UNNAMED = "";

  /** What a plan strives for where nothing else is said. */
  public static final Goal GOAL = Goal.MOST_PEOPLE_UNDER_BUDGET;

  /** Roads where nothing is said of them. */
  public static final Roads ROADS = Roads.BUILT_IN;

  /** Borders where nothing is said of them. */
  public static final Borders BORDERS = Borders.OPEN;

  /** Person-years where nothing is said of them. */
  public static final PersonYears PERSON_YEARS = PersonYears.PLAIN;

  /** Seed where none is chosen. */
  public static final long SEED = 42;

  /** Moves of local search where no number is chosen. */
  public static final long STEPS = 20_000;

  /** Threads where no number is chosen. */
  public static final int THREADS = 2;

  /** What a plan strives for. */
  public enum Goal {
    /** Most weighted people brought to service within the budget. */
    MOST_PEOPLE_UNDER_BUDGET,
    /** Least lifetime cost of serving {@link Scenario#targetRatio} of the people. */
    LEAST_COST_TO_TARGET,
    /**
     * The highest share of people with service, today's included, that no district falls short of
     * within the budget; with that share kept, most people. Settlements of a country without a
     * district count as one district.
     */
    HIGHEST_DISTRICT_FLOOR,
    /**
     * The highest share of people with service, today's included, less what is unequal between
     * districts: the mean of districts' shares times one less their Gini coefficient, weighted by
     * people; the share that the worse off of two people drawn by chance has where they live.
     */
    HIGHEST_EQUITABLE_SHARE,
    /** Least public money for serving {@link Scenario#targetRatio} of the people. */
    LEAST_PUBLIC_MONEY_TO_TARGET;

    /** True for goals of districts' shares of people with service, whose values are ratios, 0–1. */
    public boolean isOfDistricts() {
      return this == HIGHEST_DISTRICT_FLOOR || this == HIGHEST_EQUITABLE_SHARE;
    }
  }

  /** How years of service are added up. */
  public enum PersonYears {
    /** Each counts as one. */
    PLAIN,
    /** Each counts as its discount, the first year as one. */
    DISCOUNTED
  }

  /**
   * A decision the plan must respect at one settlement.
   *
   * @param settlementId where
   * @param technologyId which technology
   * @param forbid true: never that technology there ("*" = none at all); false: always that one
   * @param placeId where the site of a technology that is always to be had stands; empty = anywhere
   */
  public record Lock(String settlementId, String technologyId, boolean forbid, String placeId) {

    public Lock {
      placeId = placeId == null ? "" : placeId;
    }

    /** From a site anywhere. */
    public Lock(String settlementId, String technologyId, boolean forbid) {
      this(settlementId, technologyId, forbid, "");
    }
  }

  public Scenario {
    countries = countries.stream().sorted().toList();
    technologyIds = List.copyOf(technologyIds);
    mediumIds = List.copyOf(mediumIds);
    once("countries", countries);
    once("technologyIds", technologyIds);
    once("mediumIds", mediumIds);
    locks = List.copyOf(locks);
    marketTerms = List.copyOf(marketTerms);
    levers = new Levers(levers).ordered();
    today = today == null ? Today.DEFAULT : today;
    roads = roads == null ? ROADS : roads;
    // scenarios of before there were borders say nothing of them
    borders = borders == null ? BORDERS : borders;
    feeds = feeds == null ? List.of() : Feed.checked(feeds);
    institutions = institutions == null ? InstitutionChoice.DEFAULT : institutions;
    // plans of before weights were known have none
    fairness = fairness == null ? List.of() : ordered(fairness);
    if (goal.isOfDistricts() && !fairness.isEmpty()) {
      throw new InputRefused("fairness.floor", "field", "fairness");
    }
    for (GrowthPoint each : standard.growth()) {
      if (each.year() < money.firstYear() || each.year() >= money.lastYear()) {
        String years = money.firstYear() + "-" + (money.lastYear() - 1);
        throw new InputRefused(
            "growth.outside",
            "field",
            "growth",
            "year",
            String.valueOf(each.year()),
            "years",
            years);
      }
    }
    for (InstitutionGoal each : institutions.goals()) {
      check(each, goal, money);
    }
    notNegative("budgetUsd", budgetUsd);
    notNegative("publicBudgetUsd", publicBudgetUsd);
    notNegative("serviceAbroadUsdPerYear", serviceAbroadUsdPerYear);
    // scenarios of before there were hubs have none
    twoPaths = twoPaths == null ? TwoPaths.NONE : twoPaths;
    boolean plain = goal == GOAL && Double.isNaN(publicBudgetUsd) && twoPaths.isNone();
    budgetsByCountry = byCountry(budgetsByCountry, countries, plain && none(phases));
    if (!budgetsByCountry.isEmpty() && budgetsByCountry.size() == countries.size()) {
      double usd = budgetsByCountry.values().stream().mapToDouble(Double::doubleValue).sum();
      budgetUsd = Double.isNaN(budgetUsd) ? usd : Math.min(budgetUsd, usd);
    }
    // scenarios of before there were phases have none
    phases = phases == null ? List.of() : List.copyOf(phases);
    personYears = personYears == null ? PERSON_YEARS : personYears;
    if (!phases.isEmpty()) {
      Phase.check(phases, money);
      budgetUsd = together(phases, budgetUsd);
      Phase.checkTargets(phases, strivesForTarget(goal) ? targetRatio : Double.NaN);
      phases = phases.size() == 1 ? List.of() : phases;
    }
    if (goal == Goal.HIGHEST_EQUITABLE_SHARE && !phases.isEmpty()) {
      throw new InputRefused("fairness.phases", "field", "phases");
    }
    boolean atOnce = phases.isEmpty() && Double.isNaN(publicBudgetUsd);
    boolean isPublic = goal == Goal.LEAST_PUBLIC_MONEY_TO_TARGET || !Double.isNaN(publicBudgetUsd);
    if (!Double.isNaN(serviceAbroadUsdPerYear) && (isPublic || !phases.isEmpty())) {
      throw new InputRefused("abroad.goal", "field", "serviceAbroadUsdPerYear");
    }
    if (!twoPaths.isNone()
        && !(atOnce
            && (goal == Goal.MOST_PEOPLE_UNDER_BUDGET || goal == Goal.LEAST_COST_TO_TARGET))) {
      throw new InputRefused("twoPaths.goal", "field", "twoPaths");
    }
    if (today.unsureCoverage() == Today.UnsureCoverage.COVERED
        && (goal != Goal.MOST_PEOPLE_UNDER_BUDGET
            || today.coverage() == Today.Coverage.NOT_KNOWN)) {
      // a share would be reached on paper; of coverage left out nothing is sure
      throw new InputRefused("today.unsure", "field", "today.unsureCoverage");
    }
  }

  /** Weights change what most people means, so only goals that look for most people have them. */
  private static void check(InstitutionGoal asked, Goal goal, Money money) {
    if (goal.isOfDistricts() || goal != Goal.MOST_PEOPLE_UNDER_BUDGET && !asked.asksForAll()) {
      throw new InputRefused("institutions.goal", "field", "institutions", "kind", asked.kind());
    }
    if (asked.byYear() != 0
        && (asked.byYear() < money.firstYear() || asked.byYear() > money.lastYear())) {
      throw new InputRefused(
          "field.range",
          "field",
          "byYear",
          "value",
          asked.byYear(),
          "low",
          money.firstYear(),
          "high",
          money.lastYear());
    }
  }

  private static boolean none(List<Phase> phases) {
    return phases == null || phases.isEmpty();
  }

  private static Map<String, Double> byCountry(
      Map<String, Double> budgets, List<String> all, boolean plain) {
    SortedMap<String, Double> sorted = new TreeMap<>();
    if (budgets != null) {
      budgets.forEach(
          (iso3, usd) -> {
            if (!all.contains(iso3)) {
              throw new InputRefused(
                  "budgets.country", "field", "budgetsByCountry", "country", iso3);
            }
            notNegative("budgetsByCountry." + iso3, usd);
            sorted.put(iso3, usd);
          });
    }
    if (!sorted.isEmpty() && !plain) {
      throw new InputRefused("budgets.goal", "field", "budgetsByCountry");
    }
    return Collections.unmodifiableSortedMap(sorted);
  }

  private static boolean strivesForTarget(Goal goal) {
    return goal == Goal.LEAST_COST_TO_TARGET || goal == Goal.LEAST_PUBLIC_MONEY_TO_TARGET;
  }

  /** What the phases bring together, which a budget beside them must not contradict. */
  private static double together(List<Phase> phases, double budgetUsd) {
    double usd = Phase.cumulativeUsd(phases)[phases.size() - 1];
    if (!Double.isNaN(budgetUsd) && Math.abs(budgetUsd - usd) > 0.005) {
      throw new InputRefused(
          "phases.total", "field", "phases", "budgetUsd", budgetUsd, "phasesUsd", usd);
    }
    return usd;
  }

  /** A country named twice would count its people twice. */
  private static void once(String field, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new InputRefused("scenario.twice", "field", field, "name", name);
      }
    }
  }

  private static void notNegative(String field, double budgetUsd) {
    if (budgetUsd < 0) {
      throw new InputRefused(
          "field.range", "field", field, "value", budgetUsd, "low", 0, "high", 1e15);
    }
  }

  /** By layer and group, so that the order in a file does not matter; 1 is the same as none. */
  private static List<EquityWeight> ordered(List<EquityWeight> weights) {
    TreeMap<String, EquityWeight> sorted = new TreeMap<>();
    for (EquityWeight each : weights) {
      String name = each.layer() + ":" + each.group();
      if (sorted.put(name, each) != null) {
        throw new InputRefused("fairness.twice", "field", "fairness", "group", name);
      }
    }
    return sorted.values().stream().filter(each -> each.weightRatio() != 1).toList();
  }

  /** The same choices, striving for least cost to a share of people served. */
  public Scenario withTarget(double changedTargetRatio) {
    return with().goal(Goal.LEAST_COST_TO_TARGET).targetRatio(changedTargetRatio).build();
  }

  /** The same choices with a cap on public money in place of one on lifetime cost. */
  public Scenario withPublicBudgetAlone(double usd) {
    return with().budgetUsd(Double.NaN).publicBudgetUsd(usd).build();
  }

  /** The same choices, striving for least public money to a share of people served. */
  public Scenario withPublicTarget(double changedTargetRatio) {
    return with()
        .goal(Goal.LEAST_PUBLIC_MONEY_TO_TARGET)
        .budgetUsd(Double.NaN)
        .publicBudgetUsd(Double.NaN)
        .targetRatio(changedTargetRatio)
        .build();
  }

  /** True where a share of the people is to be served for as little as possible. */
  public boolean strivesForTarget() {
    return strivesForTarget(goal);
  }

  /** True where a budget says what everything the plan builds may cost. */
  public boolean hasBudget() {
    return !Double.isNaN(budgetUsd);
  }

  /** True when years are planned one phase after the other. */
  public boolean hasPhases() {
    return !phases.isEmpty();
  }

  /** The same choices for another budget, of which each phase has the share that it has now. */
  public Scenario withScaledPhases(double usd) {
    List<Phase> scaled = phases.stream().map(each -> each.scaled(usd / budgetUsd)).toList();
    return withProgramme(scaled);
  }

  /** The same choices with other phases, or none, in place of the budget. */
  public Scenario withProgramme(List<Phase> changed) {
    return with().budgetUsd(Double.NaN).phases(changed).build();
  }

  /** What a year of service of one person is worth over each phase, as {@link PersonYears} says. */
  public double[] phaseWeights() {
    double[] weights = new double[phases.size()];
    double factor = 1;
    for (int k = 0; k < weights.length; k++) {
      for (int year = 0; year < phases.get(k).years(); year++) {
        weights[k] += personYears == PersonYears.PLAIN ? 1 : factor;
        factor /= 1 + money.discountRateRatio();
      }
    }
    return weights;
  }
}
