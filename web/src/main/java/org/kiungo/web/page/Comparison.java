package org.kiungo.web.page;

import java.util.List;
import java.util.Objects;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.web.plan.PlanDetail;

/**
 * Two plans side by side, B against A. Only plans on the same input data and the same catalogue may
 * be subtracted; other differences would mix what was decided with what was assumed.
 */
record Comparison(PlanView a, PlanView b) {

  /** Which way of a figure is good news. */
  enum Wish {
    MORE,
    LESS,
    NEITHER
  }

  /** How a figure is written. */
  enum Style {
    PEOPLE,
    USD,
    RATIO,
    COUNT
  }

  /** One figure of both plans; NaN when a plan does not have it. */
  record Row(String key, Style style, Wish wish, double a, double b) {

    public double difference() {
      return b - a;
    }

    /** Change relative to A; NaN from nothing. */
    public double ratio() {
      return a == 0 ? Double.NaN : difference() / Math.abs(a);
    }

    /** Key of the word for the change: better, worse, more, less, equal. */
    public String verdict() {
      double difference = difference();
      if (difference == 0 || Double.isNaN(difference)) {
        return "equal";
      }
      boolean more = difference > 0;
      return switch (wish) {
        case NEITHER -> more ? "more" : "less";
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
        new Row("served", Style.PEOPLE, Wish.MORE, a.peopleAtStandard(), b.peopleAtStandard()),
        new Row("basic", Style.PEOPLE, Wish.NEITHER, ta.peopleBasic(), tb.peopleBasic()),
        new Row("unserved", Style.PEOPLE, Wish.LESS, ta.peopleUnserved(), tb.peopleUnserved()),
        new Row("lifetime", Style.USD, Wish.LESS, ta.lifetimeCostUsd(), tb.lifetimeCostUsd()),
        new Row("capex", Style.USD, Wish.LESS, ta.capexUsd(), tb.capexUsd()),
        new Row("opex", Style.USD, Wish.LESS, ta.opexUsdPerYear(), tb.opexUsdPerYear()),
        new Row("person", Style.USD, Wish.LESS, a.usdPerPersonAdded(), b.usdPerPersonAdded()),
        new Row("least", Style.RATIO, Wish.MORE, leastServed(a), leastServed(b)),
        new Row("sites", Style.COUNT, Wish.NEITHER, sites(a), sites(b)),
        new Row("links", Style.COUNT, Wish.NEITHER, links(a), links(b)));
  }

  private static double leastServed(PlanView plan) {
    return plan.districts().isEmpty() ? Double.NaN : plan.districts().get(0).servedRatio();
  }

  private static double sites(PlanView plan) {
    return plan.detail().byTechnology().stream().mapToInt(PlanDetail.TechnologyShare::sites).sum();
  }

  private static double links(PlanView plan) {
    return plan.detail().byMedium().stream().mapToInt(PlanDetail.MediumShare::links).sum();
  }

  /** The row of this comparison with a key. */
  public Row row(String key) {
    return rows().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  /** True when both plans were made from the same files. */
  public boolean sameInputs() {
    return Objects.equals(a.detail().inputs(), b.detail().inputs());
  }

  /** True when both plans were made with the same cost book. */
  public boolean sameCatalogue() {
    return a.detail()
        .versions()
        .catalogueVersion()
        .equals(b.detail().versions().catalogueVersion());
  }

  /** False when differences would mix decisions with data. */
  public boolean comparable() {
    return sameInputs() && sameCatalogue();
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

  /** Key of the sentence that says what B brings and costs. */
  public String leadKey() {
    String people = b.peopleAtStandard() >= a.peopleAtStandard() ? "more" : "fewer";
    String cost = costUsd(b) >= costUsd(a) ? "dearer" : "cheaper";
    return "ui.compare.lead." + people + "." + cost;
  }

  public double peopleApart() {
    return Math.abs(b.peopleAtStandard() - a.peopleAtStandard());
  }

  public double usdApart() {
    return Math.abs(costUsd(b) - costUsd(a));
  }

  private static double costUsd(PlanView plan) {
    return plan.detail().totals().lifetimeCostUsd();
  }
}
