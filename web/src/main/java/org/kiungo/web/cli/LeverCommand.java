package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kiungo.planner.Planner;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.compare.LeverPair.District;
import org.kiungo.planner.compare.Outcome;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.LeverOption;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.cli.option.SeveralPlans;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.WholePeople;
import picocli.CommandLine;

/** What a lever would buy: plans without and with it, and who gains. */
@CommandLine.Command(name = "lever")
class LeverCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "ID=VALUE",
      converter = LeverOption.class,
      descriptionKey = "kiungo.lever.pulled")
  private PolicyLever lever;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", descriptionKey = "kiungo.lever.out")
  private Path out;

  /**
   * One plan of the pair.
   *
   * @param weightedPeople with service from it: what it strives for
   */
  record Side(double weightedPeople, Plan.Totals totals, Certificate certificate) {
    static Side of(PlanningProblem problem, PlanResult result) {
      Outcome outcome = Outcome.of(ScenarioFacts.of(problem, result.scenario()), result.plan());
      return new Side(
          outcome.milliWeighted() / 1000.0, result.plan().totals(), result.certificate());
    }

    private boolean needsMoreThanWorks() {
      return totals.viabilityGapUsd() > totals.lifetimeCostUsd();
    }
  }

  /** The answer of {@code --json}. */
  record Bought(Side without, Side with, List<District> districts) {}

  @Override
  public Integer call() throws IOException {
    SeveralPlans.answer(
        question,
        common,
        out,
        (problem, scenario, progress, stops) ->
            LeverPair.run(problem, scenario, lever, progress, stops),
        (problem, scenario, pair) -> tell(problem, pair));
    return ExitCode.DONE;
  }

  private void tell(PlanningProblem problem, LeverPair pair) throws IOException {
    if (out != null) {
      Files.createDirectories(out);
      Planner.folder(problem, pair.without()).write(out.resolve("without"));
      Planner.folder(problem, pair.with()).write(out.resolve("with"));
    }
    Bought bought =
        new Bought(
            Side.of(problem, pair.without()), Side.of(problem, pair.with()), pair.districts());
    common.answer(bought, sentences(bought, common.words()));
  }

  private static String sentences(Bought bought, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(side("cli.lever.without", bought.without, words));
    lines.add(side("cli.lever.with", bought.with, words));
    if (Stream.of(bought.without, bought.with).anyMatch(Side::needsMoreThanWorks)) {
      lines.add(words.text("money.above"));
    }
    lines.add(words.text("cli.lever.pair"));
    for (District each : bought.districts) {
      double standard = each.with().peopleStandard() - each.without().peopleStandard();
      double basic = each.with().peopleBasic() - each.without().peopleBasic();
      double usd = each.with().publicUsd() - each.without().publicUsd();
      if (Math.abs(standard) >= 0.5 || Math.abs(basic) >= 0.5 || Math.abs(usd) >= 0.5) {
        lines.add(
            words.text(
                "cli.lever.district", each.name(), standard, basic, publicMoney(usd, words)));
      }
    }
    return String.join("\n", lines);
  }

  private static String side(String key, Side side, Words words) {
    Plan.Totals t = side.totals;
    WholePeople counted = WholePeople.of(t);
    return words.text(
        key,
        counted.served(),
        counted.basic(),
        t.lifetimeCostUsd(),
        publicMoney(t.viabilityGapUsd(), words),
        GapWords.percent(side.certificate.gapRatio(), words),
        side.weightedPeople);
  }

  private static String publicMoney(double usd, Words words) {
    return Double.isNaN(usd)
        ? words.text("cli.compare.public-unknown")
        : words.text("cli.compare.public", usd);
  }
}
