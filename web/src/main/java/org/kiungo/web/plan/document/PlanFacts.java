package org.kiungo.web.plan.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.InputWords;
import org.kiungo.web.language.PeopleWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.MoneyEvidence;
import org.kiungo.web.plan.PlanDetail.AssumedNodes;
import org.kiungo.web.plan.verdict.VerdictWords;

/**
 * What a plan is as a whole, a fact a line: what was asked, how good the answer is, people, money,
 * what made it, and what whoever passes it on has to say.
 */
public final class PlanFacts {

  /** What stands in every file, whatever its format. */
  private static final Set<String> TOLD =
      Set.of(
          "countries",
          "question",
          "budgetUsd",
          "publicBudgetUsd",
          "targetRatio",
          "verdict",
          "verdictReason",
          "verdictBeside",
          "gap",
          "gapRatio",
          "objectiveValue",
          "objectiveBound",
          "populationBeside",
          "licence",
          "sources",
          "planId",
          "certificateSha256",
          "engineVersion");

  private final PublishedPlan plan;
  private final PlanFolder folder;
  private final Words words;
  private final List<Fact> facts = new ArrayList<>();

  private PlanFacts(PublishedPlan plan, Words words) {
    this.plan = plan;
    this.words = words;
    folder = plan.folder();
  }

  /**
   * A line.
   *
   * @param key the same in every language
   * @param value null where it is a text
   * @param text null where it is a number
   */
  public record Fact(String key, Double value, String text) {}

  /** All of them, in order. */
  public static List<Fact> of(PublishedPlan plan, Words words) {
    return new PlanFacts(plan, words).all();
  }

