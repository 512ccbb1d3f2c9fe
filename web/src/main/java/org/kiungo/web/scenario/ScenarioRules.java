package org.kiungo.web.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;

/** What a scenario must keep to before it is planned; every problem names its field. */
public final class ScenarioRules {

  /** A million million: more than any network of Africa costs, and exact to the cent. */
  private static final double MOST_USD = 1e12;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_LOCKS = 100_000;
  private static final int MOST_TERMS = 10_000;
  private static final int MOST_FEEDS = 2_000;
  private static final int MOST_WEIGHTS = 10_000;

  private final Catalogue catalogue;
  private final Set<String> countries;

  /**
   * @param catalogue whose technologies and media may be named
   * @param countries ISO 3166-1 alpha-3 codes that may be named
   */
  public ScenarioRules(Catalogue catalogue, Set<String> countries) {
    this.catalogue = catalogue;
    this.countries = Set.copyOf(countries);
  }

  /**
   * A field that is out of its range or contradicts another.
   *
   * @param field name of the record component
   * @param refusal what, and the remedy
   */
  public record Problem(String field, InputRefused refusal) {}

  /** Refuses with the first problem. */
  public void require(Scenario scenario) {
    List<Problem> problems = problems(scenario);
    if (!problems.isEmpty()) {
      throw problems.get(0).refusal();
    }
  }

  /** All problems, in the order of the fields; empty when the scenario can be planned. */
  public List<Problem> problems(Scenario scenario) {
    List<Problem> problems = new ArrayList<>();
    name(problems, scenario.name().length());
    sizes(problems, scenario);
    if (!problems.isEmpty()) {
      // each entry of an absurd list would be a problem of its own
      return problems;
    }
    countries(problems, scenario.countries());
    feeds(problems, scenario);
    money(problems, scenario);
    goal(problems, scenario);
    known(
        problems, "technologyIds", "technology.unknown", scenario.technologyIds(), technologies());
    known(problems, "mediumIds", "medium.unknown", scenario.mediumIds(), media());
    range(problems, "steps", scenario.steps(), 0, 100_000_000);
    range(problems, "seconds", scenario.seconds(), 0, 86_400);
    range(problems, "threads", scenario.threads(), 1, 64);
    return problems;
  }

  private void sizes(List<Problem> problems, Scenario scenario) {
    range(problems, "countries", scenario.countries().size(), 0, countries.size());
    range(problems, "technologyIds", scenario.technologyIds().size(), 0, technologies().size());
    range(problems, "mediumIds", scenario.mediumIds().size(), 0, media().size());
    range(problems, "locks", scenario.locks().size(), 0, MOST_LOCKS);
    range(problems, "marketTerms", scenario.marketTerms().size(), 0, MOST_TERMS);
    range(problems, "feeds", scenario.feeds().size(), 0, MOST_FEEDS);
    range(problems, "fairness", scenario.fairness().size(), 0, MOST_WEIGHTS);
  }

  private void countries(List<Problem> problems, List<String> named) {
    if (named.isEmpty()) {
      problems.add(new Problem("countries", new InputRefused("scenario.no-country")));
    }
    for (String country : named) {
      if (!countries.contains(country)) {
        problems.add(
            new Problem("countries", new InputRefused("country.unknown", "country", country)));
      }
    }
  }

  /** Whether the sources are there is for who has them to say. */
  private static void feeds(List<Problem> problems, Scenario scenario) {
    for (Feed each : scenario.feeds()) {
      if (!scenario.countries().contains(each.country())) {
        problems.add(
            new Problem(
                "feeds",
                new InputRefused(
                    "feeds.other-country", "field", "feeds", "country", each.country())));
      }
    }
  }

