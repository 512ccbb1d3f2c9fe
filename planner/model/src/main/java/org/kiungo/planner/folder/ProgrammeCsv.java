package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    try (CSVPrinter rows = TextFiles.table(TextFiles.create(folder.resolve(NAME)), COLUMNS)) {
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
