package org.kiungo.web.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.explain.DistrictShares;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.page.figure.Mark;
import org.kiungo.web.plan.CostParts;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.WholePeople;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * A plan with the sums its page needs. People without even basic service, people with basic service
 * only and people at the standard are always told apart.
 */
public record PlanView(PlanDetail detail) {

  private static final int LEAST_SERVED_SHOWN = 3;

  public String id() {
    return detail.id();
  }

  private Plan.Totals totals() {
    return detail.totals();
  }

  /** Marks of figures of this plan, as {@link Mark} writes them; null where none is known. */
  public String mark(String... figures) {
    return Mark.IN_TEMPLATES.all(
        Arrays.stream(figures)
            .map(each -> Mark.IN_TEMPLATES.of(each, id(), figure(each)))
            .toArray(String[]::new));
  }

  /** Marks of the figures in the sentence on whom the plan gains; null where none is known. */
  public String gainMark() {
    return PlanSummary.gainsWhateverToday(detail.scenario())
        ? mark("peopleGainedSure", "peopleGained")
        : mark("peopleGainedSure", "peopleGainedLikely", "peopleGainedPossible");
  }

  /** Marks of the figures in the sentence on what the plan brings: see {@link Figures#served}. */
  public String leadMark() {
    return counted().basic() > 0 ? mark("peopleServed") : titleMark();
  }

  /** The same where a range tells those with basic service too: see {@link Figures#gainRange}. */
  public String titleMark() {
    TodayTotals today = totals().today();
    return today == null || PlanSummary.gainsWhateverToday(detail.scenario())
        ? mark("peopleServed")
        : Double.isNaN(today.peopleGainedPossible())
            ? mark("peopleGainedSure", "peopleGained")
            : mark("peopleGainedSure", "peopleGainedPossible");
  }

  private double figure(String name) {
    Plan.Totals t = totals();
    TodayTotals today = t.today();
    return switch (name) {
      case "population" -> t.population();
      case "peopleBaseline" -> t.peopleBaseline();
      case "peopleBaselineLow" -> today == null ? Double.NaN : today.peopleBaselineLow();
      case "peopleBaselineHigh" -> today == null ? Double.NaN : today.peopleBaselineHigh();
      case "peopleGainedSure" -> today == null ? Double.NaN : today.peopleGainedSure();
      case "peopleGainedLikely" -> today == null ? Double.NaN : today.peopleGainedLikely();
      case "peopleGainedPossible" -> today == null ? Double.NaN : today.peopleGainedPossible();
      case "peopleGained" -> t.peopleServed() + t.peopleBasic();
      case "publicUsd" -> t.viabilityGapUsd();
      case "peopleServed" -> t.peopleServed();
      case "peopleBasic" -> t.peopleBasic();
      case "peopleBaselineBasic" -> today == null ? Double.NaN : today.peopleBaselineBasic();
      case "peopleWithBasic" -> peopleWithBasic();
      case "peopleUnserved" -> t.peopleUnserved();
      case "peopleAtStandard" -> peopleAtStandard();
      case "mostPeopleAtStandard" -> mostPeopleAtStandard();
      case "belowStandard" -> belowStandard();
      case "baselineRatio" -> shares().today();
      case "servedRatio" -> shares().plan();
      case "belowStandardRatio" -> shares().below();
      case "capexUsd" -> t.capexUsd();
      case "opexUsdPerYear" -> t.opexUsdPerYear();
      case "transitUsdPerYear" -> t.transit() == null ? Double.NaN : t.transit().opexUsdPerYear();
      case "lifetimeCostUsd" -> t.lifetimeCostUsd();
      case "usdPerPersonAdded" -> usdPerPersonAdded();
      case "sites" -> detail.works().sites();
      case "masts" -> detail.works().masts();
      case "linksBetweenMasts" -> detail.works().linksBetweenMasts();
      case "linksToNetwork" -> detail.works().linksToNetwork();
      default -> throw new IllegalArgumentException("no figure of a plan is called " + name);
    };
  }

  /** Its people as whole numbers that add up. */
  public WholePeople counted() {
    return WholePeople.of(totals());
  }

