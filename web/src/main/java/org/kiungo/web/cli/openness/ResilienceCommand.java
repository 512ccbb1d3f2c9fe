package org.kiungo.web.cli.openness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.compare.ResiliencePrice;
import org.kiungo.planner.explain.HubWays;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.HubSentences;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.cli.option.SeveralPlans;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** What two ways for hubs cost. */
@CommandLine.Command(name = "resilience")
public class ResilienceCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Option(names = "--out", paramLabel = "DIR")
  private Path out;

  /** One plan. */
  record Side(Plan.Totals totals, Certificate certificate) {
    static Side of(PlanResult result) {
      return result == null ? null : new Side(result.plan().totals(), result.certificate());
    }
  }

  /**
   * The answer of {@code --json}.
   *
   * @param peopleLost weighted people fewer at the same money
   * @param furtherUsd money more for the same people
   */
  record Price(
      Side without,
      Side with,
      @JsonInclude(JsonInclude.Include.NON_NULL) Side samePeople,
      double peopleLost,
      double furtherUsd,
      HubWays hubs) {}

  @Override
  public Integer call() throws IOException {
    SeveralPlans.answer(question, common, out, ResiliencePrice::of, this::tell);
    return ExitCode.DONE;
  }

  private void tell(PlanningProblem problem, Scenario scenario, ResiliencePrice found)
      throws IOException {
    if (out != null) {
      Files.createDirectories(out);
      Planner.folder(problem, found.without()).write(out.resolve("without"));
      Planner.folder(problem, found.with()).write(out.resolve("with"));
      if (found.samePeople() != null && found.samePeople() != found.with()) {
        Planner.folder(problem, found.samePeople()).write(out.resolve("same-people"));
      }
    }
    Price price =
        new Price(
            Side.of(found.without()),
            Side.of(found.with()),
            Side.of(found.samePeople()),
            found.peopleLost(),
            found.furtherUsd(),
            HubWays.of(problem, scenario.twoPaths(), found.with().plan()));
    common.answer(price, sentences(price, scenario, common.words()));
  }

  private static String sentences(Price price, Scenario scenario, Words words) {
    String lost =
        words.text(
            "cli.resilience.lost",
            price.peopleLost,
            price.without.certificate.value() == 0
                ? 0
                : price.peopleLost / price.without.certificate.value());
    String further =
        Double.isNaN(price.furtherUsd)
            ? words.text("cli.resilience.never")
            : words.text(
                "cli.resilience.further",
                price.furtherUsd,
                price.furtherUsd / price.without.totals.lifetimeCostUsd());
    return String.join(
        "\n",
        side("cli.resilience.without", price.without, words),
        side("cli.resilience.with", price.with, words),
        scenario.strivesForTarget() ? further : lost + "\n" + further,
        HubSentences.counted(price.hubs, words));
  }

  private static String side(String key, Side side, Words words) {
    return words.text(
        key,
        side.totals.peopleServed(),
        side.totals.peopleBasic(),
        side.totals.lifetimeCostUsd(),
        GapWords.percent(side.certificate.gapRatio(), words));
  }
}
