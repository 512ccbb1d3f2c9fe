package org.kiungo.planner.calibration;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A published figure of a deployment.
 *
 * @param low least value that its source gives
 * @param high most
 * @param published as its source has it
 * @param reason why the planner's own figure lies outside; empty where it does not
 */
record Published(
    Programme programme,
    Measure measure,
    double low,
    double high,
    int year,
    String published,
    String source,
    String reason) {

  /** How far beyond a single figure still counts as the same: reports round, and so do rates. */
  private static final double ROUNDING = 0.25;

  static List<Published> all() {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in =
            new InputStreamReader(
                Published.class.getResourceAsStream("published.csv"), StandardCharsets.UTF_8);
        var rows = format.parse(in)) {
      return rows.stream().map(Published::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Published of(CSVRecord row) {
    return new Published(
        Programme.valueOf(row.get("programme")),
        Measure.valueOf(row.get("measure")),
        Double.parseDouble(row.get("low")),
        Double.parseDouble(row.get("high")),
        Integer.parseInt(row.get("year")),
        row.get("published"),
        row.get("source"),
        row.get("reason"));
  }

  /** True when a figure lies within what is published, a quarter of it to either side. */
  boolean holds(double ours) {
    return ours >= low * (1 - ROUNDING) && ours <= high * (1 + ROUNDING);
  }
}
