package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.option.InputFiles;
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

  @CommandLine.Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      descriptionKey = "kiungo.verify.input")
  private List<Path> inputs = List.of();

  /**
   * The answer of {@code --json}.
   *
   * @param verdict proven, checked or refused
   * @param open what keeps it from being proven though no rule may be broken
   * @param given what was taken as the folder gives it
   * @param told what the folder says of the search, which nothing could be computed again from
   * @param checks every rule
   */
  record Verified(
      String verdict, List<Open> open, List<String> given, List<String> told, List<Check> checks) {

    static final List<String> TOLD = List.of("seed", "steps", "threads", "seconds", "endedBy");
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputRefused("folder.none", "folder", folder.toString());
    }
    Verification verification = FolderVerifier.verify(folder, InstalledFacts.with(known()));
    common.answer(
        new Verified(
            verification.verdict().word(),
            verification.open(),
            verification.given(),
            Verified.TOLD,
            verification.checks()),
        sentence(verification, common.words()));
    return verification.verdict().exitCode();
  }

  /** Tells the inputs whose files were given, whatever these are called. */
  private Predicate<InputFile> known() throws IOException {
    Set<String> hashes = new HashSet<>();
    for (Path each : inputs) {
      hashes.add(TextFiles.sha256(InputFiles.readable(each)));
    }
    return input -> hashes.contains(input.sha256());
  }

  private static String sentence(Verification verification, Words words) {
    List<String> lines = new ArrayList<>(VerdictWords.reasons(PlanVerdict.of(verification), words));
    if (verification.accepted()) {
      if (verification.open().stream().anyMatch(each -> each.code().equals("origin.input"))) {
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
