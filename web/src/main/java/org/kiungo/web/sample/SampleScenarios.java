package org.kiungo.web.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;

/**
 * Which samples there are: three budgets for the first country, one for each of the others, the
 * smaller countries first.
 */
final class SampleScenarios {

  /** Small, with real height and distance to bridge: three plans of it take seconds. */
  static final String FIRST = "LSO";

  /** Times the default budget, of the first country's three samples. */
  private static final double[] FACTORS = {1, 1 / 3.0, 3};

  private SampleScenarios() {}

  static List<Scenario> of(Reference reference, long steps) {
    List<Scenario> all = new ArrayList<>(first(reference, steps));
    reference.countries().stream()
        .filter(each -> !each.iso3().equals(FIRST))
        .sorted(Comparator.comparingDouble(CountryFacts::population))
        .forEach(each -> all.add(scenario(reference, each, 1, steps)));
    return all;
  }

  /** Those of the first country, that of the default budget before the others. */
  static List<Scenario> first(Reference reference, long steps) {
    return Arrays.stream(FACTORS)
        .mapToObj(factor -> scenario(reference, reference.country(FIRST), factor, steps))
        .toList();
  }

  private static Scenario scenario(
      Reference reference, CountryFacts country, double factor, long steps) {
    double usdPerPerson = factor * DefaultBudget.USD_PER_PERSON_WITHOUT_4G;
    Scenario base = ScenarioFile.DEFAULT;
    return base.with()
        .name(country.name("en"))
        .countries(List.of(country.iso3()))
        .budgetUsd(DefaultBudget.usd(reference, country.iso3(), usdPerPerson))
        .steps(steps)
        .build();
  }
}
