package org.kiungo.web.cli.console;

import java.nio.file.Path;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;

/** What may be said of a folder, as every command that reads one tells it. */
public final class VerdictLine {

  private VerdictLine() {}

  /**
   * Verifies a folder as {@code verify} does, and tells what that says on standard error.
   *
   * @param installed what it is held against
   * @throws org.kiungo.planner.model.value.InputRefused when it cannot be read
   */
  public static PlanVerdict tell(Path folder, Installed installed, CommonOptions common) {
    PlanVerdict verdict = PlanVerdict.of(FolderVerifier.verify(folder, installed));
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
