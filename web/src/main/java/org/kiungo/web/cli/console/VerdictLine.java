package org.kiungo.web.cli.console;

import java.nio.file.Path;
import java.util.Collection;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;

/** What may be said of a folder, as every command that reads one tells it. */
public final class VerdictLine {

  private VerdictLine() {}

  /**
   * How a command ends that wrote a plan: whoever calls it from a script is not to go on with one
   * that says what is not so. Why it is refused is told on standard error.
   *
   * @param known inputs that it was made from
   */
  public static int ended(Path written, Collection<InputFile> known, CommonOptions common) {
    // a folder holds no originals: what a server read of its own is not read again here
    PlanVerdict verdict = Plans.verified(written, known, input -> written.resolve(input.sha256()));
    if (verdict.isRefused()) {
      tell(written, verdict, common);
    }
    return ended(verdict);
  }

  /** The exit code of a command that wrote a plan of which verifying says this. */
  public static int ended(PlanVerdict verdict) {
    return verdict.isRefused() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
  }

  /**
   * Verifies a folder as {@code verify} does, and tells what that says on standard error.
   *
   * @param installed what it is held against
   * @throws org.kiungo.planner.model.value.InputRefused when it cannot be read
   */
  public static PlanVerdict tell(Path folder, Installed installed, CommonOptions common) {
    PlanVerdict verdict = PlanVerdict.of(FolderVerifier.verify(folder, installed));
    tell(folder, verdict, common);
    return verdict;
  }

  private static void tell(Path folder, PlanVerdict verdict, CommonOptions common) {
    Words words = common.words();
    String line =
        words.text(
            "cli.verdict",
            folder.toString(),
            VerdictWords.word(verdict, words),
            VerdictWords.why(verdict, words));
    common.err().println(line.strip());
    common.err().flush();
  }
}
