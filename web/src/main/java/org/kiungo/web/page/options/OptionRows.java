package org.kiungo.web.page.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.explain.CostRange;
import org.kiungo.planner.explain.DistrictShares;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Comparison;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.options.OptionsSheet.District;
import org.kiungo.web.page.options.OptionsSheet.Gain;
import org.kiungo.web.page.options.OptionsSheet.Head;
import org.kiungo.web.page.options.OptionsSheet.Line;
import org.kiungo.web.page.options.OptionsSheet.Row;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.WholePeople;
import org.kiungo.web.review.PlanReview;

/** What is told of each option, row by row. */
final class OptionRows {

  private static final int DISTRICTS_SHOWN = 12;

  /** Of a moment as ISO 8601 has it. */
  private static final int DAY_LENGTH = 10;

  private final List<Option> options;
  private final Words words;
  private final Figures n;

  /** Whether all count the same people as served today, so that who gains is on one measure. */
  private final boolean sameToday;

  OptionRows(List<Option> options, Words words) {
    this.options = options;
    this.words = words;
    this.n = Figures.of(words.locale());
    this.sameToday =
        options.stream()
            .map(each -> new Comparison(options.get(0).view(), each.view()))
            .allMatch(each -> each.likeness().sameToday());
  }

  List<Row> rows() {
    return List.of(
        row("gain", this::gain),
        row("bill", this::bill),
        row("payers", this::payers),
        row("works", this::works),
        row("waits", this::waits),
        row("fair", this::fair),
        row("running", this::running),
        row("wrong", this::wrong),
        row("sign", this::sign),
        row("proof", this::proof));
  }

  private Row row(String key, Function<Option, List<Line>> cell) {
    return new Row(key, words.text("options.row." + key), options.stream().map(cell).toList());
  }

  private static Line plain(String text, String figure) {
    return new Line(text, figure, false);
  }

  private static Line plain(String text) {
    return plain(text, null);
  }

  List<Head> heads() {
    double most =
        options.stream().map(OptionRows::bars).mapToDouble(each -> each[2]).max().orElse(1);
    return options.stream()
        .map(
            each -> {
              double[] bars = bars(each);
              for (int k = 0; k < bars.length; k++) {
                bars[k] = most > 0 ? bars[k] / most : 0;
              }
              return new Head(
                  each.id(), each.letter(), n.name(each.summary()), n.joined(best(each)), bars);
            })
        .toList();
  }

  /**
   * Sure, likely and possible people, each at least the one before; none sure where no range is
   * known.
   */
  private static double[] bars(Option option) {
    double likely = option.likely();
    double sure = option.summary().peopleSure();
    double possible = option.summary().peoplePossible();
    return new double[] {
      Double.isNaN(sure) ? 0 : sure,
      likely,
      Double.isNaN(possible) ? likely : Math.max(possible, likely)
    };
  }

  /** In what an option is the best of all. */
  private List<String> best(Option option) {
    List<String> best = new ArrayList<>();
    if (leads(option, each -> each.summary().peopleSure())) {
      best.add(words.text("options.best.sure"));
    }
    if (leads(option, Option::likely)) {
      best.add(words.text("options.best.people"));
    }
    if (leads(option, OptionRows::leastServed)) {
      best.add(words.text("options.best.least"));
    }
    if (leads(option, each -> -each.detail().totals().viabilityGapUsd())) {
      best.add(words.text("options.best.public"));
    }
    return best;
  }

  /** Share of the least served district's people, rounded as it is told; 1 where there is one. */
  private static double leastServed(Option option) {
    List<PlanView.District> all = option.view().districts();
    return all.size() < 2 ? 1 : Math.rint(100 * all.get(0).servedRatio());
  }

  private boolean leads(Option option, ToDoubleFunction<Option> figure) {
    double own = figure.applyAsDouble(option);
    return options.stream()
        .filter(each -> each != option)
        .allMatch(each -> own > figure.applyAsDouble(each));
  }

