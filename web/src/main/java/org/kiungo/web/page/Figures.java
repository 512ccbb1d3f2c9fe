package org.kiungo.web.page;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.catalogue.MediumLook;
import org.kiungo.planner.catalogue.MediumLooks;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.Assumptions.Kind;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.DifferenceWords;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.InputWords;
import org.kiungo.web.language.PeopleWords;
import org.kiungo.web.language.ShareWords;
import org.kiungo.web.language.Titles;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.BorderWords;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.StateWords;
import org.kiungo.web.plan.WholePeople;
import org.kiungo.web.plan.today.OtherTodayWords;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;
import org.kiungo.web.policy.AssumptionWords;
import org.kiungo.web.policy.FeedWords;
import org.kiungo.web.policy.GoalWords;
import org.kiungo.web.policy.LeverWords;
import org.kiungo.web.policy.Readiness;
import org.kiungo.web.today.CoverageWords;

/**
 * Numbers as pages show them, in the digits and separators of the page's language, whatever the
 * country: those of {@link Words}, so that no page mixes two. Its twin for scripts is {@code
 * static/js/figures.js}: both read the same {@code ui.number.*} sentences and round alike, so that
 * a figure never changes when a script redraws it.
 */
public final class Figures {

  /** From so many times on, a change is told as times. */
  private static final int MANY_TIMES = 10;

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double WHOLE_BELOW = 10_000;

  private final Words words;

  private Figures(Words words) {
    this.words = words;
  }

  /** Of the language of a locale; its country does not matter. */
  public static Figures of(Locale locale) {
    return new Figures(Words.in(locale.getLanguage()));
  }

  /** A whole number with its thousands apart, or "not known". */
  public String whole(double value) {
    return !Double.isFinite(value) ? unknown() : format(round(value, 0), 0, 0);
  }

  /** A length or a quantity, whole from 10 on; two digits below, where what is some is not 0. */
  public String km(double value) {
    double tens = Math.floor(Math.log10(value));
    return value > 0 && tens < 1 ? plain(value, 1 - (int) tens) : whole(value);
  }

  /** Three digits and a short unit, such as 9.96 M; whole below ten thousand. */
  public String brief(double value) {
    return scaled("ui.number.", value);
  }

  /** As {@link GainWords#adds}. */
  public String adds(Plan.Totals totals, Scenario scenario) {
    return new GainWords(this, words).adds(totals, scenario);
  }

  /** As {@link GainWords#ranged}. */
  public String ranged(String gained, Plan.Totals totals, Scenario scenario) {
    return new GainWords(this, words).ranged(gained, totals, scenario);
  }

  /** As {@link GainWords#served}. */
  public String served(WholePeople counted, Plan.Totals totals, Scenario scenario) {
    return new GainWords(this, words).served(counted, totals, scenario);
  }

  /** As {@link GainWords#range}. */
  public String gainRange(WholePeople counted, Plan.Totals totals, Scenario scenario) {
    return new GainWords(this, words).range(counted, totals, scenario);
  }

  /** As {@link GainWords#gain}. */
  public String gain(Plan.Totals totals, Scenario scenario) {
    return new GainWords(this, words).gain(totals, scenario);
  }

  /** What is said of a plan in doubt. */
  public GainWords gains() {
    return new GainWords(this, words);
  }

  /** Parts of a whole as whole numbers that add up to it, as people are counted. */
  public long[] parts(double whole, double... parts) {
    return WholePeople.parts(Math.round(whole), parts);
  }

  /** True where two figures are not the same but {@link #brief} has no digits to tell it. */
  public boolean looksAs(double value, double other) {
    return Math.abs(value - other) >= 0.5 && brief(value).equals(brief(other));
  }

  /** As {@link #brief} with the unit in words and the noun, such as 9.96 million people. */
  public String people(double value) {
    return scaled("ui.people.", value);
  }

