package org.kiungo.web.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.planner.compare.Attribution.Part;
import org.kiungo.planner.compare.Attribution.Sums;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Json;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.RefusedPlans;
import org.kiungo.web.compare.Likeness;
import org.kiungo.web.compare.ToldChange;
import org.kiungo.web.language.DifferenceWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Comparison;
import org.kiungo.web.page.ComparisonText;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.policy.AssumptionWords;
import picocli.CommandLine;

/** Says in which assumptions plans or scenarios differ, and what each of them brings. */
@CommandLine.Command(name = "compare")
class CompareCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;
  @CommandLine.Mixin private RefusedPlans refused;

  @CommandLine.Parameters(
      arity = "2..*",
      paramLabel = "DIR|FILE",
      descriptionKey = "kiungo.compare.what")
  private List<Path> compared;

  @CommandLine.Option(names = "--attribute", descriptionKey = "kiungo.compare.attribute")
  private boolean attribute;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", descriptionKey = "kiungo.compare.out")
  private Path out;

  /**
   * A side of a comparison.
   *
   * @param plan null for a scenario that was not planned
   * @param view what pages show of the plan; null without one
   */
  private record Side(PlanningProblem problem, Scenario scenario, PlanFolder plan, PlanView view) {

    Likeness.Side likeness() {
      return new Likeness.Side(scenario, problem.inputs(), problem.catalogue().version());
    }

    Plan.Totals totals() {
      return plan == null ? null : plan.plan().totals();
    }

    double gapRatio() {
      return plan == null ? Double.NaN : plan.certificate().gapRatio();
    }

    PlanVerdict verdict() {
      return view == null ? null : view.verdict();
    }
  }

  /**
   * One comparison with the first.
   *
   * @param a first
   * @param b other
   * @param sameFacts false when the two were planned on different facts
   * @param changes in what their scenarios differ, each with its kind: data, assumption, decision
   *     or search
   * @param inputsOfA inputs that the first alone was made from and that no change names
   * @param inputsOfB those of the other
   * @param totalsA sums of the first plan; null for a scenario alone
   * @param totalsB sums of the other
   * @param verificationA what may be said of the first plan; null for a scenario alone
   * @param verificationB of the other
   * @param gapRatioA how far the first plan is from the best possible at most, 0–1; NaN where that
   *     is not known
   * @param gapRatioB the other's
   * @param marginPeople what people of both may be off by together: a smaller difference cannot be
   *     told from none; NaN where that is not known
   * @param marginUsd the same of lifetime cost
   * @param attribution what each change brings; null unless asked for
   * @param told the same as the page of two plans says it
   */
  record Compared(
      String a,
      String b,
      boolean sameFacts,
      List<ToldChange> changes,
      List<InputFile> inputsOfA,
      List<InputFile> inputsOfB,
      Plan.Totals totalsA,
      Plan.Totals totalsB,
      PlanVerdict verificationA,
      PlanVerdict verificationB,
      double gapRatioA,
      double gapRatioB,
      double marginPeople,
      double marginUsd,
      Attribution attribution,
      @JsonIgnore List<String> told) {}

  /** The answer of {@code --json}. */
  record Answer(List<Compared> comparisons) {}

  @Override
  public Integer call() throws IOException {
    Side first = side(compared.get(0));
    List<Compared> all = new ArrayList<>();
    for (Path other : compared.subList(1, compared.size())) {
      all.add(compare(first, side(other), other));
    }
    Answer answer = new Answer(all);
    if (out != null) {
      Files.writeString(out, Json.write(answer) + "\n");
    }
    common.answer(answer, sentences(answer, common.words()));
    return ExitCode.DONE;
  }

  private Compared compare(Side first, Side second, Path other) {
    Likeness likeness = Likeness.between(first.likeness(), second.likeness());
    boolean same = Attribution.sameFacts(first.problem, second.problem);
    Attribution attribution = null;
    if (attribute) {
      if (!same) {
        throw new InputRefused("compare.facts", "file", other.toString());
      }
      try (StopButton stop = new StopButton();
          ProgressLine progress = common.progress(first.scenario.goal())) {
        attribution =
            first.plan != null && second.plan != null
                ? Attribution.between(first.plan, second.plan, progress, stop)
                : Attribution.of(first.problem, first.scenario, second.scenario, progress, stop);
      }
    }
    Comparison both =
        first.plan == null || second.plan == null ? null : new Comparison(first.view, second.view);
    ComparisonText text = new ComparisonText(name(compared.get(0)), name(other), common.words());
    List<String> told =
        new ArrayList<>(text.likeness(likeness, first.problem.inputs(), second.problem.inputs()));
    if (both != null) {
      told.addAll(text.figures(both));
    }
    return new Compared(
        compared.get(0).toString(),
        other.toString(),
        same,
        likeness.changes().stream().map(ToldChange::of).toList(),
        likeness.inputsOfA(),
        likeness.inputsOfB(),
        first.totals(),
        second.totals(),
        first.verdict(),
        second.verdict(),
        first.gapRatio(),
        second.gapRatio(),
        both == null ? Double.NaN : both.peopleMargin(),
        both == null ? Double.NaN : both.usdMargin(),
        attribution,
        told);
  }

  private static String name(Path path) {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /** A plan folder with its facts, or a scenario on the built-in facts of its countries. */
  private Side side(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      PlanVerdict verdict = refused.verdict(path, common);
      PlanFolder folder = PlanFolder.read(path);
      PlanView view = new PlanView(Plans.detail(path, folder, verdict));
      return new Side(folder.problem(), folder.scenario(), folder, view);
    }
    Scenario scenario = ScenarioFile.read(Files.readAllBytes(InputFiles.readable(path)));
    PlanningProblem problem =
        ProblemAssembly.builtIn(
            scenario.countries(), CatalogueReader.builtIn(), scenario.standard(), scenario.money());
    return new Side(problem, scenario, null, null);
  }

  private static String sentences(Answer answer, Words words) {
    List<String> lines = new ArrayList<>();
    for (Compared each : answer.comparisons()) {
      lines.add(words.text("cli.compare.head", each.a(), each.b()));
      lines.addAll(each.told());
      if (each.attribution() != null) {
        lines.addAll(attributed(each.attribution(), words));
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> attributed(Attribution attribution, Words words) {
    List<String> lines = new ArrayList<>();
    boolean known = attribution.publicKnown();
    lines.add(
        words.text(
            "cli.compare.total", sums(attribution.total(), known, words), attribution.plans()));
    for (Part part : attribution.parts()) {
      lines.add(
          words.text(
              "cli.compare.alone",
              AssumptionWords.of(part.name(), words),
              sums(part.alone(), known, words)));
      lines.add(words.text("cli.compare.in-order", sums(part.inOrder(), known, words)));
      if (part.shapley() != null) {
        lines.add(words.text("cli.compare.shapley", sums(part.shapley(), known, words)));
      }
    }
    return lines;
  }

  private static String sums(Sums sums, boolean publicKnown, Words words) {
    return words.text(
        "cli.compare.sums",
        DifferenceWords.of(sums.weightedPeople(), words),
        DifferenceWords.of(sums.peopleStandard(), words),
        DifferenceWords.of(sums.peopleBasic(), words),
        DifferenceWords.of(sums.lifetimeCostUsd(), words),
        publicKnown
            ? words.text("cli.compare.public", DifferenceWords.of(sums.publicUsd(), words))
            : words.text("cli.compare.public-unknown"));
  }
}
