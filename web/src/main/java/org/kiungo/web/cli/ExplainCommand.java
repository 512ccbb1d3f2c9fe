package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.explain.Explanation;
import org.kiungo.planner.explain.Explanation.Binding;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
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
    common.answer(found, sentence(found, named(folder, common.words()), common.words()));
    return ExitCode.DONE;
  }

  /** The place by its id, and by its name where it has one. */
  private String named(PlanFolder folder, Words words) {
    return folder.problem().settlements().stream()
        .filter(each -> each.id().equals(place))
        .map(Settlement::name)
        .filter(name -> !name.isEmpty() && !name.equals(place))
        .findFirst()
        .map(name -> words.text("cli.explain.named", place, name))
        .orElse(place);
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

  /** What an option costs, by itself and for each of the people whom it would serve. */
  private static String option(OptionHere option, Words words) {
    String cost =
        option.people() > 0
            ? words.text(
                "cli.explain.option",
                option.technologyId(),
                option.extraCostUsd(),
                option.extraCostUsd() / option.people(),
                option.people())
            : words.text("cli.explain.option.nobody", option.technologyId(), option.extraCostUsd());
    String basic = option.status() == Status.BASIC ? words.text("cli.explain.basic") : "";
    return cost + basic + sharedOut(option, words);
  }

  private static String sentence(Explanation found, String named, Words words) {
    String status =
        words.text(
            "cli.explain.status",
            named,
            words.text("cli.explain.status." + found.status()),
            found.technologyId());
    StringBuilder text = new StringBuilder(status.strip());
    found.options().forEach(each -> text.append('\n').append(option(each, words)));
    if (found.timing() != null) {
      text.append('\n').append(TimingSentence.of(found.timing(), words));
    }
    PriceSentences.of(found.price(), words).forEach(line -> text.append('\n').append(line));
    return text.append('\n').append(binding(found, words)).toString();
  }

  /** What decides; an amount only where that much is missing. */
  private static String binding(Explanation found, Words words) {
    boolean isMissing = found.binding() == Binding.BUDGET && found.budgetNeededUsd() >= 0.5;
    return isMissing
        ? words.text("cli.explain.binding.BUDGET.needed", found.budgetNeededUsd())
        : words.text("cli.explain.binding." + found.binding());
  }
}
