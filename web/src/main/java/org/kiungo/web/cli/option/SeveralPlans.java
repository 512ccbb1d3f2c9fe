package org.kiungo.web.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.scenario.ScenarioPlanner;

/** A question whose answer takes several plans: they share one limit of time and one stop. */
public final class SeveralPlans {

  private SeveralPlans() {}

  /**
   * Makes the plans.
   *
   * @param <T> what they answer
   */
  @FunctionalInterface
  public interface Search<T> {
    /**
     * {@code stops}: by the number of plans that share the time; once true, the best so far is
     * taken.
     */
    T find(
        PlanningProblem problem,
        Scenario scenario,
        Progress progress,
        IntFunction<BooleanSupplier> stops);
  }

  /**
   * Writes and tells what was found, while the question's files are still open.
   *
   * @param <T> what was found
   */
  @FunctionalInterface
  public interface Telling<T> {
    /** {@code scenario} is the one that was searched with. */
    void tell(PlanningProblem problem, Scenario scenario, T found) throws IOException;
  }

  /**
   * @param out where plans are written; null for nowhere
   * @throws org.kiungo.planner.model.value.InputRefused where {@code out} cannot be written, before
   *     anything is planned
   */
  public static <T> void answer(
      ProblemOptions question, CommonOptions common, Path out, Search<T> search, Telling<T> telling)
      throws IOException {
    Scenario scenario = question.scenario();
    try (StopButton stop = new StopButton()) {
      if (out != null) {
        InputFiles.writable(out);
      }
      PlanningProblem problem = question.problem(scenario, common);
      T found;
      try (ProgressLine progress = common.progress(scenario.goal())) {
        found =
            search.find(problem, scenario, progress, ScenarioPlanner.sharedSeconds(scenario, stop));
      }
      telling.tell(problem, scenario, found);
    } finally {
      question.close();
    }
  }
}
