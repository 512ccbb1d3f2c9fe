package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.lot.LotClaims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.node.ObjectNode;

/** A folder of lots as it is read, and its files written anew. */
public final class LotsForm {

  /** Documents in which registries are told the same. */
  private static final List<String> DOCUMENTS = List.of("oc4ids.json", "ocds.json");

  /** Figures that hang on prices no plan pays: ends of their ranges. */
  private static final String RANGES = LotsFolder.FILE + ": unitLowUsd, unitHighUsd";

  /** What tells the same to spreadsheets and map programs. */
  private static final List<String> TOLD =
      List.of("lots.xlsx", "lots.gpkg", "sites.csv", "links.csv", "as-built-form.xlsx");

  private final Path folder;
  private final Lots stated;
  private final PlanFolder plan;

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  public LotsForm(Path folder) {
    this.folder = folder;
    try {
      stated = LotsFolder.read(folder);
      plan = PlanFolder.read(plan());
    } catch (NullPointerException | IllegalArgumentException e) {
      throw Unreadable.file(LotsFolder.FILE, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the plan lies. */
  public Path plan() {
    return folder.resolve(LotsFolder.PLAN);
  }

  /** What is stated, and the plan that it is stated of. */
  public LotClaims claims() {
    Facts facts = new Facts(new FolderReader(plan()));
    return new LotClaims(stated, plan.plan(), facts, plan.problem().inputs());
  }

  /**
   * The figures are of this plan, their files are written as Kiungo writes them, the documents say
   * the same, and nothing else is there.
   */
  public void check(boolean sealed, Ledger ledger) {
    try {
      ledger.same(
          "lots.plan",
          LotsFolder.FILE,
          PlanFolder.certificateSha256(plan()),
          stated.certificateSha256());
      ObjectNode tree = (ObjectNode) FolderReader.JSON.readTree(LotsFolder.json(stated));
      if (sealed) {
        tree.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
      }
      same(LotsFolder.FILE, TextFiles.pretty(tree), ledger);
      same(LotsFolder.TABLE, LotsFolder.csv(stated.lots()), ledger);
      Set<String> names = new HashSet<>(Set.of(LotsFolder.FILE, LotsFolder.TABLE, LotsFolder.PLAN));
      List<String> documents = new ArrayList<>();
      for (String each : DOCUMENTS) {
        if (Files.isRegularFile(folder.resolve(each))) {
          documents.add(each);
        }
      }
      for (String each : documents) {
        LotDocuments.check(each, new FolderReader(folder).document(each), stated, ledger);
      }
      ledger.given(RANGES);
      for (String each : TOLD) {
        if (Files.isRegularFile(folder.resolve(each))) {
          ledger.given(each);
        }
      }
      names.addAll(DOCUMENTS);
      names.addAll(TOLD);
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
