package org.kiungo.web.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;
import picocli.CommandLine;

/** Whether a command that hands out a plan, or compares it, does so though it is refused. */
public class RefusedPlans {

  @CommandLine.Mixin private GivenInputs given;

  @CommandLine.Option(names = "--even-if-refused", descriptionKey = "kiungo.even-if-refused")
  private boolean evenIfRefused;

  /** What plans are held against. */
  public Installed installed() throws IOException {
    return given.installed();
  }

  /**
   * What verifying a folder says, told on standard error.
   *
   * @throws InputRefused {@code verdict.refused} for a refused plan that was not asked for
   */
  public PlanVerdict verdict(Path plan, CommonOptions common) throws IOException {
    PlanVerdict verdict = VerdictLine.tell(plan, given.installed(), common);
    if (verdict.isRefused() && !evenIfRefused) {
      throw new InputRefused(
          "verdict.refused",
          "folder",
          plan.toString(),
          "why",
          VerdictWords.why(verdict, common.words()));
    }
    return verdict;
  }
}
