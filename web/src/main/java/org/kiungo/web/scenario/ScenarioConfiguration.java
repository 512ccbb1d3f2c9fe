package org.kiungo.web.scenario;

import java.time.Clock;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.web.dataset.Datasets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data that scenarios are checked against and planned on. */
@Configuration(proxyBeanMethods = false)
class ScenarioConfiguration {

  @Bean
  Catalogue catalogue() {
    return CatalogueReader.builtIn();
  }

  @Bean
  Reference reference() {
    return Reference.builtIn();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  ProblemSource problemSource(Catalogue catalogue, Datasets datasets) {
    return new InstalledProblems(catalogue, datasets);
  }

  @Bean
  ScenarioRules scenarioRules(Catalogue catalogue, Reference reference) {
    return new ScenarioRules(
        catalogue,
        reference.countries().stream().map(CountryFacts::iso3).collect(Collectors.toSet()));
  }
}