  private static void goal(List<Problem> problems, Scenario scenario) {
    boolean target = !Double.isNaN(scenario.targetRatio());
    boolean wantsTarget =
        scenario.goal() == Goal.LEAST_COST_TO_TARGET
            || scenario.goal() == Goal.LEAST_PUBLIC_MONEY_TO_TARGET;
    if (!Double.isNaN(scenario.publicBudgetUsd())) {
      range(problems, "publicBudgetUsd", scenario.publicBudgetUsd(), 0, 1e12);
      if (scenario.goal().isOfDistricts()) {
        InputRefused refused = new InputRefused("scenario.public-cap", "field", "publicBudgetUsd");
        problems.add(new Problem("publicBudgetUsd", refused));
      }
      if (wantsTarget) {
        problems.add(
            new Problem("publicBudgetUsd", new InputRefused("scenario.target-and-budget")));
      }
    }
    if (!wantsTarget) {
      if (target) {
        problems.add(new Problem("targetRatio", new InputRefused("scenario.target-without-goal")));
      }
      return;
    }
    range(problems, "targetRatio", scenario.targetRatio(), 0, 1);
    // phases bring their money, within which a target is reached for least
    if (!Double.isNaN(scenario.budgetUsd()) && !scenario.hasPhases()) {
      problems.add(new Problem("budgetUsd", new InputRefused("scenario.target-and-budget")));
    }
  }

  /**
   * What makes a scenario that can be planned not worth planning: choices that cancel one another
   * out. Empty when there is nothing to say before a run.
   */
  List<Problem> conflicts(Scenario scenario) {
    List<Problem> conflicts = new ArrayList<>();
    if (scenario.budgetUsd() == 0) {
      conflicts.add(new Problem("budgetUsd", new InputRefused("scenario.no-money")));
    }
    ServiceStandard standard = scenario.standard();
    List<String> allowed = scenario.technologyIds();
    boolean given =
        catalogue.technologies().stream()
            .filter(each -> allowed.isEmpty() || allowed.contains(each.id()))
            .anyMatch(each -> gives(each, standard));
    if (!given && scenario.targetRatio() > 0) {
      InputRefused refused =
          new InputRefused(
              "scenario.no-technology-for-standard",
              "downlinkMbps",
              standard.downlinkMbps(),
              "roundTripMs",
              standard.roundTripMs());
      conflicts.add(new Problem("technologyIds", refused));
    }
    return conflicts;
  }

  private static boolean gives(AccessTechnology technology, ServiceStandard standard) {
    return technology.downlinkMbps().value() >= standard.downlinkMbps()
        && technology.roundTripMs().value() <= standard.roundTripMs();
  }

  private Set<String> technologies() {
    return catalogue.technologies().stream()
        .map(AccessTechnology::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> media() {
    return catalogue.media().stream()
        .map(Medium::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void known(
      List<Problem> problems, String field, String code, List<String> named, Set<String> known) {
    for (String each : named) {
      if (!known.contains(each)) {
        String all = String.join(", ", known);
        problems.add(new Problem(field, new InputRefused(code, "id", each, "known", all)));
      }
    }
  }

  /**
   * Refuses sums of money that nobody means.
   *
   * @throws InputRefused {@code scenario.money} for the first that is more than {@value #MOST_USD}
   */
  public static void requireMoney(Scenario scenario) {
    List<Problem> problems = new ArrayList<>();
    money(problems, scenario);
    if (!problems.isEmpty()) {
      throw problems.get(0).refusal();
    }
  }

  private static void money(List<Problem> problems, Scenario scenario) {
    atMost(problems, "budgetUsd", scenario.budgetUsd());
    atMost(problems, "publicBudgetUsd", scenario.publicBudgetUsd());
    atMost(problems, "serviceAbroadUsdPerYear", scenario.serviceAbroadUsdPerYear());
    scenario
        .budgetsByCountry()
        .forEach((iso3, usd) -> atMost(problems, "budgetsByCountry." + iso3, usd));
  }

  /** That it is not below 0 the scenario sees to itself; NaN is no cap. */
  private static void atMost(List<Problem> problems, String field, double usd) {
    if (usd > MOST_USD) {
      double given = Math.min(usd, Double.MAX_VALUE);
      problems.add(
          new Problem(
              field,
              new InputRefused(
                  "scenario.money", "field", field, "given", given, "most", MOST_USD)));
    }
  }

  private static void name(List<Problem> problems, int length) {
    if (length > LONGEST_NAME) {
      problems.add(
          new Problem(
              "name",
              new InputRefused(
                  "field.tooLong", "field", "name", "found", length, "limit", LONGEST_NAME)));
    }
  }

  private static void range(
      List<Problem> problems, String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      InputRefused refusal =
          new InputRefused("field.range", "field", field, "value", value, "low", low, "high", high);
      problems.add(new Problem(field, refusal));
    }
  }
}
