package org.kiungo.planner.folder.lot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A plan and its lots.
 *
 * <p>Files: {@code plan/}, {@code lots.json}, {@code lots.csv} (a row for each lot and row of its
 * bill of quantities), what is written beside them, and {@code manifest.json}, which seals all.
 */
public record LotsFolder(PlanFolder plan, Lots lots) {

  /** Names of files and folders. */
  public static final String FILE = "lots.json";

  public static final String TABLE = "lots.csv";
  public static final String PLAN = "plan";

  private static final List<String> COLUMNS =
      List.of(
          "lotId",
          "name",
          "regions",
          "phase",
          "firstYear",
          "lastYear",
          "completionDate",
          "state",
          "item",
          "of",
          "quantity",
          "unit",
          "unitCapexUsd",
          "unitLowUsd",
          "unitHighUsd",
          "capexUsd",
          "opexUsdPerYear",
          "lifetimeUsd");

  /**
   * Refuses a folder that is there and holds something else: it would be lost.
   *
   * @throws InputRefused {@code lots.out}
   */
  public static void requireFree(Path folder) {
    if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(FILE))) {
      throw new InputRefused("lots.out", "folder", folder.toString());
    }
  }

  /**
   * Writes the folder in place of one of its kind that is there.
   *
   * @param beside what else goes into it
   * @return its figures with the plan's hash
   * @throws InputRefused as {@link #requireFree}
   */
  public Lots write(Path folder, FilesTogether.Writing beside) throws IOException {
    requireFree(folder);
    FilesTogether.anew(
        folder,
        part -> {
          plan.write(part.resolve(PLAN));
          String hash = PlanFolder.certificateSha256(part.resolve(PLAN));
          Files.write(part.resolve(FILE), json(lots.withCertificateSha256(hash)));
          Files.write(part.resolve(TABLE), csv(lots.lots()));
          beside.into(part);
        });
    return read(folder);
  }

  /** Bytes of the figures, before the hash of the manifest stands among them. */
  public static byte[] json(Lots lots) {
    return TextFiles.pretty(lots);
  }

  /** Bytes of the table. */
  public static byte[] csv(List<Lot> lots) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CSVPrinter rows = TextFiles.table(bytes, COLUMNS)) {
      for (Lot lot : lots) {
        for (Lot.Quantity each : lot.quantities()) {
          rows.printRecord(
              TextFiles.guarded(lot.id()),
              TextFiles.guarded(lot.name()),
              TextFiles.guarded(String.join("; ", lot.regions())),
              lot.phase(),
              lot.firstYear(),
              lot.lastYear(),
              lot.completionDate(),
              lot.state(),
              each.item(),
              TextFiles.guarded(each.of()),
              TextFiles.number(each.quantity()),
              unit(each.item()),
              money(each.unitCapexUsd()),
              money(each.unitLowUsd()),
              money(each.unitHighUsd()),
              money(each.cost().capexUsd()),
              money(each.cost().opexUsdPerYear()),
              money(each.cost().lifetimeUsd()));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String unit(String item) {
    return switch (item) {
      case "cable-km" -> "km";
      case "transit", "nodes" -> "Mbps";
      default -> "each";
    };
  }

  /** Two decimals, or those of a unit cost that has more; empty where it is not known. */
  public static String money(double usd) {
    if (Double.isNaN(usd)) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(usd);
    return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
  }

  /**
   * Reads the figures alone.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static Lots read(Path folder) {
    return Manifest.certificate(folder, FILE, Lots.class);
  }
}
