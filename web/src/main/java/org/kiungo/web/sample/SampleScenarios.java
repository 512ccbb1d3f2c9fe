package org.kiungo.web.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /**
   * Budgets for each person without 4G today, of the first country's three samples; the middle one
   * is that of the others. A rule to begin with, of the order of what plans spend on a person: no
   * advice.
   */
  private static final double[] USD_PER_PERSON_WITHOUT = {20, 60, 180};

  private SampleScenarios() {}

  static List<Scenario> of(Reference reference, long steps) {
    List<Scenario> all = new ArrayList<>();
    for (double usdPerPerson : USD_PER_PERSON_WITHOUT) {
      all.add(scenario(reference, reference.country(FIRST), usdPerPerson, steps));
    }
    reference.countries().stream()
        .filter(each -> !each.iso3().equals(FIRST))
        .sorted(Comparator.comparingDouble(CountryFacts::population))
        .forEach(each -> all.add(scenario(reference, each, USD_PER_PERSON_WITHOUT[1], steps)));
    return all;
  }

  private static Scenario scenario(
      Reference reference, CountryFacts country, double usdPerPerson, long steps) {
    double covered = reference.people().coverage(country.iso3()).ratio();
    double budgetUsd =
        new BigDecimal(Math.max(1e6, country.population() * (1 - covered) * usdPerPerson))
            .round(new MathContext(2, RoundingMode.HALF_UP))
            .doubleValue();
    Scenario base = ScenarioFile.DEFAULT;
    return base.with()
        .name(country.name("en"))
        .countries(List.of(country.iso3()))
        .budgetUsd(budgetUsd)
        .steps(steps)
        .build();
  }
}
