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

  /** Budgets per head of the first country's three samples; the middle one serves the others. */
  private static final double[] USD_PER_HEAD = {10, 30, 90};

  private SampleScenarios() {}

  static List<Scenario> of(Reference reference, long steps) {
    List<Scenario> all = new ArrayList<>();
    for (double usdPerHead : USD_PER_HEAD) {
      all.add(scenario(reference.country(FIRST), usdPerHead, steps));
    }
    reference.countries().stream()
        .filter(each -> !each.iso3().equals(FIRST))
        .sorted(Comparator.comparingDouble(CountryFacts::population))
        .forEach(each -> all.add(scenario(each, USD_PER_HEAD[1], steps)));
    return all;
  }

  private static Scenario scenario(CountryFacts country, double usdPerHead, long steps) {
    double budgetUsd =
        new BigDecimal(country.population() * usdPerHead)
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
