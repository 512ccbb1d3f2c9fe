package org.kiungo.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;
import org.kiungo.web.scenario.InstalledFacts;
import picocli.CommandLine;

/** Computes everything a plan folder claims again, from its files alone. */
@CommandLine.Command(name = "verify")
class VerifyCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "kiungo.verify.dir")
  private Path folder;

  /**
   * The answer of {@code --json}.
   *
   * @param verdict proven, checked or refused
   * @param open what keeps it from being proven though no rule may be broken
   * @param given what was taken as the folder gives it
   * @param checks every rule
   */
  record Verified(String verdict, List<Open> open, List<String> given, List<Check> checks) {}

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new InputRefused("folder.none", "folder", folder.toString());
    }
    Verification verification = FolderVerifier.verify(folder, InstalledFacts.ofThisJar());
    common.answer(
        new Verified(
            verification.verdict().word(),
            verification.open(),
            verification.given(),
            verification.checks()),
        sentence(verification, common.words()));
    return verification.verdict().exitCode();
  }

  private static String sentence(Verification verification, Words words) {
    List<String> lines = new ArrayList<>(VerdictWords.reasons(PlanVerdict.of(verification), words));
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
