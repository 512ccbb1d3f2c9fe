package org.kiungo.web.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;

/** Facts from the data that Kiungo carries; those looked at lately are kept. */
class BuiltInProblems implements ProblemSource {

  private static final int KEPT = 6;

  private final Catalogue catalogue;
  private final Map<List<String>, PlanningProblem> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, PlanningProblem> eldest) {
          return size() > KEPT;
        }
      };

  BuiltInProblems(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public PlanningProblem problem(Scenario scenario) {
    PlanningProblem facts = facts(scenario.countries());
    return new PlanningProblem(
        facts.settlements(),
        facts.nodes(),
        facts.fibreLines(),
        facts.towers(),
        facts.catalogue(),
        scenario.standard(),
        scenario.money(),
        facts.inputs());
  }

  @Override
  public PlanningProblem builtIn(String iso3) {
    return facts(List.of(iso3));
  }

  private synchronized PlanningProblem facts(List<String> countries) {
    return kept.computeIfAbsent(
        countries,
        key -> ProblemAssembly.builtIn(key, catalogue, ServiceStandard.DEFAULT, Money.DEFAULT));
  }
}