  /** People at the standard when the plan is built. */
  public double peopleAtStandard() {
    return totals().peopleBaseline() + totals().peopleServed();
  }

  /** People below the standard when the plan is built, basic service included. */
  public double belowStandard() {
    return totals().population() - peopleAtStandard();
  }

  /** People with basic service only when the plan is built, those who have it today included. */
  public double peopleWithBasic() {
    return WholePeople.withBasicThen(totals());
  }

  /** Those of them who have it today; 0 where nobody has. */
  public double peopleWithBasicToday() {
    return peopleWithBasic() - totals().peopleBasic();
  }

  /** Lifetime cost over everybody the plan brings to standard or basic service; NaN for nobody. */
  public double usdPerPersonAdded() {
    return usdPerPersonAdded(totals().lifetimeCostUsd());
  }

  /**
   * Most people who can be at the standard for the same money: a bound on what people count is one
   * on their number once it is divided by what a person newly at the standard counts at least. NaN
   * without a bound, or when the plan strives for something else; of a programme person-years are
   * bounded, not people.
   */
  public double mostPeopleAtStandard() {
    boolean people = detail.scenario().goal() == Scenario.Goal.MOST_PEOPLE_UNDER_BUDGET;
    if (!people || detail.scenario().hasPhases()) {
      return Double.NaN;
    }
    double gained = detail.certificate().bound() / leastWeightRatio();
    return Math.min(totals().population(), totals().peopleBaseline() + gained);
  }

  /**
   * True where its objective counts people otherwise than as those at the standard, so that what
   * bounds it is no bound on their number that is as near.
   */
  public boolean isWeighted() {
    return !Double.isNaN(mostPeopleAtStandard())
        && Math.abs(detail.certificate().value() - totals().peopleServed()) >= 0.5;
  }

  /** What a person newly at the standard counts at least in the objective; those of groups less. */
  private double leastWeightRatio() {
    TodayTotals today = totals().today();
    boolean hasBasic = today != null && today.peopleBaselineBasic() > 0;
    double lost = hasBasic ? detail.scenario().standard().basicWeightRatio() : 0;
    double byGroups =
        detail.scenario().fairness().stream()
            .collect(
                Collectors.groupingBy(
                    EquityWeight::layer,
                    Collectors.reducing(1.0, EquityWeight::weightRatio, Math::min)))
            .values()
            .stream()
            .reduce(1.0, (one, other) -> one * other);
    return (1 - lost) * byGroups;
  }

  /** Lifetime cost, moved to an end of its range, over everybody added; NaN for nobody. */
  public double usdPerPersonAdded(double lifetimeCostUsd) {
    double added = totals().peopleServed() + totals().peopleBasic();
    return added > 0 ? lifetimeCostUsd / added : Double.NaN;
  }

  /** What its lifetime cost is made of; null of a plan in phases. */
  public CostParts costParts() {
    return detail.programme() == null ? CostParts.of(totals(), detail.scenario().money()) : null;
  }

  /** True where people served today are known as a range only. */
  public boolean isTodayRanged() {
    TodayTotals today = totals().today();
    // a range that three digits do not show is none: files state nearly all of today
    return today != null
        && today.peopleBaselineHigh() - today.peopleBaselineLow()
            > 1e-3 * today.peopleBaselineHigh();
  }

  /** True where the scenario counts nobody as served today, whatever is known. */
  public boolean isTodayLeftOut() {
    return detail.scenario().today().leavesOut();
  }

  /** True where more than half of the nodes at which the network starts are assumed. */
  public boolean isMostlyAssumed() {
    PlanDetail.AssumedNodes nodes = detail.assumedNodes();
    return nodes != null && nodes.prevail(detail.scenario().today());
  }

  public double baselineRatio() {
    return ratio(totals().peopleBaseline());
  }

  public double servedRatio() {
    return ratio(totals().peopleServed());
  }

  /**
   * Shares of all people as pages tell them: rounded so that they add up.
   *
   * @param today at the standard today
   * @param plan brought there
   * @param below still below it
   */
  public record Shares(double today, double plan, double below) {

