package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.FormChecks;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.OriginChecks;
import org.kiungo.planner.verify.form.RedactionForm;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.read.Redacted;

/**
 * Checks a redacted copy of a plan: every figure that needs no position as of any plan, lengths and
 * reach as far as cells allow, and that nothing is told which it says it hides. Rules that need
 * positions are named as not checked, so that it is never proven.
 */
final class RedactionVerifier {

  /** Codes of rules that cannot be held without positions. */
  private static final List<String> UNCHECKED =
      List.of(
          "link.length",
          "link.route",
          "link.sight",
          "link.ground",
          "link.rain",
          "road.length",
          "site.reach",
          "beam",
          "bound.separable",
          "bound.graph",
          "origin.facts");

  private RedactionVerifier() {}

  /** True when a folder is a redacted copy. */
  static boolean holdsRedaction(Path folder) {
    return Files.isRegularFile(folder.resolve(Redacted.FILE));
  }

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  static Verification verify(Path folder, Installed installed) {
    Ledger ledger = new Ledger(true);
    boolean sealed = SealChecks.check(folder, ledger);
    Verifier.figures(folder, ledger);
    PlanFolder read = new FormChecks(folder, sealed, ledger).check(Set.of(Redacted.FILE));
    new RedactionForm(folder, read, ledger).check();
    new OriginChecks(read, installed, ledger).checkRedacted();
    UNCHECKED.forEach(rule -> ledger.open("redaction.unchecked", rule));
    return ledger.outcome();
  }
}