  private List<Line> gain(Option option) {
    Plan.Totals totals = option.detail().totals();
    Scenario scenario = option.detail().scenario();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(n.adds(totals, scenario), option.view().mark("peopleGained"), true));
    if (totals.today() != null) {
      lines.add(plain(n.gain(totals, scenario), option.view().gainMark()));
    }
    if (option.countsSureAlone()) {
      lines.add(plain(words.text("options.gain-modelled", n.people(option.likely()))));
    }
    return lines;
  }

  private List<Line> bill(Option option) {
    Bill bill = option.bill();
    double networkUsd = option.detail().totals().lifetimeCostUsd();
    String mark = option.view().mark("lifetimeCostUsd");
    if (bill == null) {
      return List.of(
          new Line(words.text("options.bill-network", n.usd(networkUsd)), mark, true),
          plain(
              option.money() == null
                  ? words.text("options.bill-unknown")
                  : words.text("money.unknown", option.money().asked())));
    }
    return List.of(
        new Line(n.usd(bill.usd(Bill.Part.COST)), null, true),
        plain(words.text("options.bill-of-which", n.usd(networkUsd)), mark));
  }

  /** What users pay of the whole bill: what places with money to spare keep is not in it. */
  static double usersUsd(Bill bill) {
    return -bill.usd(Bill.Part.REVENUE) - bill.keptUsd();
  }

  /** Users, the fund and the state: their parts are the whole bill, to the cent. */
  private List<Line> payers(Option option) {
    Bill bill = option.bill();
    List<Line> lines = new ArrayList<>();
    if (bill != null) {
      lines.add(plain(words.text("options.pays-users", n.usd(usersUsd(bill)))));
      double fundUsd = -bill.usd(Bill.Part.FUND);
      if (fundUsd != 0) {
        lines.add(plain(words.text("options.pays-fund", n.usd(fundUsd))));
      }
      lines.add(
          new Line(
              words.text(
                  "options.pays-public", option.money().ranged(n.usd(bill.usd(Bill.Part.PUBLIC)))),
              option.view().mark("publicUsd"),
              true));
      if (bill.usd(Bill.Part.PUBLIC) > option.detail().totals().lifetimeCostUsd()) {
        lines.add(plain(words.text("options.pays-above")));
      }
      if (bill.backUsd() > 0) {
        lines.add(plain(words.text("options.pays-back", n.usd(bill.backUsd()))));
      }
    }
    List<String> settled =
        option.funded() == null
            ? List.of()
            : option.funded().payers().stream()
                .filter(each -> each.spentUsd() > 0)
                .map(
                    each -> words.text("options.pays-partner", each.name(), n.usd(each.spentUsd())))
                .toList();
    lines.add(
        plain(
            settled.isEmpty()
                ? words.text("options.pays-nobody")
                : words.text("options.pays-partners", n.joined(settled))));
    return lines;
  }

  private List<Line> works(Option option) {
    PlanDetail detail = option.detail();
    PlanDetail.Works works = detail.works();
    List<Line> lines = new ArrayList<>();
    lines.add(
        plain(
            words.text(
                "ui.plan.works",
                works.sites(),
                works.masts(),
                works.linksBetweenMasts(),
                works.linksToNetwork()),
            option.view().mark("sites", "masts", "linksBetweenMasts", "linksToNetwork")));
    TechnologyFamilies families = TechnologyFamilies.builtIn();
    for (TechnologyFamily family : families.inLegendOrder()) {
      double people =
          detail.byTechnology().stream()
              .filter(each -> families.shown(each.family()).id().equals(family.id()))
              .mapToDouble(PlanDetail.TechnologyShare::people)
              .sum();
      if (people > 0) {
        lines.add(plain(words.text("options.by", n.family(family.id()), n.people(people))));
      }
    }
    for (PlanDetail.MediumShare each : detail.byMedium()) {
      if (each.distanceKm() > 0) {
        lines.add(
            plain(
                words.text(
                    "ui.brief.medium", n.mediumId(each.mediumId()), n.km(each.distanceKm()))));
      }
    }
    return lines;
  }

  private List<Line> waits(Option option) {
    if (!sameToday) {
      return List.of(plain(words.text("options.waits-sure", n.people(option.sureLeft()))));
    }
    PlanView view = option.view();
    List<Line> lines = new ArrayList<>();
    lines.add(
        plain(
            words.text("options.waits", n.people(view.belowStandard())),
            view.mark("belowStandard")));
    view.districts().stream()
        .max(Comparator.comparingDouble(PlanView.District::belowStandard))
        .filter(each -> each.belowStandard() >= 1)
        .ifPresent(
            each ->
                lines.add(
                    plain(
                        words.text(
                            "options.waits-most",
                            n.brief(each.belowStandard()),
                            view.districtName(each.name(), n, words.language())))));
    return lines;
  }

  /** How evenly districts are served, and what that costs in people where another serves more. */
  private List<Line> fair(Option option) {
    List<PlanView.District> all = option.view().districts();
    if (all.size() < 2) {
      return List.of(plain(words.text("options.fair-one")));
    }
    DistrictShares shares = option.view().evenness();
    PlanView.District least = all.get(0);
    List<Line> lines = new ArrayList<>();
    lines.add(
        plain(
            words.text(
                "options.fair-least",
                option.view().districtName(least.name(), n, words.language()),
                n.percent(least.servedRatio()))));
    String gini = n.plain(shares.giniRatio(), 3);
    double palma = shares.palmaRatio();
    lines.add(
        plain(
            Double.isNaN(palma)
                ? words.text("options.fair-gini-alone", gini)
                : words.text("options.fair-gini", gini, n.plain(palma, 2))));
    price(option).ifPresent(each -> lines.add(plain(each)));
    return lines;
  }

  /**
   * What serving districts more evenly costs: people fewer than with the option that gains most for
   * the same budget, counted at the standard, and what so many cost there on average.
   */
  private Optional<String> price(Option option) {
    double gini = option.view().evenness().giniRatio();
    return options.stream()
        .filter(each -> sameToday && budgetUsd(each) == budgetUsd(option))
        .max(Comparator.comparingDouble(Option::likely))
        .filter(most -> most != option && gini < most.view().evenness().giniRatio())
        .map(
            most -> {
              Comparison.Row served = new Comparison(most.view(), option.view()).row("served");
              double fewer = -served.difference();
              if (fewer < 1 || !served.toldApart()) {
                return words.text("options.fair-free", most.letter());
              }
              Plan.Totals totals = most.detail().totals();
              double usd = totals.lifetimeCostUsd() / totals.peopleServed() * fewer;
              return words.text("options.fair-price", n.people(fewer), most.letter(), n.usd(usd));
            });
  }

  private static double budgetUsd(Option option) {
    return option.detail().scenario().budgetUsd();
  }

  private List<Line> running(Option option) {
    return List.of(
        plain(
            n.usd(option.detail().totals().opexUsdPerYear()),
            option.view().mark("opexUsdPerYear")));
  }

  private List<Line> wrong(Option option) {
    PlanDetail detail = option.detail();
    PlanFolder folder = option.content().folder();
    List<Line> lines = new ArrayList<>();
    TodayTotals today = detail.totals().today();
    if (today != null
        && !PlanSummary.gainsWhateverToday(detail.scenario())
        && today.peopleGainedSure() < 0.995 * today.peopleGainedLikely()) {
      double nilRatio = 1 - today.peopleGainedSure() / today.peopleGainedLikely();
      lines.add(plain(words.text("options.wrong-coverage", n.percent(nilRatio))));
    }
    CostRange range = CostRange.of(folder.counted(), folder.plan());
    lines.add(
        plain(
            words.text(
                "options.wrong-cost",
                n.usd(range.low().lifetimeCostUsd()),
                n.usd(range.high().lifetimeCostUsd()))));
    if (option.view().isMostlyAssumed()) {
      lines.add(
          plain(
              words.text(
                  "options.wrong-starts",
                  n.whole(detail.assumedNodes().assumedStarts()),
                  n.whole(detail.assumedNodes().starts()))));
    }
    int unverified =
        detail.byMedium().stream().mapToInt(PlanDetail.MediumShare::unverifiedLinks).sum();
    if (unverified > 0) {
      lines.add(plain(words.text("options.wrong-sight", unverified)));
    }
    return lines;
  }

  private List<Line> sign(Option option) {
    return List.of(
        plain(
            option.signNow() == null
                ? words.text("ui.sign-now.unknown")
                : n.gains().signNow(option.signNow())));
  }

  private List<Line> proof(Option option) {
    PlanDetail detail = option.detail();
    PlanReview review = option.review();
    return List.of(
        plain(n.gap(detail.certificate(), detail.scenario())),
        plain(
            words.text(
                "options.proof-sums", words.text("verdict." + option.view().verdict().verdict()))),
        plain(
            review == null
                ? words.text("options.draft")
                : words.text(
                    "review.by." + review.state(),
                    review.author(),
                    review.decidedAt().substring(0, DAY_LENGTH))));
  }

  /** Districts by the most that any option brings them; the small ones together at the end. */
  List<District> districts() {
    Map<String, long[]> gains = new TreeMap<>();
    for (int k = 0; k < options.size(); k++) {
      PlanDetail detail = options.get(k).detail();
      double[] parts = gains(options.get(k));
      long[] whole = WholePeople.parts(Math.round(Arrays.stream(parts).sum()), parts);
      for (int d = 0; d < whole.length; d++) {
        gains
                .computeIfAbsent(
                    options
                        .get(k)
                        .view()
                        .districtName(detail.byDistrict().get(d).district(), n, words.language()),
                    name -> new long[options.size()])[k] +=
            whole[d];
      }
    }
    List<Map.Entry<String, long[]>> sorted =
        gains.entrySet().stream()
            .filter(each -> most(each.getValue()) > 0)
            .sorted(Comparator.comparingLong(each -> -most(each.getValue())))
            .toList();
    int shown = sorted.size() <= DISTRICTS_SHOWN + 1 ? sorted.size() : DISTRICTS_SHOWN;
    List<District> districts = new ArrayList<>();
    long most = sorted.isEmpty() ? 1 : most(sorted.get(0).getValue());
    sorted
        .subList(0, shown)
        .forEach(each -> districts.add(district(each.getKey(), each.getValue(), most)));
    if (shown < sorted.size()) {
      long[] rest = new long[options.size()];
      sorted
          .subList(shown, sorted.size())
          .forEach(
              each -> {
                for (int k = 0; k < rest.length; k++) {
                  rest[k] += each.getValue()[k];
                }
              });
      districts.add(
          district(
              words.text("options.districts-more", sorted.size() - shown),
              rest,
              Math.max(most, most(rest))));
    }
    return districts;
  }

  /** What the districts' figures count. */
  String districtsTitle() {
    return words.text(sameToday ? "options.districts" : "options.districts-sure");
  }

  /** People who gain, of each district of the plan; for sure where plans count today otherwise. */
  private double[] gains(Option option) {
    List<PlanDetail.DistrictShare> shares = option.detail().byDistrict();
    if (sameToday) {
      return shares.stream()
          .mapToDouble(each -> each.peopleServed() + each.peopleBasic())
          .toArray();
    }
    Map<String, Double> sure =
        option.gained().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.settlement().district(),
                    Collectors.summingDouble(Option.Gained::surePeople)));
    return shares.stream().mapToDouble(each -> sure.getOrDefault(each.district(), 0.0)).toArray();
  }

  private static long most(long[] gains) {
    long most = 0;
    for (long each : gains) {
      most = Math.max(most, each);
    }
    return most;
  }

  private District district(String name, long[] gains, long most) {
    List<Gain> told = new ArrayList<>();
    for (int k = 0; k < gains.length; k++) {
      boolean wins = true;
      boolean loses = true;
      for (int other = 0; other < gains.length; other++) {
        wins &= other == k || gains[k] > gains[other];
        loses &= other == k || gains[k] < gains[other];
      }
      String sign = wins ? "▲" : loses ? "▼" : "";
      told.add(new Gain(n.brief(gains[k]), (double) gains[k] / most, sign));
    }
    return new District(name, told);
  }
}
