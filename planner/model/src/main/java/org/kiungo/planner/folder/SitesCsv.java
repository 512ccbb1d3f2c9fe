package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;
import tools.jackson.core.io.NumberOutput;

/**
 * {@code sites.csv}: one row per access site, columns named like the record's components. Text that
 * a spreadsheet would run as a formula is led by an apostrophe, which reading takes off again.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
final class SitesCsv {

  static final String NAME = "sites.csv";

  /** What folders do not tell that were written before further masts paid for their links. */
  static final String HOPS = "hopsBetweenMasts";

  /** Header, in order. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "technologyId",
          "placeId",
          "lon",
          "lat",
          "units",
          "masts",
          HOPS,
          "energy",
          "loadMbps",
          "buildYear",
          "capexUsd",
          "opexUsdPerYear",
          "lifetimeCostUsd");

  private SitesCsv() {}

  /**
   * @param phases of which one holds each build year; where there are any, they are told in a last
   *     column
   */
  static void write(Path folder, List<AccessSite> sites, List<Phase> phases) throws IOException {
    try (OutputStream out = TextFiles.create(folder.resolve(NAME))) {
      write(out, sites, phases, true);
    }
  }

  /**
   * The same to a stream, which stays open.
   *
   * @param hops false to leave out links between masts
   */
  static void write(OutputStream out, List<AccessSite> sites, List<Phase> phases, boolean hops)
      throws IOException {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (!phases.isEmpty()) {
      columns.add(PlanFiles.PHASE);
    }
    int left = hops ? columns.size() : columns.indexOf(HOPS);
    CSVPrinter rows = TextFiles.table(out, without(left, columns));
    for (AccessSite s : sites) {
      List<Object> row = new ArrayList<>(cells(s));
      if (!phases.isEmpty()) {
        row.add(Phase.of(phases, s.buildYear()));
      }
      rows.printRecord(without(left, row));
    }
    rows.flush();
  }

  private static <T> List<T> without(int column, List<T> row) {
    List<T> rest = new ArrayList<>(row);
    if (column < rest.size()) {
      rest.remove(column);
    }
    return rest;
  }

  private static List<Object> cells(AccessSite s) {
    return List.of(
        TextFiles.guarded(s.id()),
        TextFiles.guarded(s.technologyId()),
        TextFiles.guarded(s.placeId()),
        isLeftOut(s) ? "" : number(s.location().lon()),
        isLeftOut(s) ? "" : number(s.location().lat()),
        s.units(),
        s.masts(),
        s.hopsBetweenMasts(),
        s.energy() == null ? "" : s.energy().name(),
        number(s.loadMbps()),
        s.buildYear(),
        number(s.capexUsd()),
        number(s.opexUsdPerYear()),
        number(s.lifetimeCostUsd()));
  }

  private static boolean isLeftOut(AccessSite s) {
    return s.location().equals(FeatureFile.LEFT_OUT);
  }

  private static LonLat location(Path folder, CSVRecord row) {
    if (row.get("lon").isEmpty() && row.get("lat").isEmpty() && PlanFolder.isRedacted(folder)) {
      return FeatureFile.LEFT_OUT;
    }
    return new LonLat(Cells.number(row, "lon"), Cells.number(row, "lat"));
  }

  static List<AccessSite> read(Path folder) {
    List<AccessSite> sites = new ArrayList<>();
    try (InputStream in = TextFiles.open(folder, NAME)) {
      Rows.read(NAME, in, row -> sites.add(site(folder, row)));
      return sites;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AccessSite site(Path folder, CSVRecord row) {
    return new AccessSite(
        Cells.text(row, "id"),
        Cells.text(row, "technologyId"),
        Cells.text(row, "placeId"),
        location(folder, row),
        Cells.whole(row, "units"),
        Cells.whole(row, "masts"),
        hopsBetweenMasts(row),
        energy(row),
        Cells.number(row, "loadMbps"),
        Cells.whole(row, "buildYear"),
        Cells.number(row, "capexUsd"),
        Cells.number(row, "opexUsdPerYear"),
        Cells.number(row, "lifetimeCostUsd"));
  }

  private static int hopsBetweenMasts(CSVRecord row) {
    return row.isMapped(HOPS) ? Cells.whole(row, HOPS) : 0;
  }

  /** Folders written before sites chose their energy do not tell it. */
  private static EnergySupply energy(CSVRecord row) {
    String name = row.isMapped("energy") ? row.get("energy") : "";
    return name.isEmpty() ? null : EnergySupply.valueOf(name);
  }

  static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
