package org.kiungo.web.page.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.explain.AssumedShare;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Work;
import org.kiungo.planner.explain.MoneyDrivers.Driver;
import org.kiungo.planner.explain.SitePower;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.doubt.FirstLayer;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.CoverageLine;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.WorksTable;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.WorkWords;

/**
 * What whoever pays asks first, each with an answer of figures that the rest of the brief tells.
 */
final class DonorAnswers {

  private static final int NAMED = 3;

  /** What a reader has to know of how many things are built, in this order. */
  private static final List<Item> COUNTED =
      List.of(
          Item.MASTS_STANDING,
          Item.CABLE_KM,
          Item.HOPS,
          Item.SKY,
          Item.TERMINALS,
          Item.POWER_GRID,
          Item.POWER_SOLAR,
          Item.POWER_HYBRID);

  private final Told told;
  private final PlanView view;
  private final PlanDetail plan;
  private final Scenario scenario;
  private final Plan.Totals totals;
  private final PlanMoney money;
  private final Doubt doubt;
  private final Figures n;
  private final Words words;

  /**
   * What is known of a plan beside its sums.
   *
   * @param money null of a plan of before plans had accounts
   * @param payers null where nobody settled who pays
   * @param works all rows
   * @param left districts where people stay without, the worst first
   * @param doubt null where no study of doubt is kept, or none that may be told
   */
  record Told(
      PlanView view,
      PlanMoney money,
      BriefPayers payers,
      List<Work> works,
      List<DistrictLeft> left,
      Doubts.Told doubt,
      List<CoverageLine> coverage,
      AssumedShare assumed,
      double modelledRatio,
      int unverifiedHops) {}

  /**
   * A question with its answer.
   *
   * @param id of the question, as words have it
   * @param figures marks of the figures in the answer; null where none is marked
   */
  record Answer(String id, String text, String figures) {}

  private DonorAnswers(Told told, Words words) {
    this.told = told;
    this.words = words;
    view = told.view();
    plan = view.detail();
    scenario = plan.scenario();
    totals = plan.totals();
    money = told.money();
    doubt = told.doubt() == null ? null : told.doubt().doubt();
    n = Figures.of(words.locale());
  }

  /** All ten, in their order. */
  static List<Answer> of(Told told, Words words) {
    return new DonorAnswers(told, words).all();
  }

  private List<Answer> all() {
    return List.of(
        new Answer("pay", pay(), isKnown() ? view.mark("publicUsd") : null),
        new Answer(
            "built", built(), view.mark("sites", "masts", "linksBetweenMasts", "linksToNetwork")),
        new Answer("whom", whom(), totals.today() == null ? null : view.gainMark()),
        new Answer("sure", sure(), null),
        new Answer("if", whatIf(), null),
        new Answer("others", others(), null),
        new Answer("left", left(), view.mark("belowStandard")),
        new Answer("next", next(), null),
        new Answer("know", know(), coverageFigures()),
        new Answer("change", change(), null));
  }

  private String text(String key, Object... arguments) {
    return words.text("donor." + key, arguments);
  }

  private static String sentences(List<String> sentences) {
    return String.join(" ", sentences.stream().filter(each -> !each.isEmpty()).toList());
  }

  private boolean isKnown() {
    return money != null && money.known();
  }

  private double publicUsd() {
    return money.brief().publicUsd();
  }

  private String lastYear() {
    return String.valueOf(scenario.money().lastYear());
  }

  private String pay() {
    List<String> all = new ArrayList<>();
    if (!isKnown()) {
      all.add(
          money == null
              ? text("pay-untold", n.usd(totals.lifetimeCostUsd()))
              : text("pay-unknown", n.usd(totals.lifetimeCostUsd()), money.asked()));
    } else if (!(publicUsd() > 0)) {
      all.add(text("pay-none", n.usd(money.bill().usd(Bill.Part.COST))));
    } else {
      Bill bill = money.bill();
      all.add(
          text(
              "pay",
              money.ranged(n.usd(publicUsd())),
              n.usd(bill.usd(Bill.Part.COST)),
              lastYear()));
      if (bill.backUsd() > 0) {
        all.add(text("pay-back", n.usd(bill.backUsd())));
      }
      if (!Double.isNaN(money.taxFreeUsd())) {
        all.add(text("pay-free", n.usd(money.taxFreeUsd())));
      }
    }
    if (plan.states() != null) {
      all.add(n.states().sentence(plan.states()));
    }
    return sentences(all);
  }

