package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two files of different times: what both tell must be the same. */
final class Likeness {

  /** Accounts in brief, and what in them hangs on each year's cash. */
  private static final String BRIEF = "finance.json";

  private static final String BY_YEAR = "networkUsdByYear";
  private static final List<String> OF_CASH =
      List.of(BY_YEAR, "cashUsd", "npvUsd", "irrRatio", "paybackYears");

  private Likeness() {}

  /**
   * True for accounts in brief of before they told what the network takes in each year: their cash
   * left out what replaces batteries, panels, generators and lines of sites.
   */
  static boolean isOlderBrief(String name, Path found) throws IOException {
    if (!name.equals(BRIEF)) {
      return false;
    }
    try {
      JsonNode tree = FolderReader.JSON.readTree(Files.readAllBytes(found));
      return tree.isObject() && !tree.has(BY_YEAR);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** What such a file tells beside cash must be the same. */
  static void olderBrief(String name, Path due, Path found, Ledger ledger) throws IOException {
    ObjectNode now = (ObjectNode) FolderReader.JSON.readTree(Files.readAllBytes(due));
    now.remove(OF_CASH);
    trees(name, now, FolderReader.JSON.readTree(Files.readAllBytes(found)), ledger);
  }

  static void check(String name, Path due, Path found, Ledger ledger) throws IOException {
    if (name.endsWith(".csv")) {
      tables(name, rows(name, due), rows(name, found), ledger);
    } else if (name.endsWith("json")) {
      trees(
          name,
          FolderReader.JSON.readTree(Files.readAllBytes(due)),
          FolderReader.JSON.readTree(Files.readAllBytes(found)),
          ledger);
    } else {
      ledger.holds(FormChecks.FORM, name, false, "other bytes", "these");
    }
  }

  private static List<CSVRecord> rows(String name, Path file) throws IOException {
    List<CSVRecord> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      Rows.read(name, in, rows::add);
    }
    return rows;
  }

  private static void tables(
      String name, List<CSVRecord> due, List<CSVRecord> found, Ledger ledger) {
    ledger.same(FormChecks.FORM, name, due.size(), found.size());
    for (int k = 0; k < Math.min(due.size(), found.size()); k++) {
      for (var cell : due.get(k).toMap().entrySet()) {
        if (found.get(k).isMapped(cell.getKey())) {
          String where = name + " " + (k + 1) + " " + cell.getKey();
          ledger.same(FormChecks.FORM, where, cell.getValue(), found.get(k).get(cell.getKey()));
        }
      }
    }
  }

  private static void trees(String where, JsonNode due, JsonNode found, Ledger ledger) {
    if (due.isObject() && found.isObject()) {
      for (var field : due.properties()) {
        if (found.has(field.getKey())) {
          String at = where + " " + field.getKey();
          trees(at, field.getValue(), found.get(field.getKey()), ledger);
        }
      }
    } else if (due.isArray() && found.isArray() && due.size() == found.size()) {
      for (int k = 0; k < due.size(); k++) {
        trees(where + " " + (k + 1), due.get(k), found.get(k), ledger);
      }
    } else if (due.isNumber() && found.isNumber()) {
      ledger.near(FormChecks.FORM, where, due.doubleValue(), found.doubleValue());
    } else {
      ledger.same(FormChecks.FORM, where, due, found);
    }
  }
}
