package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.LotsForm;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.lot.LotChecks;

/** Checks a folder of lots: the plan as any other, and that the lots are a partition of it. */
final class LotsVerifier {

  private LotsVerifier() {}

  /** True when a folder holds lots. */
  static boolean holdsLots(Path folder) {
    return Files.isRegularFile(folder.resolve(LotsFolder.FILE));
  }

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  static Verification verify(Path folder, Installed installed) {
    Ledger files = new Ledger();
    boolean sealed = SealChecks.check(folder, files);
    LotsForm form = new LotsForm(folder);
    Verification plan = Verifier.verify(form.plan(), Set.of(), installed);
    Ledger lots = new Ledger();
    form.check(sealed, lots);
    try {
      new LotChecks(form.claims(), lots).check();
    } catch (NullPointerException | ArithmeticException e) {
      throw Unreadable.file(LotsFolder.FILE, e);
    }
    return Verification.together(List.of(plan)).and(files).and(lots);
  }
}
