package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.alternative.AlternativePlace;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A folder of alternatives as it is read, and its figures written anew. */
public final class AlternativesForm {

  private static final String FINANCE = "finance.csv";

  private final Path folder;
  private final Alternatives stated;
  private final PlanFolder base;

  /**
   * What is looked at of a plan, its facts being those of the plan whose alternative it is.
   *
   * @param sha256 of its certificate
   * @param facts hashes of all that it is planned from
   * @param networkCents what each place's service costs with its share of sites and links
   */
  public record Part(
      Plan plan,
      Certificate certificate,
      Scenario scenario,
      String sha256,
      Set<JsonNode> facts,
      Map<String, Long> networkCents) {}

  /**
   * @throws InputRefused when a file is not there or cannot be read
   */
  public AlternativesForm(Path folder) {
    this.folder = folder;
    try {
      stated = AlternativesFolder.figures(folder);
      base = PlanFolder.read(folder.resolve(AlternativesFolder.PLAN));
    } catch (NullPointerException | IllegalArgumentException e) {
      throw Unreadable.file(AlternativesFolder.FILE, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is stated. */
  public Alternatives stated() {
    return stated;
  }

  /** The plan whose alternatives they are, with its facts. */
  public PlanFolder base() {
    return base;
  }

  /** Name of the folder of an alternative, the first being 1. */
  public static String folder(int number) {
    return AlternativesFolder.folder(number);
  }

  /** Name of the folder of a plan without something. */
  public static String without(String by, String id) {
    return AlternativesFolder.without(by, id);
  }

  /** Hashes of all that a plan is planned from but its scenario. */
  static Set<JsonNode> facts(Path plan) {
    Set<JsonNode> facts = new HashSet<>();
    for (JsonNode copy : new FolderReader(plan).document("inputs.json").path("copies")) {
      if (!Fields.text(copy, "name").equals("scenario.json")) {
        facts.add(copy);
      }
    }
    return facts;
  }

  /** One of the plans. */
  public Part part(String name) {
    Path at = folder.resolve(name);
    try {
      PlanFolder read = name.equals(AlternativesFolder.PLAN) ? base : PlanFolder.read(at);
      Map<String, Long> cents = new HashMap<>();
      try (InputStream in = TextFiles.open(at, FINANCE)) {
        Rows.read(
            FINANCE,
            in,
            row ->
                cents.put(
                    Cells.text(row, "settlementId"),
                    Math.round(Cells.number(row, "networkUsd") * 100)));
      }
      return new Part(
          read.plan(),
          read.certificate(),
          read.scenario(),
          PlanFolder.certificateSha256(at),
          facts(at),
          cents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Both files are those that are due, and no other folder or file is there.
   *
   * @param names of the plans' folders
   */
  public void check(
      boolean sealed,
      Alternatives due,
      List<AlternativePlace> places,
      Set<String> names,
      Ledger ledger) {
    try {
      ObjectNode tree = (ObjectNode) FolderReader.JSON.readTree(AlternativesFolder.json(due));
      if (sealed) {
        tree.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
      }
      same(AlternativesFolder.FILE, TextFiles.pretty(tree), ledger);
      same(AlternativesFolder.TABLE, AlternativesFolder.csv(places), ledger);
      Set<String> tops =
          new HashSet<>(
              Set.of(AlternativesFolder.FILE, AlternativesFolder.TABLE, AlternativesFolder.PLAN));
      for (String each : names) {
        tops.add(each.substring(0, each.indexOf('/')));
      }
      SealChecks.only(folder, tops, ledger);
      for (String top : List.of("plans", "without")) {
        only(top, names, ledger);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void only(String top, Set<String> names, Ledger ledger) throws IOException {
    Path within = folder.resolve(top);
    if (!Files.isDirectory(within)) {
      return;
    }
    try (Stream<Path> files = Files.list(within)) {
      for (Path each : files.toList()) {
        String name = top + "/" + each.getFileName();
        ledger.holds(FormChecks.FORM, name, names.contains(name), "no such folder", "a folder");
      }
    }
  }

  private void same(String name, byte[] due, Ledger ledger) throws IOException {
    Path file = folder.resolve(name);
    if (ledger.holds(FormChecks.FORM, name, Files.isRegularFile(file), "a file", "none")) {
      FormChecks.same(name, due, Files.readAllBytes(file), ledger);
    }
  }
}
