package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.node.ObjectNode;

/** A folder of what stands of a plan as it is read, and its figures written anew. */
public final class ProgressForm {

  private final Path folder;
  private final ProgressReport stated;
  private final PlanFolder plan;
  private final PlanFolder again;
  private final List<ProgressFolder.Paid> paid;
  private final List<BuiltRow> rows;

  /**
   * @throws InputRefused when a file is not there or cannot be read
   */
  public ProgressForm(Path folder) {
    this.folder = folder;
    try {
      stated = ProgressFolder.figures(folder);
      plan = PlanFolder.read(plan());
      paid = ProgressFolder.paid(ProgressFolder.funding(plan()));
      again = stated.again() == null ? null : PlanFolder.read(again());
      rows = ProgressFolder.rows(folder);
    } catch (NullPointerException | IllegalArgumentException e) {
      throw Unreadable.file(ProgressFolder.FILE, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ProgressReport stated() {
    return stated;
  }

  /** The plan that was signed. */
  public PlanFolder signed() {
    return plan;
  }

  /** Its facts as its scenario counts today's coverage and fibre. */
  public PlanningProblem counted() {
    return plan.counted();
  }

  /** Projects with who pays; none where nobody says. */
  public List<ProgressFolder.Paid> paid() {
    return paid;
  }

  /** The rest planned anew; null where it was not. */
  public PlanFolder anew() {
    return again;
  }

  public List<BuiltRow> rows() {
    return rows;
  }

  public Path plan() {
    return folder.resolve(ProgressFolder.PLAN);
  }

  public Path again() {
    return folder.resolve(ProgressFolder.AGAIN);
  }

  /** Hash of a plan's certificate. */
  public static String sha256(Path plan) {
    try {
      return PlanFolder.certificateSha256(plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files are those that are due, and no other folder or file is there. */
  public void check(boolean sealed, ProgressReport due, Ledger ledger) {
    try {
      ObjectNode tree = (ObjectNode) FolderReader.JSON.readTree(ProgressFolder.json(due));
      if (sealed) {
        tree.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
      }
      same(ProgressFolder.FILE, TextFiles.pretty(tree), ledger);
      same(ProgressFolder.BUILT, ProgressFolder.built(rows), ledger);
      byte[] variance = ProgressFolder.variance(due.total(), due.variance());
      same(ProgressFolder.VARIANCE, variance, ledger);
      same(ProgressFolder.UNIT_COSTS, ProgressFolder.unitCosts(due.unitCosts()), ledger);
      same(ProgressFolder.INDICATORS, ProgressFolder.indicators(due.indicators()), ledger);
      Set<String> names =
          new HashSet<>(
              Set.of(
                  ProgressFolder.FILE,
                  ProgressFolder.BUILT,
                  ProgressFolder.VARIANCE,
                  ProgressFolder.UNIT_COSTS,
                  ProgressFolder.INDICATORS,
                  ProgressFolder.PLAN));
      if (again != null) {
        names.add(ProgressFolder.AGAIN);
      }
      SealChecks.only(folder, names, ledger);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void same(String name, byte[] due, Ledger ledger) throws IOException {
    Path file = folder.resolve(name);
    if (ledger.holds(FormChecks.FORM, name, Files.isRegularFile(file), "a file", "none")) {
      FormChecks.same(name, due, Files.readAllBytes(file), ledger);
    }
  }
}
