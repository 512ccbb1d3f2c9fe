package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.explain.Explanation;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.PriceSentences;
import org.kiungo.web.cli.console.TimingSentence;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.GivenInputs;
import org.kiungo.web.language.Words;
import org.kiungo.web.placement.ServiceSentences;
import picocli.CommandLine;

/** Says why a plan does what it does at a place. */
@CommandLine.Command(name = "explain")
class ExplainCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;
  @CommandLine.Mixin private GivenInputs given;

  @CommandLine.Parameters(index = "0", paramLabel = "DIR", descriptionKey = "kiungo.explain.dir")
  private Path plan;

  @CommandLine.Parameters(
      index = "1",
      paramLabel = "PLACE",
      descriptionKey = "kiungo.explain.place")
  private String place;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    VerdictLine.tell(plan, given.installed(), common);
    if (ServiceFolder.isOne(plan) && !Files.isRegularFile(plan.resolve("plan.json"))) {
      List<ServiceAnswer> answers = ServiceAnswer.of(plan, place);
      if (answers.isEmpty()) {
        throw new InputRefused("services.user", "user", place, "folder", plan.toString());
      }
      common.answer(answers, ServiceSentences.of(answers, common.words()));
      return ExitCode.DONE;
    }
    PlanFolder folder = PlanFolder.read(plan);
    PlanResult result = new PlanResult(folder.scenario(), folder.plan(), folder.certificate());
    Explanation found = Planner.explainer(folder.problem(), result).explain(place);
    common.answer(found, sentence(found, common.words()));
    return ExitCode.DONE;
  }

  /** Who sees its mast, and what the others have; empty where all do. */
  private static String sharedOut(OptionHere option, Words words) {
    return option.sharesOut()
        ? words.text("cli.explain.share", option.shareRatio())
            + (option.restTechnologyId().isEmpty()
                ? ""
                : words.text("cli.explain.rest", option.restTechnologyId()))
        : "";
  }

  private static String sentence(Explanation found, Words words) {
    StringBuilder text =
        new StringBuilder(
            words.text(
                "cli.explain.status",
                found.settlementId(),
                words.text("cli.explain.status." + found.status()),
                found.technologyId()));
    found
        .options()
        .forEach(
            each ->
                text.append('\n')
                    .append(
                        words.text(
                            "cli.explain.option",
                            each.technologyId(),
                            each.extraCostUsd(),
                            each.extraCostUsd() / each.weightedPeople()))
                    .append(sharedOut(each, words)));
    if (found.timing() != null) {
      text.append('\n').append(TimingSentence.of(found.timing(), words));
    }
    PriceSentences.of(found.price(), words).forEach(line -> text.append('\n').append(line));
    return text.append('\n')
        .append(words.text("cli.explain.binding." + found.binding(), found.budgetNeededUsd()))
        .toString();
  }
}
