package org.kiungo.web.page;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.compare.Margin;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.web.compare.Likeness;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.WholePeople;

/**
 * Two plans side by side, B against A. Only plans on the same input data and the same catalogue may
 * be subtracted; what assumptions bring is told apart from what decisions bring.
 *
 * @param likeness in what they differ before anything is planned
 */
public record Comparison(PlanView a, PlanView b, Likeness likeness) {

  public Comparison(PlanView a, PlanView b) {
    this(a, b, Likeness.between(side(a.detail()), side(b.detail())));
  }

  private static Likeness.Side side(PlanDetail plan) {
    return new Likeness.Side(plan.scenario(), plan.inputs(), plan.versions().catalogueVersion());
  }

  /** Which way of a figure is good news. */
  public enum Wish {
    MORE,
    LESS,
    NEITHER,
    /** The two count from different starts: no difference can be told. */
    UNLIKE
  }

  /** How a figure is written. */
  public enum Style {
    PEOPLE,
    USD,
    RATIO,
    COUNT
  }

  /**
   * One figure of both plans; NaN when a plan does not have it.
   *
   * @param margin what both may be off by together; NaN where that is not known
   */
  public record Row(String key, Style style, Wish wish, double a, double b, double margin) {

    public double difference() {
      return wish == Wish.UNLIKE ? Double.NaN : b - a;
    }

    /** What the figure is called elsewhere; null where no other page has it. */
    public String figure() {
      return switch (key) {
        case "served" -> "peopleAtStandard";
        case "sure" -> "peopleGainedSure";
        case "basic" -> "peopleWithBasic";
        case "unserved" -> "peopleUnserved";
        case "lifetime" -> "lifetimeCostUsd";
        case "public" -> "publicUsd";
        case "capex" -> "capexUsd";
        case "opex" -> "opexUsdPerYear";
        case "person" -> "usdPerPersonAdded";
        case "sites", "masts" -> key;
        case "links-masts" -> "linksBetweenMasts";
        case "links-network" -> "linksToNetwork";
        default -> null;
      };
    }

    /** Change relative to A; NaN from nothing, and from less than nothing to more. */
    public double ratio() {
      return a == 0 || a < 0 && b > 0 ? Double.NaN : difference() / Math.abs(a);
    }

    /** False for a difference that may be nothing but what the searches left undone. */
    public boolean toldApart() {
      return difference() == 0
          || Double.isNaN(difference())
          || Margin.isToldApart(difference(), margin);
    }

    /** Key of the word for the change: better, worse, more, less, equal, indistinct, none. */
    public String verdict() {
      double difference = difference();
      if (Double.isNaN(difference)) {
        return "none";
      }
      if (difference == 0) {
        return "equal";
      }
      if (!toldApart()) {
        return "indistinct";
      }
      boolean more = difference > 0;
      return switch (wish) {
        case NEITHER, UNLIKE -> more ? "more" : "less";
        case MORE -> more ? "better" : "worse";
        case LESS -> more ? "worse" : "better";
      };
    }
  }

  /** Figures in the order of the table. */
  public List<Row> rows() {
    var ta = a.detail().totals();
    var tb = b.detail().totals();
    return List.of(
        people("served", Wish.MORE, WholePeople::atStandard),
        people("basic", Wish.NEITHER, WholePeople::basicThen),
        people("unserved", Wish.LESS, WholePeople::unserved),
        new Row("sure", Style.PEOPLE, good(Wish.MORE), sure(a), sure(b), sureMargin()),
        row("lifetime", Style.USD, Wish.LESS, ta.lifetimeCostUsd(), tb.lifetimeCostUsd()),
        row("public", Style.USD, Wish.LESS, ta.viabilityGapUsd(), tb.viabilityGapUsd()),
        row("capex", Style.USD, Wish.LESS, ta.capexUsd(), tb.capexUsd()),
        row("opex", Style.USD, Wish.LESS, ta.opexUsdPerYear(), tb.opexUsdPerYear()),
        row("person", Style.USD, today(Wish.LESS), a.usdPerPersonAdded(), b.usdPerPersonAdded()),
        row("least", Style.RATIO, today(Wish.MORE), leastServed(a), leastServed(b)),
        count("sites", PlanDetail.Works::sites),
        count("masts", PlanDetail.Works::masts),
        count("links-masts", PlanDetail.Works::linksBetweenMasts),
        count("links-network", PlanDetail.Works::linksToNetwork));
  }

  /** Whether a plan of them needs more public money than its network costs: pages say why. */
  public boolean isPublicAboveWorks() {
    return Stream.of(a, b)
        .map(each -> each.detail().totals())
        .anyMatch(each -> each.viabilityGapUsd() > each.lifetimeCostUsd());
  }

  /** Other assumptions make a plan neither better nor worse. */
  private Wish good(Wish wish) {
    return wish == Wish.UNLIKE || likeness.assumptions().isEmpty() ? wish : Wish.NEITHER;
  }

  /** Of figures that count whoever is served today too. */
  private Wish today(Wish wish) {
    return likeness.sameToday() ? wish : Wish.UNLIKE;
  }

