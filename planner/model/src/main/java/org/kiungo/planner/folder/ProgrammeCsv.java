package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.PhaseAccount;

/**
 * {@code programme.csv}: one row per phase, columns named like the components of {@link
 * PhaseAccount}. A copy for spreadsheets of what {@code plan.json} holds.
 */
final class ProgrammeCsv {

  static final String NAME = "programme.csv";

  /** Header, in order. */
  static final List<String> COLUMNS =
      List.of(
          "phase",
          "firstYear",
          "lastYear",
          "budgetUsd",
          "spentUsd",
          "carriedUsd",
          "peopleServed",
          "peopleBasic",
          "weightedPeople",
          "personYears",
          "weightedPersonYears",
          "regrettedUsd");

  private ProgrammeCsv() {}

  static void write(Path folder, Programme programme) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(COLUMNS.toArray(String[]::new))
            .get();
    try (Writer text =
            new OutputStreamWriter(TextFiles.create(folder.resolve(NAME)), StandardCharsets.UTF_8);
        CSVPrinter rows = new CSVPrinter(text, format)) {
      for (PhaseAccount each : programme.phases()) {
        rows.printRecord(
            each.phase(),
            each.firstYear(),
            each.lastYear(),
            SitesCsv.number(each.budgetUsd()),
            SitesCsv.number(each.spentUsd()),
            SitesCsv.number(each.carriedUsd()),
            SitesCsv.number(each.peopleServed()),
            SitesCsv.number(each.peopleBasic()),
            SitesCsv.number(each.weightedPeople()),
            SitesCsv.number(each.personYears()),
            SitesCsv.number(each.weightedPersonYears()),
            SitesCsv.number(each.regrettedUsd()));
      }
    }
  }
}