  private String built() {
    PlanDetail.Works works = plan.works();
    Map<Item, Double> sums = WorksTable.quantities(told.works());
    List<String> parts = new ArrayList<>();
    for (Item item : COUNTED) {
      double quantity = sums.getOrDefault(item, 0.0);
      if (quantity > 0) {
        String unit = WorkWords.unit(item, words);
        String many = n.km(WorksTable.counted(item, quantity));
        parts.add(
            words.named(
                WorkWords.item(item, words),
                unit.isEmpty() ? many : words.text("works.quantity", many, unit)));
      }
    }
    List<String> all = new ArrayList<>();
    if (works.sites() + works.linksToNetwork() > 0) {
      all.add(
          words.text(
              "ui.plan.works",
              works.sites(),
              works.masts(),
              works.linksBetweenMasts(),
              works.linksToNetwork()));
    }
    if (plan.states() != null) {
      all.add(n.states().counted(plan.states()));
    }
    if (!parts.isEmpty()) {
      all.add(text("built", words.joined(parts)));
    }
    return all.isEmpty() ? text("built-none") : sentences(all);
  }

  private String whom() {
    List<String> all = new ArrayList<>();
    all.add(
        totals.today() == null
            ? text("whom", n.people(totals.peopleServed() + totals.peopleBasic()))
            : n.gain(totals, scenario));
    List<String> districts =
        plan.byDistrict().stream()
            .filter(each -> !each.district().isEmpty() && gained(each) >= 0.5)
            .sorted(Comparator.comparingDouble(DonorAnswers::gained).reversed())
            .limit(NAMED)
            .map(
                each ->
                    text(
                        "of",
                        view.districtName(each.district(), n, words.language()),
                        n.brief(gained(each))))
            .toList();
    if (!districts.isEmpty()) {
      all.add(text("whom-most", words.joined(districts)));
    }
    if (scenario.goal().isOfDistricts() && view.districts().size() > 1) {
      PlanView.District least = view.districts().get(0);
      all.add(
          text(
              "whom-least",
              view.districtName(least.name(), n, words.language()),
              n.percent(least.servedRatio()),
              n.percentOf(least.share().peopleBaseline(), least.share().population())));
    }
    all.add(text("whom-unknown"));
    return sentences(all);
  }

  private static double gained(PlanDetail.DistrictShare district) {
    return district.peopleServed() + district.peopleBasic();
  }

  private String sure() {
    List<String> all = new ArrayList<>();
    all.add(text("sure-plan", n.gap(plan.certificate(), scenario)));
    TodayTotals today = totals.today();
    if (today != null
        && !PlanSummary.gainsWhateverToday(scenario)
        && today.peopleGainedLikely() >= 0.5) {
      all.add(
          today.peopleGainedSure() < 0.5
              ? text("sure-nobody")
              : text(
                  "sure-people",
                  n.percentOf(today.peopleGainedSure(), today.peopleGainedLikely())));
    }
    if (doubt == null) {
      all.add(text("sure-undoubted"));
    } else {
      all.add(n.gains().inFutures(doubt));
    }
    return sentences(all);
  }

  private String whatIf() {
    if (!isKnown() || money.drivers().drivers().isEmpty()) {
      return text("if-unknown");
    }
    List<String> parts =
        money.drivers().drivers().stream()
            .limit(NAMED)
            .map(
                each ->
                    text("if-one", n.usd(each.lowUsd()), n.usd(each.highUsd()), money.driver(each)))
            .toList();
    return text("if", n.usd(publicUsd()), words.joined(parts));
  }

  private String others() {
    List<String> all = new ArrayList<>();
    if (isKnown()) {
      Bill bill = money.bill();
      all.add(text("others-users", n.usd(-bill.usd(Bill.Part.REVENUE)), lastYear()));
      if (bill.usd(Bill.Part.CROSS) < 0) {
        all.add(text("others-cross", n.usd(-bill.usd(Bill.Part.CROSS))));
      }
      if (bill.usd(Bill.Part.FUND) < 0) {
        all.add(text("others-fund", n.usd(-bill.usd(Bill.Part.FUND))));
      }
    }
    if (told.payers() == null) {
      all.add(text("others-nobody"));
    } else {
      List<String> partners =
          told.payers().rows().stream()
              .filter(each -> each.usd() > 0)
              .map(each -> text("of", each.name(), n.usd(each.usd())))
              .toList();
      all.add(
          text(
              "others-partners",
              n.usd(told.payers().totals().fundedUsd()),
              n.usd(told.payers().totals().costUsd()),
              words.joined(partners)));
      double openUsd = isKnown() ? publicUsd() - told.payers().totals().fundedUsd() : 0;
      if (openUsd >= 0.5) {
        all.add(text("others-open", n.usd(publicUsd()), n.usd(openUsd)));
      }
    }
    if (isKnown() && !money.brief().buildsNothing()) {
      all.add(after());
    }
    return sentences(all);
  }

  /** What is left to pay each year once the plan's money has ended. */
  private String after() {
    double missingUsd = totals.opexUsdPerYear() - money.lastRevenueUsd();
    return text(
        missingUsd > 0 ? "after" : "after-paid",
        lastYear(),
        n.usd(totals.opexUsdPerYear()),
        n.usd(money.lastRevenueUsd()),
        n.usd(missingUsd));
  }

