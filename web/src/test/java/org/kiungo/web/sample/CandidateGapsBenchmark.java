package org.kiungo.web.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;

/**
 * The gap of every candidate plan of a first start after each of its turns, as the server makes
 * them: no clock, at the default budget.
 *
 * <p>{@code mvn -Pbenchmark -pl web -am test -Dtest=CandidateGapsBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.countries=CAF,MUS} takes some only.
 */
class CandidateGapsBenchmark {

  private static final long FIRST_STEPS = 200;

  @Test
  void gaps() {
    String wanted = System.getProperty("kiungo.countries", "");
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (Scenario each : SampleScenarios.of(Reference.builtIn(), FIRST_STEPS)) {
      String iso3 = each.countries().get(0);
      // of the first country's three budgets the default one
      if (!iso3.equals(SampleScenarios.FIRST)
          || each.budgetUsd() == DefaultBudget.usd(Reference.builtIn(), List.of(iso3))) {
        scenarios.put(iso3, each);
      }
    }
    System.out.println("| country | settlements | USD | turns | people | bound | gap | ended by |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    scenarios.forEach(
        (iso3, scenario) -> {
          if (wanted.isEmpty() || wanted.contains(iso3)) {
            row(iso3, scenario);
          }
        });
  }

  private static void row(String iso3, Scenario scenario) {
    PlanningProblem facts =
        ProblemAssembly.builtIn(
            List.of(iso3), CatalogueReader.builtIn(), scenario.standard(), scenario.money());
    Deepening found = new Deepening(plan(facts, scenario, List.of()), 1);
    StringBuilder gaps = new StringBuilder(gap(found));
    while (!found.isDone()) {
      Scenario next = found.next(scenario);
      found = found.with(plan(facts, next, List.of(found.best().plan())));
      gaps.append(" → ").append(gap(found));
    }
    Certificate c = found.best().certificate();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %d | %.0f | %.0f | %s | %s |%n",
        iso3,
        facts.settlements().size(),
        scenario.budgetUsd(),
        found.rounds(),
        c.value(),
        c.bound(),
        gaps,
        c.endedBy());
  }

  private static String gap(Deepening found) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * found.best().certificate().gapRatio());
  }

  private static PlanFolder plan(PlanningProblem facts, Scenario scenario, List<Plan> starts) {
    return Planner.folder(facts, Planner.plan(facts, scenario, starts, Progress.NONE, () -> false));
  }
}