  /** Public money that a plan needs with its range, and why it is above the cost if so. */
  public String publicMoney(Plan.Totals totals, PlanMoney money) {
    boolean above = totals.viabilityGapUsd() > totals.lifetimeCostUsd();
    boolean billed = money != null && money.bill() != null && money.bill().backUsd() > 0;
    String usd = usd(totals.viabilityGapUsd());
    return words.text(
        !above ? "ui.plan.public" : billed ? "ui.plan.public-back" : "ui.plan.public-above",
        money == null ? usd : money.ranged(usd),
        billed ? usd(money.bill().backUsd()) : "");
  }

  /** Three digits, short unit and currency, such as USD 280 M. */
  public String usd(double value) {
    return scaled("ui.usd.", value);
  }

  /** {@link #brief} as HTML, its unit set smaller than its digits. */
  public String briefHtml(double value) {
    return html(scaled("ui.number.", value));
  }

  /** {@link #usd} as HTML, its unit set smaller than its digits. */
  public String usdHtml(double value) {
    return html(scaled("ui.usd.", value));
  }

  /** Only bundle sentences and digits come here, so nothing needs escaping but their own signs. */
  private static String html(String figure) {
    return figure.replaceAll("[\\p{L}$%]+", "<span class=\"u\">$0</span>");
  }

  /** As {@link #usd} with the unit in words, such as USD 280 million. */
  public String usdInWords(double value) {
    return scaled("ui.usd-long.", value);
  }

  /** A share as per cent without decimals; never 0 % or 100 % for what is neither. */
  public String percent(double ratio) {
    return ShareWords.percent(ratio, words);
  }

  /** The share that some people are of all: 100 % exactly where nobody is left, counted whole. */
  public String percentOf(double people, double all) {
    return percent(PeopleShare.ratio(people, all));
  }

  /** A distance from the best possible as per cent, rounded up so as not to flatter. */
  public String gapPercent(double gapRatio) {
    return GapWords.percent(gapRatio, words);
  }

  /** What is proven to be at least so much as per cent, rounded down to one decimal. */
  public String leastPercent(double ratio) {
    return GapWords.least(ratio, words);
  }

  /** How good a plan is by its certificate, in words: distance from which best, or no bound. */
  public String gap(Certificate certificate, Scenario asked) {
    return GapWords.of(certificate.gapRatio(), asked, words);
  }

  /** Why may be said of a plan what is said; empty where there is nothing to say. */
  public String why(PlanVerdict verdict) {
    return VerdictWords.why(verdict, words);
  }

  /** A plan's letter with what it is called. */
  public String title(PlanCard card) {
    PlanSummary plan = card.summary();
    String name = name(plan);
    String usd = card.tellsBudget() ? usd(plan.scenario().budgetUsd()) : "";
    String told = usd.isEmpty() ? name : words.text("ui.plan.namesake", name, usd);
    return words.text("ui.plan.card", plan.letter(), told);
  }

  /** What a plan is called; where nobody named it, by its aim, its levers and whose rest it is. */
  public String name(PlanSummary plan) {
    if (plan.isNamed()) {
      return plan.name();
    }
    Scenario scenario = plan.scenario();
    String aim =
        words.text(
            plan.goalKey(),
            usd(scenario.budgetUsd()),
            percent(scenario.targetRatio()),
            usd(scenario.publicBudgetUsd()));
    List<String> levers = LeverWords.names(scenario.levers(), words);
    String name =
        levers.isEmpty()
            ? aim
            : words.text("ui.plan.with-levers", aim, levers.size(), joined(levers));
    return plan.rest() == null ? name : words.text("plan.rest", plan.rest().told(), name);
  }

  /** What of a rest stands already, in words. */
  public StateWords states() {
    return new StateWords(this::usd, words);
  }

  /** A country's name, by its code of ISO 3166-1 alpha-3. */
  public String country(String iso3) {
    return CountryWords.name(iso3, words);
  }

  /** A district's name; of places outside every outline, that they are. */
  public String district(String name) {
    return name.isEmpty() ? words.text("ui.table.no-district") : name;
  }

