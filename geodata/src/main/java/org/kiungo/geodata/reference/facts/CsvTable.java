package org.kiungo.geodata.reference.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.model.value.LonLat;

/** Reads cells of the built-in CSV tables; a cell that is missing or empty has a stated meaning. */
public final class CsvTable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvTable() {}

  /** All rows of a table; closes the stream. */
  public static List<CSVRecord> rows(InputStream table) {
    try (var records = FORMAT.parse(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return records.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A figure; NaN when the cell is empty. */
  public static double number(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column));
  }

  static LonLat location(CSVRecord row) {
    return new LonLat(number(row, "lon"), number(row, "lat"));
  }

  /** Values separated by semicolons; none when the cell is blank. */
  public static List<String> list(CSVRecord row, String column) {
    return row.get(column).isBlank() ? List.of() : List.of(row.get(column).split(" *; *"));
  }

  /** Columns whose cells no source backs; none in tables that leave such cells blank. */
  static Set<String> toVerify(CSVRecord row) {
    return row.isMapped("to_verify") ? Set.copyOf(list(row, "to_verify")) : Set.of();
  }

  /** Source, date and confidence of a row that names them as all tables do. */
  public static Evidence evidence(CSVRecord row, String asOfColumn) {
    return new Evidence(
        row.get("source_name"),
        row.get("source_url"),
        row.get(asOfColumn),
        Confidence.of(row.get("confidence"), row.get("source_name"), row.get("source_url")),
        toVerify(row));
  }
}
