package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.funding.FundingVerifier;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.WaitingLine;
import org.kiungo.web.cli.option.GivenInputs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;
import picocli.CommandLine;

/** Computes everything a plan folder claims again, from its files alone. */
@CommandLine.Command(name = "verify")
class VerifyCommand implements Callable<Integer> {

  /** What a file given with {@code --input} may settle. */
  private static final Set<String> GIVEN = Set.of("origin.input", "origin.partners");

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "kiungo.verify.dir")
  private Path folder;

  @CommandLine.Mixin private GivenInputs given;

  /**
   * The answer of {@code --json}.
   *
   * @param verdict proven, checked or refused
   * @param open what keeps it from being proven though no rule may be broken
   * @param given what was taken as the folder gives it
   * @param laterUsd paid by money that comes after what it pays for is built, USD
   * @param told what the folder says of the search, which nothing could be computed again from
   * @param checks every rule
   */
  record Verified(
      String verdict,
      List<Open> open,
      List<String> given,
      double laterUsd,
      List<String> told,
      List<Check> checks) {

    static final List<String> TOLD =
        List.of("name", "seed", "steps", "threads", "seconds", "endedBy");
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputRefused("folder.none", "folder", folder.toString());
    }
    Verification verification = verified();
    double laterUsd = verification.accepted() ? FundingVerifier.laterUsd(folder) : 0;
    common.answer(
        new Verified(
            verification.verdict().word(),
            verification.open(),
            verification.given(),
            laterUsd,
            Verified.TOLD,
            verification.checks()),
        sentence(verification, laterUsd, common.words()));
    return verification.verdict().exitCode();
  }

  private Verification verified() throws IOException {
    WaitingLine line = common.waiting("cli.verify.goes-on");
    try (line) {
      return FolderVerifier.verify(folder, given.installed());
    }
  }

  private static String sentence(Verification verification, double laterUsd, Words words) {
    List<String> lines = new ArrayList<>(VerdictWords.reasons(PlanVerdict.of(verification), words));
    if (laterUsd > 0) {
      lines.add(words.text("cli.fund.later", laterUsd));
    }
    if (verification.accepted()) {
      if (verification.open().stream().anyMatch(each -> GIVEN.contains(each.code()))) {
        lines.add(words.text("cli.verify.give"));
      }
      lines.add(words.text("cli.verify.told"));
    }
    long examined = verification.checks().stream().mapToLong(Check::examined).sum();
    lines.add(
        words.text(
            "cli.verify." + verification.verdict().word(),
            verification.checks().size(),
            examined,
            verification.broken().size()));
    return String.join("\n", lines);
  }
}