  /** A technology's name in the page's language, else as its catalogue file has it. */
  public String technology(AccessTechnology technology) {
    String key = "technology." + technology.id();
    return words.has(key) ? words.text(key) : technology.name();
  }

  /** The name of a family of technologies in the page's language, else as its file has it. */
  public String family(String id) {
    TechnologyFamily family = TechnologyFamilies.builtIn().shown(id);
    String key = "ui.family." + family.id();
    return words.has(key) ? words.text(key) : family.name();
  }

  /** The name of a kind of institution in the page's language, else its id. */
  public String institution(String id) {
    String key = "institution." + id;
    return words.has(key) ? words.text(key) : id;
  }

  /** What a plan does for a goal among institutions. */
  public String goal(GoalOutcome goal) {
    return GoalWords.of(goal, words);
  }

  /** Who is served from another country, and who pays for it. */
  public String servedAbroad(ServedAbroad each) {
    return BorderWords.of(each, words);
  }

  /** A medium's name in the page's language, else as its catalogue file has it. */
  public String medium(Medium medium) {
    String key = "medium." + medium.id();
    return words.has(key) ? words.text(key) : medium.name();
  }

  /** The media that plans may build, as legends list them. */
  public List<Medium> media() {
    return Media.ALL;
  }

  private static final class Media {
    private static final List<Medium> ALL = CatalogueReader.builtIn().media();
  }

  /** How its links are drawn. */
  public MediumLook look(String mediumId) {
    return MediumLooks.builtIn().shown(mediumId);
  }

  /** What a plan builds of a medium, as legends call it. */
  public String newLinks(Medium medium) {
    String key = "ui.legend." + medium.id() + "-new";
    return words.has(key) ? words.text(key) : words.text("ui.legend.link-new", medium(medium));
  }

  /** The name of what people of some countries use, in the page's language or its file's. */
  public String volume(DemandVolume volume) {
    String key = "volume." + volume.id();
    return words.has(key) ? words.text(key) : volume.name();
  }

  /** The name of what traffic costs in some countries, likewise. */
  public String transit(TransitPrice price) {
    String key = "transit." + price.id();
    return words.has(key) ? words.text(key) : price.name();
  }

  /** Regional economic communities, one or several parted by commas. */
  public String communities(String recs) {
    return String.join(", ", Stream.of(recs.split(", ")).map(words::community).toList());
  }

  /** What stands one after the other. */
  public String joined(List<String> parts) {
    return words.joined(parts);
  }

  /** Words for the published share of people with 4G and what speaks against it. */
  public CoverageWords coverage() {
    return new CoverageWords(words);
  }

  /** A fact of the country card with its unit: numbers in the page's digits, texts as they are. */
  public String factValue(Country.Fact fact) {
    Object value = fact.value();
    String shown =
        value instanceof Number number ? plain(number.doubleValue(), 2) : text(value.toString());
    String key = "ui.fact-value." + fact.field();
    return words.has(key) ? words.text(key, shown) : shown;
  }

  /** A text of a source in the page's language where the bundle has it, such as an income group. */
  private String text(String value) {
    String key = "ui.fact-text." + value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return words.has(key) ? words.text(key) : value.replaceAll(";\\s*", ", ");
  }

  /** A source in the page's language where the bundle has it, else as it is cited. */
  public String source(String cited) {
    return words.source(cited);
  }

  /** A citation in parts: titles of laws that keep another language, and what is between. */
  public List<Titles.Part> titled(String told) {
    return Titles.parts(told, words);
  }

  /** As {@link #medium}, for a plan that only names it. */
  public String mediumId(String id) {
    String key = "medium." + id;
    return words.has(key) ? words.text(key) : id;
  }

  /** Where facts came from: the layer and its file, or the built-in data. */
  public String input(InputFile input) {
    return InputWords.of(input, words);
  }

  /** Likewise of several. */
  public List<String> inputs(List<InputFile> inputs) {
    return inputs.stream().map(this::input).toList();
  }