    /** At the standard when the plan is built. */
    public double atStandard() {
      return 1 - below;
    }
  }

  public Shares shares() {
    double[] by = WholePeople.shares(baselineRatio(), servedRatio(), ratio(belowStandard()));
    return new Shares(by[0], by[1], by[2]);
  }

  public double basicRatio() {
    return ratio(peopleWithBasic());
  }

  private double ratio(double people) {
    return PeopleShare.ratio(people, totals().population());
  }

  public int years() {
    return detail.scenario().money().years();
  }

  /**
   * Width of a share in a bar that is 100 wide, as SVG writes it; nothing for what is not known.
   */
  public static String percentWidth(double ratio) {
    return Double.isNaN(ratio) ? "0" : String.format(Locale.ROOT, "%.2f", ratio * 100);
  }

  /** Key of the brief's sentence on how good the plan is; {0} the gap in words. */
  public String proofKey() {
    boolean bounded = !Double.isNaN(detail.certificate().gapRatio()) || verdict().isRefused();
    return bounded ? "ui.brief." + verdict().verdict() : "ui.brief.unbounded";
  }

  /** What may be said of it. */
  public PlanVerdict verdict() {
    return detail.verification();
  }

  /** Key of the sentence on why a gap remains where that can be told; else null. */
  public String gapReasonKey() {
    return switch (detail.certificate().endedBy()) {
      case BRANCHES, RULES, CLOCK, STOP -> "ui.brief.ended." + detail.certificate().endedBy();
      case OPTIMUM, MOVES, WORK -> null;
    };
  }

  /** People by family of technologies, in legend order; families that serve nobody are left out. */
  public List<FamilyPeople> families() {
    return TechnologyFamilies.builtIn().inLegendOrder().stream()
        .map(family -> family.id())
        .map(family -> new FamilyPeople(family, peopleOf(family), lifetimeCostUsdOf(family)))
        .filter(each -> each.people() > 0)
        .toList();
  }

  private double peopleOf(String family) {
    return sharesOf(family).mapToDouble(PlanDetail.TechnologyShare::people).sum();
  }

  private double lifetimeCostUsdOf(String family) {
    return sharesOf(family).mapToDouble(PlanDetail.TechnologyShare::lifetimeCostUsd).sum();
  }

  private Stream<PlanDetail.TechnologyShare> sharesOf(String family) {
    TechnologyFamilies families = TechnologyFamilies.builtIn();
    return detail.byTechnology().stream()
        .filter(each -> families.shown(each.family()).id().equals(family));
  }

  /** People whom a family of technologies serves, standard and basic together, and its cost. */
  record FamilyPeople(String family, double people, double lifetimeCostUsd) {}

  /** Districts with the smallest share at the standard. */
  public List<District> leastServed() {
    return districts().stream().limit(LEAST_SERVED_SHOWN).toList();
  }

  /**
   * What a reader calls a district of the plan.
   *
   * @param language ISO 639-1
   */
  public String districtName(String name, Figures figures, String language) {
    return figures.district(DistrictNames.told(detail.scenario().countries(), name, language));
  }

  /** All districts, least served first; those without known people are left out. */
  public List<District> districts() {
    return detail.byDistrict().stream()
        .filter(each -> each.population() > 0)
        .map(District::new)
        .sorted(Comparator.comparingDouble(District::servedRatio))
        .toList();
  }

  /** How unequal their shares at the standard are. */
  public DistrictShares evenness() {
    List<District> all = districts();
    return new DistrictShares(
        all.stream().map(each -> each.share().population()).toList(),
        all.stream().map(District::servedRatio).toList());
  }

  /** A district's share and the people left below the standard. */
  public record District(PlanDetail.DistrictShare share) {

    public String name() {
      return share.district();
    }

    public double servedRatio() {
      return PeopleShare.ratio(share.peopleBaseline() + share.peopleServed(), share.population());
    }

    public double belowStandard() {
      return share.population() - share.peopleBaseline() - share.peopleServed();
    }
  }
}
