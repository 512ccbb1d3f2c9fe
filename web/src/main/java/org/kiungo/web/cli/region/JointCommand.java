package org.kiungo.web.cli.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kiungo.planner.Planner;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.joint.JointSentences;
import org.kiungo.web.joint.JointWorth;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.BorderWords;
import org.kiungo.web.plan.PlanCorridors;
import org.kiungo.web.scenario.ScenarioPlanner;
import picocli.CommandLine;

/** What planning countries together is worth, and who may pay for the links between them. */
@CommandLine.Command(name = "joint")
public class JointCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", descriptionKey = "kiungo.joint.out")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Scenario scenario = question.scenario();
    if (out != null) {
      InputFiles.writable(out);
    }
    try (StopButton stop = new StopButton()) {
      PlanningProblem problem = question.problem(scenario, common);
      JointPair pair;
      try (ProgressLine progress = common.progress(scenario.goal())) {
        pair =
            JointPair.run(
                problem,
                scenario,
                PlanCorridors::earnedUsd,
                progress,
                ScenarioPlanner.sharedSeconds(scenario, stop));
      }
      if (out != null) {
        Planner.folder(problem, pair.joint()).write(out);
      }
      JointWorth answer = JointWorth.of(pair);
      common.answer(answer, sentences(answer, common.words()));
      return out == null ? ExitCode.DONE : VerdictLine.ended(out, problem.inputs(), common);
    } finally {
      question.close();
    }
  }

  private static String sentences(JointWorth joint, Words words) {
    List<String> lines = new ArrayList<>(JointSentences.worth(joint, words));
    lines.addAll(JointSentences.countries(joint, UnaryOperator.identity(), words));
    joint.servedAbroad().forEach(each -> lines.add("  " + BorderWords.of(each, words)));
    for (Corridor each : joint.corridors()) {
      lines.add(
          words.text(
              "cli.joint.corridor",
              each.crossing().border(),
              each.linkIds().get(0),
              each.distanceKm(),
              each.costUsd(),
              each.demandMbps(),
              each.people(),
              each.uses().stream()
                  .map(
                      use ->
                          String.format(
                              Locale.ROOT,
                              "%s %.0f / %.0f / %.0f",
                              use.country(),
                              use.byUseUsd(),
                              use.equalUsd(),
                              use.byCapacityUsd()))
                  .collect(Collectors.joining(", "))));
    }
    return String.join("\n", lines);
  }
}