  /** The same with its version, as far as it has one. */
  public String inputVersion(InputFile input) {
    String version = input.version().isEmpty() ? input.sha256() : input.version();
    return version.isEmpty()
        ? input(input)
        : words.text(
            "ui.compare.version", input(input), version.substring(version.indexOf('/') + 1));
  }

  /**
   * In what two plans differ: what it is in one and in the other.
   *
   * @param ofA inputs of the first, which name its sources of data
   * @param ofB those of the other
   */
  public String difference(Change change, List<InputFile> ofA, List<InputFile> ofB) {
    return words.text(
        "ui.compare.choice",
        field(change.name()),
        side(change, change.from(), ofA),
        side(change, change.to(), ofB));
  }

  private String side(Change change, String text, List<InputFile> inputs) {
    if (change.kind() != Kind.DATA) {
      return choice(change.name(), text);
    }
    String layer = change.name().substring(change.name().lastIndexOf('.') + 1);
    return FeedWords.ranked(text, Feed.Layer.valueOf(layer), inputs, words);
  }

  /** A number as a form field holds it: no separators between thousands; empty when not known. */
  public String input(Number value) {
    if (value == null || !Double.isFinite(value.doubleValue())) {
      return "";
    }
    NumberFormat format = words.numbers();
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(6);
    return format.format(value.doubleValue());
  }

  /** A figure of a comparison. */
  public String compared(Comparison.Row row, double value) {
    if (!Double.isFinite(value)) {
      return unknown();
    }
    return switch (row.style()) {
      case PEOPLE, COUNT -> whole(value);
      case USD -> usd(value);
      case RATIO -> ShareWords.percent(value, 1, words);
    };
  }

  /** A change with its sign; shares change by points. */
  public String change(Comparison.Row row) {
    double difference = row.difference();
    if (!Double.isFinite(difference)) {
      return row.wish() == Comparison.Wish.UNLIKE
          ? words.text("ui.compare.verdict.none")
          : unknown();
    }
    String size =
        row.style() == Comparison.Style.RATIO
            ? words.text("ui.number.points", format(Math.abs(difference) * 100, 0, 1))
            : compared(row, Math.abs(difference));
    return DifferenceWords.of(difference, size, words);
  }

  /** A relative change with its sign, a dash from nothing, how many times from far less. */
  public String changePercent(double ratio) {
    if (!Double.isFinite(ratio)) {
      return "–";
    }
    if (1 + ratio >= MANY_TIMES) {
      return words.text("ui.number.times", format(round(1 + ratio, 0), 0, 0));
    }
    double percent = round(ratio * 100, 1);
    String size = words.text("ui.number.percent", format(Math.abs(percent), 0, 1));
    return DifferenceWords.of(percent, size, words);
  }

  /** What a scenario field is called; its own name when the form does not show it. */
  public String field(String field) {
    return AssumptionWords.of(field, words);
  }

  /** A scenario's choice, as {@link org.kiungo.planner.folder.Assumptions} tells it. */
  public String choice(String field, String text) {
    if (field.equals("phases") && !text.isEmpty()) {
      List<Phase> phases = AssumptionWords.phases(text);
      return phases.isEmpty() ? "–" : phases.stream().map(this::phase).collect(joining("; "));
    }
    if (text.startsWith("[")) {
      return listed(field, AssumptionWords.list(text));
    }
    return text.isEmpty()
        ? "–"
        : Arrays.stream(AssumptionWords.values(text))
            .map(each -> value(field, each))
            .collect(joining(", "));
  }

  /** On which data a plan rests and which are newer, with who has no 4G by both. */
  public OtherTodayWords otherToday() {
    return new OtherTodayWords(words, this::people);
  }

  /** What feeds a plan, a sentence a layer; none where all of it is built in. */
  public List<String> feeds(PlanDetail plan) {
    return FeedWords.of(
        plan.scenario(), plan.inputs(), plan.coverageColumns(), plan.plannedPeople(), words);
  }

