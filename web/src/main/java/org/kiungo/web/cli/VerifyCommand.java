package org.kiungo.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.verify.FrontierVerifier;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.funding.FundingVerifier;
import org.kiungo.planner.verify.placement.ClassicVerifier;
import org.kiungo.planner.verify.placement.ServiceVerifier;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Computes everything a plan folder claims again, from its files alone. */
@CommandLine.Command(name = "verify")
class VerifyCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "kiungo.verify.dir")
  private Path folder;

  /** The answer of {@code --json}. */
  record Verified(boolean accepted, List<Check> checks) {}

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new InputRefused("folder.none", "folder", folder.toString());
    }
    Verification verification = verified();
    common.answer(
        new Verified(verification.accepted(), verification.checks()),
        sentence(verification, common.words()));
    return verification.accepted() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
  }

  /**
   * A folder may hold candidate plans; or a plan, who pays for it, placed services and one location
   * model's answer, any of them.
   */
  private Verification verified() {
    if (FrontierVerifier.holdsPlans(folder)) {
      return FrontierVerifier.verify(folder);
    }
    boolean services = ServiceVerifier.holdsServices(folder);
    boolean classic = ClassicVerifier.holdsPlacement(folder);
    boolean funding = FundingVerifier.holdsFunding(folder);
    if (!services && !classic && !funding) {
      if (Files.isRegularFile(folder.resolve("services.geojson"))
          && !Files.isRegularFile(folder.resolve("inputs.json"))) {
        throw new InputRefused("folder.classic", "folder", folder.toString());
      }
      return Verifier.verify(folder);
    }
    List<Check> checks = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve("plan.json"))) {
      checks.addAll(Verifier.verify(folder).checks());
    }
    if (services) {
      checks.addAll(ServiceVerifier.verify(folder).checks());
    }
    if (funding) {
      checks.addAll(FundingVerifier.verify(folder).checks());
    }
    if (classic) {
      checks.addAll(ClassicVerifier.verify(folder).checks());
    }
    return new Verification(checks);
  }

  private static String sentence(Verification verification, Words words) {
    StringBuilder text = new StringBuilder();
    for (Check each : verification.broken()) {
      String rule = words.text("verify." + each.code());
      text.append(
          words.text(
              "cli.verify.broken",
              rule,
              each.wrong(),
              each.examined(),
              each.where(),
              each.expected(),
              each.found()));
      text.append('\n');
    }
    if (verification.accepted() && !verification.boundConfirmed()) {
      text.append(words.text("cli.verify.boundUnconfirmed")).append('\n');
    }
    long examined = verification.checks().stream().mapToLong(Check::examined).sum();
    String key = verification.accepted() ? "cli.verify.accepted" : "cli.verify.refused";
    return text.append(
            words.text(key, verification.checks().size(), examined, verification.broken().size()))
        .toString();
  }
}
