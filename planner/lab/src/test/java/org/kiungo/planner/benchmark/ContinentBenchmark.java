package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.deploy.prices.GapBenchmark;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;

/**
 * The gap of all 54 countries planned at once from built-in data, as {@link GapBenchmark} measures
 * it.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=ContinentBenchmark
 * -Dkiungo.variants=COMPLETE}
 */
class ContinentBenchmark {

  @Test
  void gap() throws IOException {
    List<String> all = Reference.builtIn().countries().stream().map(CountryFacts::iso3).toList();
    GapBenchmark.measure(
        "AFRICA",
        ProblemAssembly.builtIn(
            all, CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT));
  }
}