  /** People in places beside the population of their country. */
  public PeopleWords planned() {
    return new PeopleWords(words);
  }

  /** What fed the places of a plan; empty where all of them are built in. */
  public String places(PlanDetail plan) {
    return FeedWords.places(plan.scenario(), plan.inputs(), words);
  }

  /** What other sources name of a fact of readiness; empty without any. */
  public String others(Readiness.Item item, boolean cited) {
    return Readiness.others(item, cited, words);
  }

  /** Layers by their names. */
  public String layers(Collection<String> layers) {
    return words.joined(layers.stream().map(each -> words.text("ui.layer." + each)).toList());
  }

  private String phase(Phase phase) {
    String key = phase.hasTarget() ? "choice.phase-target" : "choice.phase";
    String target = phase.hasTarget() ? ShareWords.percent(phase.targetRatio(), 1, words) : "";
    String first = String.valueOf(phase.firstYear());
    return words.text(key, first, String.valueOf(phase.lastYear()), usd(phase.budgetUsd()), target);
  }

  /** What a list holds by its names; how many there are of what has none. */
  private String listed(String field, List<String> names) {
    if (names.contains(AssumptionWords.NAMELESS)) {
      String key = "ui.choice." + field;
      return words.text(words.has(key) ? key : "ui.choice.entries", names.size());
    }
    return names.isEmpty()
        ? "–"
        : names.stream()
            .map(each -> field.equals("countries") ? country(each) : ofCatalogue(each))
            .collect(joining(", "));
  }

  private String ofCatalogue(String id) {
    String key = "technology." + id;
    return words.has(key) ? words.text(key) : mediumId(id);
  }

  private String value(String field, String json) {
    try {
      double value = Double.parseDouble(json);
      if (field.endsWith("Usd") || field.startsWith("budgetsByCountry")) {
        return usd(value);
      }
      return field.endsWith("Ratio")
          ? words.text("ui.number.percent", plain(value * 100, 2))
          : plain(value, 4);
    } catch (NumberFormatException text) {
      String choice = "ui." + (field.equals("goal") ? "goal-choice" : field) + "." + json;
      return words.has(choice) ? words.text(choice) : json;
    }
  }

  /** How sure a fact is, in words. */
  public String confidence(String confidence) {
    String key = "ui.confidence." + confidence;
    return words.has(key) ? words.text(key) : confidence;
  }

  /** A plain number with at most so many decimals. */
  public String plain(double value, int decimals) {
    return !Double.isFinite(value) ? unknown() : format(value, 0, decimals);
  }

  private String unknown() {
    return words.text("ui.number.unknown");
  }

  private String scaled(String prefix, double value) {
    if (!Double.isFinite(value)) {
      return unknown();
    }
    double rounded = new BigDecimal(value).round(THREE_DIGITS).doubleValue();
    double size = Math.abs(rounded);
    if (size < WHOLE_BELOW) {
      boolean small = size < 100 && prefix.startsWith("ui.usd");
      return words.text(
          prefix + "one", format(small ? rounded : round(value, 0), 0, small ? 2 : 0));
    }
    if (size < 1e6 && !words.has(prefix + "thousand")) {
      return words.text(prefix + "one", format(rounded, 0, 0));
    }
    String unit = size >= 1e9 ? "billion" : size >= 1e6 ? "million" : "thousand";
    double scale = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : 1e3;
    double count = rounded / scale;
    int decimals = Math.abs(count) >= 100 ? 0 : Math.abs(count) >= 10 ? 1 : 2;
    // French speaks of one million up to, not including, two
    String key = prefix + unit + (Math.abs(count) < 2 ? ".single" : "");
    return words.text(words.has(key) ? key : prefix + unit, format(count, 0, decimals));
  }

  private static double round(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  private String format(double value, int least, int most) {
    NumberFormat format = words.numbers();
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    return format.format(value).replace('-', '−');
  }
}
