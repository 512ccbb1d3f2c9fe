package org.kiungo.web.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.web.dataset.Datasets;

/**
 * Facts of this installation: imported layers of a country where there are settlements among them,
 * else the data that Kiungo carries. Built-in facts looked at lately are kept.
 */
class InstalledProblems implements ProblemSource {

  private static final int KEPT = 6;

  private final Catalogue catalogue;
  private final Datasets datasets;
  private final Map<List<String>, PlanningProblem> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, PlanningProblem> eldest) {
          return size() > KEPT;
        }
      };

  InstalledProblems(Catalogue catalogue, Datasets datasets) {
    this.catalogue = catalogue;
    this.datasets = datasets;
  }

  @Override
  public PlanningProblem problem(Scenario scenario) {
    PlanningProblem facts =
        imported(scenario.countries()).orElseGet(() -> facts(scenario.countries()));
    return facts.withTerms(scenario.standard(), scenario.money());
  }

  @Override
  public PlanningProblem builtIn(String iso3) {
    return facts(List.of(iso3));
  }

  private Optional<PlanningProblem> imported(List<String> countries) {
    if (countries.size() != 1) {
      return Optional.empty();
    }
    return datasets
        .layers(countries.get(0))
        .map(
            layers ->
                ProblemAssembly.fromLayers(
                        layers, catalogue, ServiceStandard.DEFAULT, Money.DEFAULT)
                    .problem());
  }

  private synchronized PlanningProblem facts(List<String> countries) {
    return kept.computeIfAbsent(
        countries,
        key -> ProblemAssembly.builtIn(key, catalogue, ServiceStandard.DEFAULT, Money.DEFAULT));
  }
}
