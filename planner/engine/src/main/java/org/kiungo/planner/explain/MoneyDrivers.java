package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.finance.CostAllocation;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * What moves the public money of a plan, one thing at a time: everything else keeps its value, the
 * plan its decisions, and the accounts are those that its bill is made of. Present values, USD.
 *
 * @param drivers the widest first; none where public money is not known
 * @param taxFreeUsd public money if nothing of the works were taxed; NaN where it is not known
 */
public record MoneyDrivers(List<Driver> drivers, double taxFreeUsd) {

  /** Nothing is known of what moves it. */
  public static final MoneyDrivers UNKNOWN = new MoneyDrivers(List.of(), Double.NaN);

  /** So many of all people more or fewer subscribe: no source gives a range, so it is taken. */
  public static final double ADOPTION_RATIO = 0.1;

  /** As many as a reader remembers. */
  private static final int MOST = 5;

  public MoneyDrivers {
    drivers = List.copyOf(drivers);
  }

  /** What may turn out otherwise. */
  public enum Kind {
    /** What a subscriber pays, in every wealth tier. */
    REVENUE(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE, EconomicTerm.ARPU_HIGH),
    /** How that grows. */
    GROWTH(EconomicTerm.ARPU_GROWTH),
    /** Share of people who subscribe; terminals are bought for as many. */
    ADOPTION,
    /** Every price of the cost book. */
    PRICES,
    TAX(EconomicTerm.TAX),
    ADMINISTRATION(EconomicTerm.ADMINISTRATION),
    MARGIN(EconomicTerm.MARGIN),
    CAPITAL(EconomicTerm.COST_OF_CAPITAL),
    SPECTRUM(EconomicTerm.SPECTRUM);

    private final Set<EconomicTerm> terms = EnumSet.noneOf(EconomicTerm.class);

    Kind(EconomicTerm... terms) {
      this.terms.addAll(List.of(terms));
    }

    /** As bundles and files name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** True where no source gives its range anywhere. */
    private boolean isAssumed() {
      return this == ADOPTION;
    }
  }

  /**
   * One thing.
   *
   * @param lowUsd public money with it at the low end of its range
   * @param highUsd at the high end: less than at the low end of what users bring
   * @param assumed whether no source gives its range, or in some country its figure
   * @param range of the term that it is, in the term's unit, of what users pay that of middle
   *     incomes; null where several countries have one each, or none has
   */
  public record Driver(Kind kind, double lowUsd, double highUsd, boolean assumed, Figure range) {

    /** The least of both. */
    public double leastUsd() {
      return Math.min(lowUsd, highUsd);
    }

    /** The most of both. */
    public double mostUsd() {
      return Math.max(lowUsd, highUsd);
    }

    private double spanUsd() {
      return mostUsd() - leastUsd();
    }
  }

  /** Those of a plan under the problem's market terms. */
  public static MoneyDrivers of(PlanningProblem problem, Plan plan) {
    CostAllocation.Shares shares = CostAllocation.of(plan);
    if (Double.isNaN(PlanFinance.publicUsd(problem, plan, shares))) {
      return UNKNOWN;
    }
    List<Driver> drivers = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean assumed = kind.isAssumed() || isAssumed(problem, kind);
      Driver each =
          switch (kind) {
            case PRICES ->
                new Driver(
                    kind,
                    priced(problem, plan, Figure::low),
                    priced(problem, plan, Figure::high),
                    assumed,
                    null);
            case ADOPTION ->
                new Driver(
                    kind,
                    adopted(problem, plan, -ADOPTION_RATIO),
                    adopted(problem, plan, ADOPTION_RATIO),
                    assumed,
                    null);
            default ->
                new Driver(
                    kind,
                    under(problem, plan, shares, kind.terms, Figure::low),
                    under(problem, plan, shares, kind.terms, Figure::high),
                    assumed,
                    range(problem, kind));
          };
      if (each.spanUsd() > 0) {
        drivers.add(each);
      }
    }
    drivers.sort(Comparator.comparingDouble(Driver::spanUsd).reversed());
    return new MoneyDrivers(
        drivers.stream().limit(MOST).toList(),
        under(problem, plan, shares, Set.of(EconomicTerm.TAX), figure -> 0));
  }

  private static Figure range(PlanningProblem problem, Kind kind) {
    EconomicTerm term =
        kind == Kind.REVENUE ? EconomicTerm.ARPU_MIDDLE : kind.terms.iterator().next();
    return problem.economics().size() == 1 ? problem.economics().get(0).figure(term) : null;
  }

  private static boolean isAssumed(PlanningProblem problem, Kind kind) {
    return problem.economics().stream()
        .flatMap(each -> kind.terms.stream().map(each::figure))
        .anyMatch(figure -> figure != null && figure.assumed());
  }

  private static double under(
      PlanningProblem problem,
      Plan plan,
      CostAllocation.Shares shares,
      Set<EconomicTerm> moved,
      ToDoubleFunction<Figure> end) {
    List<CountryEconomics> terms = new ArrayList<>();
    for (CountryEconomics each : problem.economics()) {
      Map<EconomicTerm, Figure> figures = new EnumMap<>(EconomicTerm.class);
      each.terms()
          .forEach(
              (term, figure) ->
                  figures.put(
                      term,
                      moved.contains(term) ? figure.withValue(end.applyAsDouble(figure)) : figure));
      terms.add(new CountryEconomics(each.country(), figures));
    }
    return PlanFinance.publicUsd(problem.withEconomics(terms), plan, shares);
  }

  private static double priced(PlanningProblem problem, Plan plan, ToDoubleFunction<Figure> end) {
    PlanningProblem at = CostRange.priced(problem, end);
    return PlanFinance.publicUsd(at, CostRange.repriced(at, plan));
  }

  /** Between hardly anybody and everybody; years before the last in the same proportion. */
  private static double adopted(PlanningProblem problem, Plan plan, double moreRatio) {
    ServiceStandard now = problem.standard();
    double ratio = Math.max(0.01, Math.min(1, now.adoptionRatio() + moreRatio));
    double times = ratio / now.adoptionRatio();
    List<GrowthPoint> growth =
        now.growth().stream()
            .map(g -> new GrowthPoint(g.year(), g.adoptionRatio() * times, g.volumeRatio()))
            .toList();
    ServiceStandard then =
        new ServiceStandard(
            now.downlinkMbps(),
            now.overbookingFactor(),
            now.roundTripMs(),
            now.basicDownlinkMbps(),
            now.basicWeightRatio(),
            ratio,
            now.peoplePerHousehold(),
            now.sizing(),
            growth);
    PlanningProblem at = problem.with().standard(then).build();
    return PlanFinance.publicUsd(at, CostRange.repriced(at, plan));
  }
}
