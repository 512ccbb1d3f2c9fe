package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.Json;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.scenario.ScenarioPlanner;
import picocli.CommandLine;

/** Makes candidate plans for rising budgets up to the one given, each with its bound. */
@CommandLine.Command(name = "frontier")
class FrontierCommand implements Callable<Integer> {

  private static final int MOST_POINTS = 50;

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Option(names = "--points", paramLabel = "N", defaultValue = "5")
  private int points;

  @CommandLine.Option(names = "--nested")
  private boolean nested;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  /** One candidate plan. */
  record Candidate(String folder, double budgetUsd, Plan.Totals totals, Certificate certificate) {}

  /** The answer of {@code --json}, also written as {@code frontier.json}. */
  record Frontier(boolean nested, List<Candidate> plans) {}

  @Override
  public Integer call() throws IOException {
    Scenario scenario = question.scenario();
    if (Double.isNaN(scenario.budgetUsd())) {
      throw new InputRefused("frontier.no-budget");
    }
    if (points < 2 || points > MOST_POINTS) {
      throw new InputRefused(
          "field.range", "field", "points", "value", points, "low", 2, "high", MOST_POINTS);
    }
    InputFiles.writable(out);
    PlanningProblem problem = question.problem(scenario, common);
    scenario = question.sharing(scenario, points);
    double[] budgetsUsd = new double[points];
    for (int k = 0; k < points; k++) {
      budgetsUsd[k] = Math.rint(scenario.budgetUsd() * (k + 1) / points);
    }
    try (StopButton stop = new StopButton()) {
      Frontier frontier = write(problem, plans(problem, scenario, budgetsUsd, stop));
      common.answer(frontier, sentence(frontier));
      return VerdictLine.ended(out, problem.inputs(), common);
    } finally {
      question.close();
    }
  }

  private List<PlanResult> plans(
      PlanningProblem problem, Scenario scenario, double[] budgetsUsd, StopButton stop) {
    try (ProgressLine progress = common.progress(scenario.goal())) {
      IntFunction<BooleanSupplier> ends = ScenarioPlanner.sharedSeconds(scenario, stop);
      return nested
          ? Planner.nestedFrontier(problem, scenario, budgetsUsd, progress, ends)
          : Planner.frontier(problem, scenario, budgetsUsd, progress, ends);
    }
  }

  private Frontier write(PlanningProblem problem, List<PlanResult> results) throws IOException {
    Files.createDirectories(out);
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < results.size(); k++) {
      PlanResult result = results.get(k);
      String name = String.format(Locale.ROOT, "plan-%02d", k + 1);
      PlanFolder folder = Planner.folder(problem, result);
      folder.write(out.resolve(name));
      candidates.add(
          new Candidate(
              name, result.scenario().budgetUsd(), folder.plan().totals(), folder.certificate()));
    }
    Frontier frontier = new Frontier(nested, candidates);
    Files.writeString(out.resolve("frontier.json"), Json.write(frontier) + "\n");
    Manifest.seal(out);
    return frontier;
  }

  private String sentence(Frontier frontier) {
    return String.join(
        "\n",
        frontier.plans().stream()
            .map(
                each ->
                    common
                        .words()
                        .text(
                            "cli.frontier.row",
                            each.folder(),
                            each.budgetUsd(),
                            each.totals().peopleServed(),
                            each.totals().peopleBasic(),
                            GapWords.percent(each.certificate().gapRatio(), common.words())))
            .toList());
  }
}
