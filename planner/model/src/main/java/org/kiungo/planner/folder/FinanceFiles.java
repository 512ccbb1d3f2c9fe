package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.Account;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;

/**
 * The money behind a plan: {@code finance.json} in brief, {@code finance.csv} one row per
 * settlement that the plan serves. Present values in constant USD unless a name says otherwise.
 */
final class FinanceFiles {

  static final String BRIEF = "finance.json";
  static final String TABLE = "finance.csv";

  /** What places miss, before those with money to spare give. */
  static final String GAP = "gapBeforeCrossSubsidyUsd";

  /** Header of the table, in order. */
  static final List<String> COLUMNS =
      List.of(
          "settlementId",
          "networkUsd",
          "capitalUsd",
          "administrationUsd",
          "taxUsd",
          "levyUsd",
          "spectrumUsd",
          "marginUsd",
          "subsidyUsd",
          "revenueUsd",
          GAP,
          "givenUsd",
          "receivedUsd",
          "fundUsd",
          "publicUsd");

  private FinanceFiles() {}

  static void write(Path folder, PlanFinance finance) throws IOException {
    Files.write(folder.resolve(BRIEF), TextFiles.pretty(FinanceBrief.of(finance)));
    try (CSVPrinter rows = TextFiles.table(TextFiles.create(folder.resolve(TABLE)), COLUMNS)) {
      for (Funded each : finance.settlements()) {
        Account a = each.account();
        rows.printRecord(
            TextFiles.guarded(a.id()),
            usd(a.networkCents()),
            usd(a.capitalCents()),
            usd(a.administrationCents()),
            usd(a.taxCents()),
            usd(a.levyCents()),
            usd(a.spectrumCents()),
            usd(a.marginCents()),
            usd(a.subsidyCents()),
            usd(a.revenueCents()),
            usd(a.gapCents()),
            usd(each.givenCents()),
            usd(each.receivedCents()),
            usd(each.fundCents()),
            usd(each.publicCents()));
      }
    }
  }

  private static String usd(long cents) {
    return SitesCsv.number(AssetCost.usd(cents));
  }
}
