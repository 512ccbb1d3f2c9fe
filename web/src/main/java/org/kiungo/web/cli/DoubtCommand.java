package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.doubt.Spread;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.option.Amount;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.doubt.DoubtSentences;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.PlanContent;
import picocli.CommandLine;

/** Tells what a plan loses where today's figures are wrong. */
@CommandLine.Command(name = "doubt")
class DoubtCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR")
  private Path plan;

  @CommandLine.Option(names = "--futures", paramLabel = "N", defaultValue = "40")
  private int futures;

  @CommandLine.Option(
      names = "--layers",
      paramLabel = "LAYER",
      split = ",",
      defaultValue = "coverage,demand,prices,people")
  private List<String> layers;

  @CommandLine.Option(names = "--first", paramLabel = "USD", converter = Amount.class)
  private Double firstUsd;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<DoubtLayer> drawn = DoubtLayer.of(layers);
    DoubtFolder.requireFree(InputFiles.writable(out));
    DoubtFolder folder = studied(drawn);
    folder.write(out);
    common.answer(folder.doubt(), sentence(folder, common.words()));
    return 0;
  }

  private DoubtFolder studied(List<DoubtLayer> drawn) throws IOException {
    try (ProgressLine progress = common.progress()) {
      PlanFolder base = base(plan, question, common, progress);
      DoubtStudy.Asked asked =
          new DoubtStudy.Asked(
              drawn,
              futures,
              question.seedOr(base.scenario().seed()),
              firstUsd == null ? Double.NaN : firstUsd);
      int threads = question.threadsOr(base.scenario().threads());
      return DoubtStudy.of(base, asked, Spread.threads(threads), progress);
    } finally {
      question.close();
    }
  }

  /**
   * The plan of a folder, or that of the question where none is named; planned on one thread, so
   * that its folder is the same on any number.
   *
   * @param plan null for the question's own
   */
  static PlanFolder base(
      Path plan, ProblemOptions question, CommonOptions common, ProgressLine progress)
      throws IOException {
    if (plan != null) {
      question.refuseBesidePlan();
      return PlanFolder.read(plan);
    }
    Scenario scenario = question.scenario().with().threads(1).seconds(0).build();
    PlanningProblem problem = question.problem(scenario, common);
    DoubtStudy.refuse(problem, scenario);
    return Planner.folder(
        problem, Planner.plan(problem, scenario, progress.part(0, 0.01), () -> false));
  }

  private String sentence(DoubtFolder folder, Words words) {
    Doubt doubt = folder.doubt();
    List<String> lines = new ArrayList<>();
    DoubleSummaryStatistics stands =
        folder.futures().stream()
            .limit(doubt.futures())
            .mapToDouble(FutureRow::trimmed)
            .summaryStatistics();
    lines.add(
        words.text("cli.doubt.stands", stands.getAverage(), stands.getMin(), stands.getMax()));
    if (folder.plan().scenario().today().unsureCoverage() == Today.UnsureCoverage.COVERED) {
      lines.add(words.text("doubt.for-sure"));
    }
    lines.add(
        words.text(
            "cli.doubt.own", doubt.futures(), doubt.own().mean(), doubt.own().halfWidth95()));
    lines.add(regret("cli.doubt.regret", doubt.plan().refilled(), words));
    lines.add(regret("cli.doubt.trimmed", doubt.plan().trimmed(), words));
    lines.addAll(DoubtSentences.choices(doubt.choices(), words));
    Doubt.Regret all = doubt.plan().refilled();
    lines.add(words.text("cli.doubt.information", all.mean(), all.halfWidth95(), doubt.futures()));
    if (doubt.firstPhase() != null) {
      List<FutureRow> futures = folder.futures().subList(0, doubt.futures());
      lines.addAll(DoubtSentences.firstPhase(doubt.firstPhase(), futures, words));
    }
    if (doubt.futuresPerLayer() > 0) {
      for (Doubt.Layer each : doubt.layers()) {
        lines.add(
            words.text(
                "cli.doubt.layer",
                words.text("doubt.layer." + each.id()),
                doubt.futuresPerLayer(),
                each.regret().mean(),
                each.regret().ofBoundRatio(),
                each.regret().halfWidth95(),
                each.regret().overlaps(all) ? 1 : 0));
      }
    }
    for (Doubt.Layer each : doubt.layers()) {
      if (each.assumed()) {
        lines.add(words.text("cli.doubt.assumed", words.text("doubt.layer." + each.id())));
      }
    }
    Doubt.Places places = doubt.places();
    lines.add(
        words.text(
            "cli.doubt.places",
            places.always(),
            places.nearly(),
            places.depends(),
            places.never(),
            doubt.futures()));
    SignNow now = SignNow.of(new PlanContent(folder.plan()), folder.places(), doubt.futures());
    lines.add(Figures.of(words.locale()).gains().signNow(now));
    lines.add(words.text("cli.doubt.written", out.toString()));
    return String.join("\n", lines);
  }

  private static String regret(String key, Doubt.Regret regret, Words words) {
    return words.text(
        key,
        regret.mean(),
        regret.halfWidth95(),
        regret.ofBoundRatio(),
        regret.worst(),
        regret.cvar80());
  }
}
