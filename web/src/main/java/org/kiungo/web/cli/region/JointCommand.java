package org.kiungo.web.cli.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kiungo.planner.Planner;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.language.GapWords;
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

  /**
   * The answer of {@code --json}.
   *
   * @param jointPeople weighted people served together
   * @param separatePeople one by one with the same money
   * @param separateBoundPeople more than any plans one by one serve with that money
   * @param gainedPeople what planning together is worth; 0 where nothing crosses a border
   * @param distinguishable true where that is more than the search of the others may have missed
   * @param totals of the joint plan
   * @param certificate of it
   * @param countries under both
   * @param losing countries that have fewer people by planning together
   * @param corridors of the joint plan, with shares
   * @param servedAbroad places that sites in other countries serve under it, and who pays
   */
  record Joint(
      double jointPeople,
      double separatePeople,
      double separateBoundPeople,
      double gainedPeople,
      boolean distinguishable,
      Plan.Totals totals,
      Certificate certificate,
      List<JointPair.Country> countries,
      List<String> losing,
      List<Corridor> corridors,
      List<ServedAbroad> servedAbroad) {}

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
      Joint answer =
          new Joint(
              pair.jointPeople(),
              pair.separatePeople(),
              pair.separateBoundPeople(),
              pair.gainedPeople(),
              pair.isDistinguishable(),
              pair.joint().plan().totals(),
              pair.joint().certificate(),
              pair.countries(),
              pair.losing().stream().map(JointPair.Country::country).toList(),
              pair.corridors(),
              pair.abroad());
      common.answer(answer, sentences(answer, common.words()));
      return out == null ? ExitCode.DONE : VerdictLine.ended(out, problem.inputs(), common);
    } finally {
      question.close();
    }
  }

  private static String sentences(Joint joint, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            "cli.joint.head",
            joint.jointPeople(),
            joint.separatePeople(),
            GapWords.percent(joint.certificate().gapRatio(), words),
            joint.corridors().size()));
    boolean crosses = !joint.corridors().isEmpty() || !joint.servedAbroad().isEmpty();
    String worth =
        joint.distinguishable() ? "more" : crosses ? "not-distinguishable" : "nothing-crosses";
    lines.add(
        words.text(
            "cli.joint.worth." + worth,
            joint.gainedPeople(),
            joint.separateBoundPeople() - joint.separatePeople(),
            joint.certificate().bound() - joint.separatePeople()));
    double unserved =
        joint.countries().stream().mapToDouble(JointPair.Country::unservedPeople).sum();
    for (JointPair.Country each : joint.countries()) {
      lines.add(
          words.text(
              "cli.joint.country",
              each.country(),
              each.jointPeople(),
              each.separatePeople(),
              each.jointUsd(),
              each.separateUsd(),
              each.jointUsd() / Math.max(1, joint.totals().lifetimeCostUsd()),
              each.unservedPeople() / Math.max(1, unserved)));
      if (each.gainedPeople() < 0) {
        lines.add(words.text("cli.joint.loses", each.country(), -each.gainedPeople()));
      }
    }
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