  /** Those that every file tells, by key. */
  public static Map<String, String> told(List<Fact> facts) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Fact each : facts) {
      boolean known = each.text() != null || each.value() != null;
      if (known && TOLD.contains(each.key())) {
        told.put(each.key(), each.text() == null ? plain(each.value()) : each.text());
      }
    }
    return told;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  /** What a plan is called. */
  public static String title(PublishedPlan plan, Words words) {
    String name = plan.folder().scenario().name();
    String title = words.text("export.fact.title.text", name.isEmpty() ? plan.id() : name);
    return plan.folder().problem().inputs().stream()
        .filter(each -> each.role().equals(InputFile.BUILT) && each.reading().containsKey("plan"))
        .map(each -> words.text("document.rest", title, each.reading().get("plan")))
        .reduce(title, (before, rest) -> rest);
  }

  private List<Fact> all() {
    question();
    certificate();
    people();
    money();
    costs();
    origin();
    return facts;
  }

  private void tell(String key, String text) {
    facts.add(new Fact(key, null, text));
  }

  /** What is not known is an empty cell. */
  private void tell(String key, double value) {
    facts.add(new Fact(key, Double.isNaN(value) ? null : (Double) value, null));
  }

  private void question() {
    Scenario scenario = folder.scenario();
    tell("title", title(plan, words));
    tell(
        "countries",
        scenario.countries().stream()
            .map(iso3 -> name(iso3) + " (" + iso3 + ")")
            .collect(Collectors.joining(", ")));
    tell(
        "question",
        words.text(
            "export.question." + scenario.goal().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            scenario.standard().downlinkMbps(),
            scenario.budgetUsd(),
            scenario.targetRatio()));
    tell("budgetUsd", scenario.budgetUsd());
    tell("publicBudgetUsd", scenario.publicBudgetUsd());
    tell("targetRatio", scenario.targetRatio());
    tell("firstYear", scenario.money().firstYear());
    tell("lastYear", scenario.money().lastYear());
    tell("priceYear", scenario.money().priceYear());
    tell("discountRateRatio", scenario.money().discountRateRatio());
  }

  private String name(String iso3) {
    Map<String, String> names = Reference.builtIn().country(iso3).names();
    return names.getOrDefault(words.language(), names.getOrDefault("en", iso3));
  }

  private void certificate() {
    Certificate certificate = folder.certificate();
    String why = VerdictWords.why(plan.verdict(), words);
    tell("verdict", VerdictWords.word(plan.verdict(), words));
    tell("verdictReason", why.isEmpty() ? null : why);
    AssumedNodes nodes = AssumedNodes.of(folder);
    if (nodes != null && nodes.prevail(folder.scenario().today())) {
      tell(
          "verdictBeside",
          words.text("ui.plan.mostly-assumed", nodes.assumedStarts(), nodes.starts()));
    }
    tell("gap", GapWords.of(certificate.gapRatio(), folder.scenario(), words));
    tell("gapRatio", certificate.gapRatio());
    tell(
        "objective",
        words.text("export.objective." + certificate.sense().name().toLowerCase(Locale.ROOT)));
    tell("objectiveValue", certificate.value());
    tell("objectiveBound", certificate.bound());
  }

  private void people() {
    Plan.Totals totals = folder.plan().totals();
    tell("population", totals.population());
    List<String> beside =
        new PeopleWords(words)
            .of(
                PlannedPeople.of(folder.problem(), folder.scenario()),
                folder.scenario().countries().size(),
                folder.problem().inputs());
    if (!beside.isEmpty()) {
      tell("populationBeside", String.join(" ", beside));
    }
    tell("peopleBaseline", totals.peopleBaseline());
    tell("peopleServed", totals.peopleServed());
    tell("peopleBasic", totals.peopleBasic());
    tell("peopleGained", totals.peopleServed() + totals.peopleBasic());
    tell("peopleUnserved", totals.peopleUnserved());
    if (totals.today() != null) {
      tell("peopleGainedSure", totals.today().peopleGainedSure());
      tell("peopleGainedLikely", totals.today().peopleGainedLikely());
      tell("peopleGainedPossible", totals.today().peopleGainedPossible());
    }
  }

  private void money() {
    Plan.Totals totals = folder.plan().totals();
    PublicMoneyRange range = MoneyEvidence.of(folder).range();
    tell("lifetimeCostUsd", totals.lifetimeCostUsd());
    tell("capexUsd", totals.capexUsd());
    tell("opexUsdPerYear", totals.opexUsdPerYear());
    tell("publicUsd", folder.finance().publicUsd());
    tell("publicLowUsd", range.lowUsd());
    tell("publicHighUsd", range.highUsd());
    String why = publicWhy(folder, words);
    tell("publicWhy", why.isEmpty() ? null : why);
  }

  /** Why more public money is needed than the works cost; empty where it is not so. */
  static String publicWhy(PlanFolder folder, Words words) {
    return MoneyEvidence.bills(folder).stream()
        .findFirst()
        .map(bill -> BillWords.why(bill, usd -> words.text("export.usd", usd), words))
        .orElse("");
  }

  /** What the lifetime cost is made of: the sums of the layers' columns, and all of it. */
  private void costs() {
    Plan built = folder.plan();
    Programme programme = built.programme();
    sum("costOfSettlementsUsd", built.settlements(), Plan.SettlementService::lifetimeCostUsd);
    sum("costOfSitesUsd", built.sites(), Plan.AccessSite::lifetimeCostUsd);
    sum("costOfLinksUsd", built.links(), Plan.BuiltLink::lifetimeCostUsd);
    sum("costOfSecondWaysUsd", built.secondPaths().links(), Plan.BuiltLink::lifetimeCostUsd);
    sum("costOfNodesUsd", built.upgrades(), Plan.NodeUpgrade::lifetimeCostUsd);
    sum(
        "costOfReplacedUsd",
        programme == null ? List.<Programme.Replaced>of() : programme.replaced(),
        Programme.Replaced::lifetimeCostUsd);
    WorkStates states = WorkStates.find(folder);
    if (states != null) {
      tell("standingCapexUsd", states.standing().capexUsd());
      tell("standingLifetimeCostUsd", states.standing().lifetimeUsd());
      tell("signedCapexUsd", states.signed().capexUsd());
      tell("signedLifetimeCostUsd", states.signed().lifetimeUsd());
      tell("openCapexUsd", states.open().capexUsd());
      tell("openLifetimeCostUsd", states.open().lifetimeUsd());
    }
  }

  private <T> void sum(String key, Collection<T> parts, ToDoubleFunction<T> usd) {
    long cents = parts.stream().mapToLong(each -> AssetCost.cents(usd.applyAsDouble(each))).sum();
    tell(key, AssetCost.usd(cents));
  }

  private void origin() {
    Certificate certificate = folder.certificate();
    List<String> sources = new ArrayList<>();
    for (InputFile each : folder.problem().inputs()) {
      String what = InputWords.of(each, words);
      sources.add(each.version().isEmpty() ? what : what + " [" + each.version() + "]");
    }
    tell("sources", words.joined(sources));
    tell("licence", words.text("export.fact.licence.text"));
    tell("planId", plan.id());
    tell("certificateSha256", plan.certificateSha256());
    tell("seed", certificate.seed());
    tell("engineVersion", certificate.engineVersion());
    tell("catalogueVersion", certificate.catalogueVersion());
  }
}
