package org.kiungo.web.cli.console;

import java.nio.file.Path;
import java.util.List;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;

/** What may be said of a folder, as every command that reads one tells it. */
public final class VerdictLine {

  private VerdictLine() {}

  /**
   * Verifies a folder as {@code verify} does, and tells what that says on standard error.
   *
   * @throws org.kiungo.planner.model.InputRefused when it cannot be read
   */
  public static PlanVerdict tell(Path folder, CommonOptions common) {
    PlanVerdict verdict = Plans.verified(folder, List.of());
    Words words = common.words();
    String line =
        words.text(
            "cli.verdict",
            folder.toString(),
            VerdictWords.word(verdict, words),
            VerdictWords.why(verdict, words));
    common.err().println(line.strip());
    common.err().flush();
    return verdict;
  }
}