  /** People gained who are without service today even at the high end of coverage, whole. */
  private static double sure(PlanView plan) {
    TodayTotals today = plan.detail().totals().today();
    return today == null ? Double.NaN : Math.rint(today.peopleGainedSure());
  }

  /**
   * Gaps are in the people that plans strive for, who are the sure ones only where none else is.
   */
  private double sureMargin() {
    return Stream.of(a, b)
        .filter(each -> PlanSummary.gainsWhateverToday(each.detail().scenario()))
        .mapToDouble(each -> margin(each).people())
        .sum();
  }

  private Row people(String key, Wish wish, ToLongFunction<WholePeople> figure) {
    // whole, so that the difference is that of what is printed
    long ofA = figure.applyAsLong(a.counted());
    long ofB = figure.applyAsLong(b.counted());
    return new Row(key, Style.PEOPLE, good(today(wish)), ofA, ofB, peopleMargin());
  }

  private Row count(String key, ToIntFunction<PlanDetail.Works> figure) {
    int ofA = figure.applyAsInt(a.detail().works());
    int ofB = figure.applyAsInt(b.detail().works());
    return row(key, Style.COUNT, Wish.NEITHER, ofA, ofB);
  }

  private Row row(String key, Style style, Wish wish, double ofA, double ofB) {
    return new Row(key, style, good(wish), ofA, ofB, margin(a).of(ofA) + margin(b).of(ofB));
  }

  /**
   * Key of the sentence on what both plans may be off by: gaps of plans that strive for districts'
   * shares are none in people or money.
   */
  public String marginKey() {
    String key =
        Double.isNaN(peopleMargin())
            ? "margin-unknown"
            : isOfShares(a) && isOfShares(b)
                ? "margin-exact"
                : isOfShares(a) || isOfShares(b) ? "margin-one" : "margin";
    return "ui.compare." + key;
  }

  /** Whether of the two the second alone has a gap in people. */
  public boolean isSecondFirst() {
    return isOfShares(a) && !isOfShares(b);
  }

  private static boolean isOfShares(PlanView plan) {
    return plan.detail().scenario().goal().isOfDistricts();
  }

  /** What people of both plans may be off by together; NaN where that is not known. */
  public double peopleMargin() {
    return margin(a).people() + margin(b).people();
  }

  /** What the lifetime costs of both may be off by together; NaN where that is not known. */
  public double usdMargin() {
    return row("lifetime").margin();
  }

  private static Margin margin(PlanView plan) {
    PlanDetail detail = plan.detail();
    return Margin.of(detail.totals(), detail.certificate(), detail.scenario());
  }

  /** How far from the best possible one plan is at most, 0–1; NaN where nothing is known. */
  public double gapA() {
    return a.detail().certificate().gapRatio();
  }

  public double gapB() {
    return b.detail().certificate().gapRatio();
  }

  private static double leastServed(PlanView plan) {
    return plan.districts().isEmpty() ? Double.NaN : plan.districts().get(0).servedRatio();
  }

  /** The row of this comparison with a key. */
  public Row row(String key) {
    return rows().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  /** False when differences would mix decisions with data, or a plan says what is not so. */
  public boolean comparable() {
    return why() == null;
  }

  /** Why nothing can be said of their difference, as screens word it; null where it can. */
  public String why() {
    if (a.verdict().isRefused() || b.verdict().isRefused()) {
      return "refused";
    }
    return likeness.why();
  }

  /** Whether they may share a chart: it holds plans on the same data of the same countries. */
  public boolean shareChart() {
    return likeness.sameCountries() && likeness.sameInputs();
  }

  /** Families that either plan uses, in legend order. */
  public List<String> legendFamilies() {
    return TechnologyFamilies.builtIn().inLegendOrder().stream()
        .map(TechnologyFamily::id)
        .filter(each -> uses(a, each) || uses(b, each))
        .toList();
  }

  private static boolean uses(PlanView plan, String family) {
    return plan.families().stream().anyMatch(each -> each.family().equals(family));
  }

  /** The people of the sentence that says what B brings. */
  public Row leadPeople() {
    return row(likeness.sameToday() ? "served" : "sure");
  }

  /**
   * Key of the sentence that says what B brings and costs. Where assumptions differ it says how far
   * the figures are apart, and of what that comes: {1} and {2} then carry their signs.
   */
  public String leadKey() {
    if (!likeness.sameToday()) {
      return "ui.compare.lead-today";
    }
    if (!likeness.assumptions().isEmpty()) {
      return likeness.isDecided() ? "ui.compare.lead-mixed" : "ui.compare.lead-assumed";
    }
    boolean told = row("served").toldApart();
    String people =
        !told ? "indistinct" : b.peopleAtStandard() >= a.peopleAtStandard() ? "more" : "fewer";
    String cost =
        !row("lifetime").toldApart()
            ? "indistinct"
            : costUsd(b) >= costUsd(a) ? "dearer" : "cheaper";
    return "ui.compare.lead." + people + "." + cost;
  }

  public double peopleApart() {
    return Math.abs(row("served").difference());
  }

  public double usdApart() {
    return Math.abs(costUsd(b) - costUsd(a));
  }

  private static double costUsd(PlanView plan) {
    return plan.detail().totals().lifetimeCostUsd();
  }
}
