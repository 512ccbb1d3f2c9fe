package org.kiungo.planner.folder.funding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.PartnerAccount;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.Payment;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.Relaxation;
import org.kiungo.planner.partner.RowPrice;
import org.kiungo.planner.project.FairShares;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;
import tools.jackson.databind.JsonNode;

/**
 * Who pays, as files of a plan folder: {@code projects.geojson}, {@code funding.csv} (one row per
 * project, partner and kind of work) and {@code partners.json} (who may pay, what became of their
 * money, what is proven); {@code shares.csv}, how districts share what several use.
 */
public final class FundingFiles {

  public static final String TABLE = "funding.csv";
  public static final String PARTNERS = "partners.json";
  static final String SHARES = "shares.csv";

  /** All files of payments. */
  static final List<String> NAMES = List.of(TABLE, PARTNERS, SHARES, ProjectFile.NAME);

  /** Header of the table, in order. */
  static final List<String> COLUMNS =
      List.of(
          "projectId",
          "projectName",
          "partner",
          "instrument",
          "phase",
          "layer",
          "country",
          "district",
          "equipment",
          "usd");

  private FundingFiles() {}

  /**
   * {@code shares.csv}: what each district pays of links and nodes that several use, fairly shared.
   */
  public static void writeShares(Path folder, List<FairShares.Share> shares) throws IOException {
    List<String> columns = List.of("country", "district", "aloneUsd", "shareUsd");
    try (CSVPrinter rows = TextFiles.table(TextFiles.create(folder.resolve(SHARES)), columns)) {
      for (FairShares.Share each : shares) {
        rows.printRecord(
            each.country(),
            TextFiles.guarded(each.district()),
            CsvText.usd(each.aloneCents()),
            CsvText.usd(each.shareCents()));
      }
    }
  }

  /** True when a folder says who pays. */
  public static boolean isFunded(Path folder) {
    return Files.isRegularFile(folder.resolve(TABLE));
  }

  public static void write(Path folder, FundingResult result) throws IOException {
    ProjectFile.write(folder, result.projects());
    Map<String, Project> byId = new HashMap<>();
    result.projects().forEach(each -> byId.put(each.id(), each));
    try (CSVPrinter rows = TextFiles.table(TextFiles.create(folder.resolve(TABLE)), COLUMNS)) {
      for (Payment each : result.payments()) {
        Project project = byId.get(each.projectId());
        Partner partner = result.partnership().get(each.partner());
        rows.printRecord(
            project.id(),
            TextFiles.guarded(project.name()),
            partner.letter(),
            partner.instrument().type().word(),
            project.phase(),
            each.work().layer().word(),
            each.work().country(),
            TextFiles.guarded(each.work().district()),
            each.work().equipment(),
            CsvText.usd(each.cents()));
      }
    }
    Files.write(folder.resolve(PARTNERS), TextFiles.pretty(tree(result, result.accounts())));
  }

  /**
   * {@code partners.json} as it was written before loans were served from the year in which their
   * envelopes come.
   */
  public static byte[] olderPartners(Path folder) {
    FundingResult result = read(folder);
    return TextFiles.pretty(tree(result, result.olderAccounts()));
  }

  private static Map<String, Object> tree(FundingResult result, List<PartnerAccount> accounts) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("totals", result.totals());
    tree.put("certificate", result.certificate());
    tree.putAll(PartnerTree.of(result.partnership()));
    tree.put("phases", result.phases());
    tree.put("basicWeight", result.basicWeight());
    tree.put("accounts", accounts);
    tree.put("prices", result.prices());
    tree.put("relaxations", result.relaxations());
    return tree;
  }

  /**
   * Reads who pays.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code folder.missing} or {@code
   *     folder.unreadable}
   */
  public static FundingResult read(Path folder) {
    JsonNode tree = TextFiles.read(folder, PARTNERS, JsonNode.class);
    try {
      return new FundingResult(
          ProjectFile.read(folder),
          partnership(tree),
          List.of(FolderJson.LENIENT.treeToValue(tree.get("phases"), PhaseYears[].class)),
          tree.get("basicWeight").doubleValue(),
          payments(folder),
          FolderJson.LENIENT.treeToValue(tree.get("certificate"), Certificate.class),
          List.of(FolderJson.LENIENT.treeToValue(tree.get("prices"), RowPrice[].class)),
          List.of(FolderJson.LENIENT.treeToValue(tree.get("relaxations"), Relaxation[].class)));
    } catch (NullPointerException e) {
      throw Unreadable.file(PARTNERS, e);
    }
  }

  private static Partnership partnership(JsonNode tree) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("partners", tree.get("partners"));
    part.put("countries", tree.get("countries"));
    return PartnerFile.read(FolderJson.LENIENT.valueToTree(part), PARTNERS);
  }

  private static List<Payment> payments(Path folder) {
    List<Payment> payments = new ArrayList<>();
    try (InputStream in = TextFiles.open(folder, TABLE)) {
      Rows.read(TABLE, in, row -> payments.add(payment(row)));
      return payments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Payment payment(CSVRecord row) {
    Work work =
        new Work(
            NetworkLayer.valueOf(Cells.text(row, "layer").toUpperCase(Locale.ROOT)),
            Cells.text(row, "country"),
            CsvText.plain(row.get("district")),
            Cells.text(row, "equipment"));
    long cents = AssetCost.cents(Cells.number(row, "usd"));
    return new Payment(Cells.text(row, "projectId"), Cells.text(row, "partner"), work, cents);
  }
}
