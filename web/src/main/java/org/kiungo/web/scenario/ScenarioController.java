package org.kiungo.web.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checks a scenario before it is run. */
@RestController
class ScenarioController {

  private final ScenarioRules rules;
  private final ProblemSource facts;
  private final ScenarioPlanner planner;
  private final PlanningMemory memory;

  ScenarioController(
      ScenarioRules rules, ProblemSource facts, ScenarioPlanner planner, PlanningMemory memory) {
    this.rules = rules;
    this.facts = facts;
    this.planner = planner;
    this.memory = memory;
  }

  /**
   * What is wrong with a scenario, or how large it is.
   *
   * @param valid true when it can be run
   * @param problems one per field and fault
   * @param scenario with every default filled in; null when it could not be read
   * @param estimate null unless valid
   */
  record Check(boolean valid, List<Problem> problems, Scenario scenario, Estimate estimate) {}

  /**
   * A fault of a scenario.
   *
   * @param field record component, empty for the whole
   * @param code message code
   * @param message the sentence in the reader's language
   */
  record Problem(String field, String code, String message) {}

  /**
   * Size of a scenario.
   *
   * @param places settlements with known people
   * @param nodes existing network nodes, as the scenario counts them
   * @param seconds judged by the last run on this machine; NaN before the first
   */
  record Estimate(int places, int nodes, double seconds) {

    /** That of a problem whose time is not judged yet. */
    static Estimate of(PlanningProblem problem, Scenario scenario) {
      return new Estimate(
          (int) problem.settlements().stream().filter(each -> each.population() > 0).count(),
          scenario.today().counted(problem.nodes()).size(),
          Double.NaN);
    }
  }

  @Answers(takes = "scenario.json")
  @Requires(Role.VIEWER)
  @PostMapping(path = "/api/v1/scenarios/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  Check check(@RequestBody byte[] body, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    Scenario scenario;
    try {
      scenario = ScenarioBody.read(body);
    } catch (InputRefused refused) {
      String field = String.valueOf(refused.arguments().getOrDefault("field", ""));
      return new Check(false, List.of(problem(field, refused, words)), null, null);
    }
    List<ScenarioRules.Problem> found = rules.problems(scenario);
    List<Problem> problems =
        Stream.concat(found.stream(), rules.conflicts(scenario).stream())
            .map(each -> problem(each.field(), each.refusal(), words))
            .collect(Collectors.toCollection(ArrayList::new));
    if (found.isEmpty()) {
      // before anything of that size is read
      memory
          .findRefusal(scenario)
          .ifPresent(refused -> problems.add(problem("countries", refused, words)));
    }
    Estimate estimate = null;
    if (problems.isEmpty()) {
      try {
        estimate = estimate(scenario);
      } catch (InputRefused refused) {
        String field = String.valueOf(refused.arguments().getOrDefault("field", ""));
        problems.add(problem(field, refused, words));
      }
    }
    return new Check(problems.isEmpty(), problems, scenario, estimate);
  }

  private Estimate estimate(Scenario scenario) {
    Estimate size = Estimate.of(facts.problem(scenario), scenario);
    double seconds = planner.estimateSeconds(size.places(), scenario);
    return new Estimate(size.places(), size.nodes(), seconds);
  }

  private static Problem problem(String field, InputRefused refused, Words words) {
    return new Problem(field, refused.code(), words.refusal(refused));
  }
}
