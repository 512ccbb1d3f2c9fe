package org.kiungo.planner.folder.progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.funding.PaidFolder;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Matched;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.Project;
import tools.jackson.databind.JsonNode;

/**
 * What stands of a plan, with the plan and, where it was asked for, what the rest was planned to
 * be.
 *
 * <p>Files: {@code plan/} and {@code again/} (plan folders of their own), {@code progress.json},
 * {@code built.csv} (rows as they were matched), {@code variance.csv}, {@code unit-costs.csv},
 * {@code indicators.csv} and {@code manifest.json}, which seals them all.
 *
 * @param plan that was signed
 * @param funding who pays for it; null where its folder does not say
 * @param again the rest planned anew; null where it was not
 * @param rows that were matched
 * @param report figures; hashes of certificates are empty until they are written
 */
public record ProgressFolder(
    PlanFolder plan,
    FundingResult funding,
    PlanFolder again,
    List<BuiltRow> rows,
    ProgressReport report) {

  /** Names of files and folders. */
  public static final String FILE = "progress.json";

  public static final String BUILT = "built.csv";
  public static final String VARIANCE = "variance.csv";
  public static final String UNIT_COSTS = "unit-costs.csv";
  public static final String INDICATORS = "indicators.csv";
  public static final String PLAN = "plan";
  public static final String AGAIN = "again";

  /** States of a lot whose contract holds. */
  private static final Set<String> SIGNED = Set.of("SIGNED", "BEING_BUILT", "ACCEPTED", "LOST");

  public ProgressFolder {
    rows = List.copyOf(rows);
  }

  /**
   * Refuses a folder that is there and holds something else: it would be lost.
   *
   * @throws InputRefused {@code progress.out}
   */
  public static void requireFree(Path folder) {
    if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(FILE))) {
      throw new InputRefused("progress.out", "folder", folder.toString());
    }
  }

  /**
   * Writes the folder in place of one of its kind that is there.
   *
   * @return its figures with the hashes of what was written
   * @throws InputRefused as {@link #requireFree}
   */
  public ProgressReport write(Path folder) throws IOException {
    requireFree(folder);
    FilesTogether.anew(folder, this::into);
    return figures(folder);
  }

  private void into(Path part) throws IOException {
    PaidFolder.write(part.resolve(PLAN), plan, funding);
    if (again != null) {
      again.write(part.resolve(AGAIN));
    }
    Files.write(part.resolve(FILE), json(sealed(part)));
    Files.write(part.resolve(BUILT), built(rows));
    Files.write(part.resolve(VARIANCE), variance(report.total(), report.variance()));
    Files.write(part.resolve(UNIT_COSTS), unitCosts(report.unitCosts()));
    Files.write(part.resolve(INDICATORS), indicators(report.indicators()));
  }

  private ProgressReport sealed(Path part) throws IOException {
    ProgressReport hashed =
        report.withCertificateSha256(PlanFolder.certificateSha256(part.resolve(PLAN)));
    if (again == null) {
      return hashed;
    }
    String sha256 = PlanFolder.certificateSha256(part.resolve(AGAIN));
    return hashed.withAgain(report.again().withCertificateSha256(sha256));
  }

  /** Bytes of the figures, before the hash of the manifest stands among them. */
  public static byte[] json(ProgressReport report) {
    return TextFiles.pretty(report);
  }

  /** A row of a table. */
  @FunctionalInterface
  private interface Line<T> {
    List<Object> cells(T each);
  }

  private static <T> byte[] csv(List<String> columns, List<T> all, Line<T> line)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CSVPrinter rows = TextFiles.table(bytes, columns)) {
      for (T each : all) {
        List<Object> cells = new ArrayList<>();
        for (Object cell : line.cells(each)) {
          cells.add(
              cell instanceof String said
                  ? TextFiles.guarded(said)
                  : cell instanceof Double number ? TextFiles.number(number) : cell);
        }
        rows.printRecord(cells);
      }
    }
    return bytes.toByteArray();
  }

  private static final List<String> BUILT_COLUMNS =
      List.of(
          "file",
          "row",
          "kind",
          "id",
          "place",
          "lot",
          "lon",
          "lat",
          "date",
          "costUsd",
          "technology",
          "proof",
          "state",
          "verified",
          "people",
          "matchedBy",
          "counts");

  /** Bytes of the rows. */
  public static byte[] built(List<BuiltRow> rows) throws IOException {
    return csv(
        BUILT_COLUMNS,
        rows,
        r ->
            List.of(
                r.file(),
                r.row(),
                r.kind(),
                r.id(),
                r.place(),
                r.lot(),
                r.lon(),
                r.lat(),
                r.date(),
                r.costUsd(),
                r.technology(),
                r.proof(),
                r.state(),
                r.verified(),
                r.people(),
                r.matchedBy(),
                r.counts()));
  }

  /** Bytes of what was built, paid and counted against the plan: all first, then by group. */
  public static byte[] variance(ProgressReport.Variance total, List<ProgressReport.Variance> groups)
      throws IOException {
    List<ProgressReport.Variance> all = new ArrayList<>(List.of(total));
    all.addAll(groups);
    return csv(
        List.of(
            "by",
            "group",
            "sites",
            "sitesDue",
            "sitesAccepted",
            "sitesReported",
            "links",
            "linksAccepted",
            "partsOpen",
            "plannedUsd",
            "plannedOfPaidUsd",
            "paidUsd",
            "claimedUsd",
            "people",
            "peopleDue",
            "peopleStanding",
            "placesCounted",
            "peopleCounted"),
        all,
        v ->
            List.of(
                v.by(),
                v.group(),
                v.sites(),
                v.sitesDue(),
                v.sitesAccepted(),
                v.sitesReported(),
                v.links(),
                v.linksAccepted(),
                v.partsOpen(),
                v.plannedUsd(),
                v.plannedOfPaidUsd(),
                v.paidUsd(),
                v.claimedUsd(),
                v.people(),
                v.peopleDue(),
                v.peopleStanding(),
                v.placesCounted(),
                v.peopleCounted()));
  }

  /** Bytes of the prices learnt. */
  public static byte[] unitCosts(List<ProgressReport.UnitCost> costs) throws IOException {
    return csv(
        List.of(
            "by",
            "id",
            "works",
            "plannedUsd",
            "paidUsd",
            "priorLowRatio",
            "priorHighRatio",
            "ratio",
            "lowRatio",
            "highRatio"),
        costs,
        c ->
            List.of(
                c.by(),
                c.id(),
                c.works(),
                c.plannedUsd(),
                c.paidUsd(),
                c.priorLowRatio(),
                c.priorHighRatio(),
                c.ratio(),
                c.lowRatio(),
                c.highRatio()));
  }

  /** Bytes of the indicators. */
  public static byte[] indicators(List<ProgressReport.Indicator> years) throws IOException {
    return csv(
        List.of(
            "year",
            "population",
            "planned",
            "standing",
            "counted",
            "fibre10Planned",
            "fibre25Planned",
            "fibre10Standing",
            "fibre25Standing"),
        years,
        i ->
            List.of(
                i.year(),
                i.population(),
                i.planned(),
                i.standing(),
                i.counted(),
                i.fibre10Planned(),
                i.fibre25Planned(),
                i.fibre10Standing(),
                i.fibre25Standing()));
  }

  /**
   * Reads the figures alone.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static ProgressReport figures(Path folder) {
    return Manifest.certificate(folder, FILE, ProgressReport.class);
  }

  /**
   * Reads the rows alone.
   *
   * @throws InputRefused likewise
   */
  public static List<BuiltRow> rows(Path folder) throws IOException {
    List<BuiltRow> rows = new ArrayList<>();
    try (InputStream in = TextFiles.open(folder, BUILT)) {
      Rows.read(BUILT, in, each -> rows.add(row(each)));
    }
    return rows;
  }

  private static BuiltRow row(CSVRecord row) {
    try {
      return new BuiltRow(
          Cells.text(row, "file"),
          Cells.whole(row, "row"),
          Kind.valueOf(Cells.text(row, "kind")),
          Cells.text(row, "id"),
          Cells.text(row, "place"),
          Cells.text(row, "lot"),
          number(row, "lon"),
          number(row, "lat"),
          Cells.text(row, "date"),
          number(row, "costUsd"),
          Cells.text(row, "technology"),
          Cells.text(row, "proof"),
          Cells.text(row, "state"),
          Verified.valueOf(Cells.text(row, "verified")),
          number(row, "people"),
          Matched.valueOf(Cells.text(row, "matchedBy")),
          Boolean.parseBoolean(Cells.text(row, "counts")));
    } catch (InputRefused refused) {
      throw refused;
    } catch (IllegalArgumentException word) {
      throw Unreadable.file(BUILT, word);
    }
  }

  private static double number(CSVRecord row, String column) {
    return Cells.text(row, column).isEmpty() ? Double.NaN : Cells.number(row, column);
  }

  /**
   * Of which lot each part of a plan is, as a {@code lots.json} tells it.
   *
   * @param file it, or the folder that holds it
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static List<LotOf> lots(Path file) {
    boolean folder = Files.isDirectory(file);
    Path within = folder ? file : file.toAbsolutePath().getParent();
    String name = folder ? "lots.json" : file.getFileName().toString();
    List<LotOf> lots = new ArrayList<>();
    for (JsonNode lot : TextFiles.read(within, name, JsonNode.class).path("lots")) {
      String state = lot.path("state").asString("").toUpperCase(Locale.ROOT).replace('-', '_');
      Set<String> members = new TreeSet<>();
      for (String kind : List.of("services", "sites", "links")) {
        for (JsonNode each : lot.path("members").path(kind)) {
          members.add(each.asString(""));
        }
      }
      lots.add(new LotOf(Fields.text(lot, "id"), SIGNED.contains(state), List.copyOf(members)));
    }
    return lots;
  }

  /** Who pays for the plan of a folder; null where nothing says so. */
  public static FundingResult funding(Path plan) {
    return FundingFiles.isFunded(plan) ? FundingFiles.read(plan) : null;
  }

  /**
   * A project and who pays for it.
   *
   * @param costCents of all of it
   * @param cents by payer's letter; none where nobody pays
   * @param members ids of its services, sites and links
   */
  public record Paid(long costCents, SortedMap<String, Long> cents, List<String> members) {

    /** Cents that nobody pays yet. */
    public long open() {
      return costCents - cents.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Of all projects; none where nothing says who pays. */
  public static List<Paid> paid(FundingResult funding) {
    List<Paid> all = new ArrayList<>();
    if (funding != null) {
      Map<String, Map<String, Long>> ledger = funding.ledger();
      for (Project each : funding.projects()) {
        List<String> members = new ArrayList<>(each.members().services());
        members.addAll(each.members().sites());
        members.addAll(each.members().links());
        Map<String, Long> cents = ledger.getOrDefault(each.id(), Map.of());
        all.add(new Paid(each.costCents(), new TreeMap<>(cents), members));
      }
    }
    return all;
  }
}