  private String left() {
    if (view.belowStandard() < 0.5) {
      return text("left-none");
    }
    List<String> districts =
        told.left().stream()
            .filter(each -> !each.name().isEmpty())
            .sorted(Comparator.comparingDouble(DistrictLeft::belowStandard).reversed())
            .limit(NAMED)
            .map(
                each ->
                    text(
                        "of",
                        view.districtName(each.name(), n, words.language()),
                        n.brief(each.belowStandard())))
            .toList();
    String all = text("left", n.people(view.belowStandard()), n.percent(view.shares().below()));
    return districts.isEmpty()
        ? all
        : sentences(List.of(all, text("left-most", words.joined(districts))));
  }

  /** What has to be found out before anything is signed, as far as the plan's files tell. */
  private String next() {
    SignNow now = doubt == null ? null : told.doubt().signNow();
    boolean signs = now != null && now.places() > 0;
    List<String> unsure = unsure(signs ? now : null);
    List<String> works = works();
    List<String> all = new ArrayList<>();
    if (signs) {
      all.add(n.gains().signNow(now));
      all.add(found("next-rest", unsure));
      all.add(found("next-works", works));
    } else {
      unsure.addAll(works);
      all.add(unsure.isEmpty() ? text("next-none") : found("next", unsure));
      all.add(now == null ? "" : n.gains().signNow(now));
    }
    Doubt.FirstPhase first = doubt == null ? null : doubt.firstPhase();
    if (first != null) {
      all.add(text("next-sign", n.usd(first.costUsd()), n.whole(first.places())));
    }
    return sentences(all);
  }

  private String found(String key, List<String> parts) {
    return parts.isEmpty() ? "" : text(key, words.joined(parts));
  }

  /**
   * What the choice of places hangs on.
   *
   * @param signed what is signed whatever is found; null where nothing is
   */
  private List<String> unsure(SignNow signed) {
    List<String> parts = new ArrayList<>();
    FirstLayer first = doubt == null ? null : FirstLayer.find(doubt);
    if (first != null && first.standsOut()) {
      parts.add(text("next-layer", words.text("doubt.layer." + first.layer().id())));
    }
    TodayTotals today = totals.today();
    if (today != null && !PlanSummary.gainsWhateverToday(scenario)) {
      double there = signed == null ? 0 : signed.peopleLikely() - signed.peopleSure();
      double people = today.peopleGainedUnsure() - (there > 0 ? there : 0);
      if (people >= 0.5) {
        parts.add(text("next-coverage", n.people(people)));
      }
    }
    return parts;
  }

  /** What is not known of the works themselves. */
  private List<String> works() {
    List<String> parts = new ArrayList<>();
    PlanDetail.AssumedNodes nodes = plan.assumedNodes();
    if (nodes != null && nodes.assumedStarts() > 0) {
      parts.add(text("next-nodes", n.whole(nodes.assumedStarts()), n.whole(nodes.starts())));
    }
    SitePower power = plan.power();
    if (power.unknown() > 0) {
      parts.add(
          text("next-grid", power.unknown(), n.usd(power.unknownUsd()), n.usd(power.atLineUsd())));
    }
    if (told.unverifiedHops() > 0) {
      parts.add(text("next-sight", told.unverifiedHops()));
    }
    return parts;
  }

  private String know() {
    List<String> all = new ArrayList<>();
    if (told.modelledRatio() > 0) {
      all.add(text("know-modelled", n.percent(told.modelledRatio())));
    }
    if (told.assumed().peopleRatio() > 0) {
      all.add(words.text("ui.brief.assumed", n.percent(told.assumed().peopleRatio())));
    }
    if (!told.coverage().isEmpty()) {
      all.add(told.coverage().get(0).text());
    }
    all.add(text("know-verify." + view.verdict().verdict(), view.id()));
    return sentences(all);
  }

  private String coverageFigures() {
    return told.coverage().isEmpty() ? null : told.coverage().get(0).figures();
  }

  private String change() {
    List<String> all = new ArrayList<>();
    TodayTotals today = totals.today();
    if (today != null
        && !PlanSummary.gainsWhateverToday(scenario)
        && today.peopleGainedLikely() >= 0.5) {
      all.add(
          text(
              "change-coverage",
              n.people(today.peopleGainedSure()),
              n.people(today.peopleGainedLikely()),
              n.brief(today.peopleGainedSure())));
    }
    if (isKnown() && !money.drivers().drivers().isEmpty() && publicUsd() > 0) {
      Driver first = money.drivers().drivers().get(0);
      String what = money.driver(first);
      all.add(
          first.leastUsd() > 0
              ? text("change-money", what, n.usd(first.leastUsd()), n.usd(first.mostUsd()))
              : text("change-money-none", what, n.usd(first.mostUsd())));
    }
    if (doubt != null && !doubt.layers().isEmpty()) {
      all.add(n.gains().fact(doubt));
    }
    return all.isEmpty() ? text("change-none") : sentences(all);
  }
}
