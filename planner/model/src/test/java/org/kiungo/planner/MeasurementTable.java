package org.kiungo.planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measured figures as a table of tab-separated text, headed by the machine they were measured on.
 * Written whole after every row, so that a run which is cut short keeps what it has measured.
 */
public final class MeasurementTable {

  private final Path file;
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param file written anew; its folder is made when absent
   * @param columns names, with units
   */
  public MeasurementTable(Path file, String... columns) {
    this.file = file;
    this.columns = columns.length;
    lines.add("# " + machine());
    lines.add(String.join("\t", columns));
    write();
  }

  /**
   * Adds a row and writes the table. Decimal numbers are written with six significant digits, NaN
   * as an empty cell.
   *
   * @throws IllegalArgumentException when there are not as many cells as columns
   */
  public void add(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    lines.add(String.join("\t", Arrays.stream(cells).map(MeasurementTable::cell).toList()));
    write();
  }

  /** The middle value; of an even number of values the mean of the two in the middle. */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.6g", number);
    }
    return String.valueOf(value);
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%s %s, %d processors, Java %s, heap at most %d MiB",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        runtime.availableProcessors(),
        Runtime.version(),
        runtime.maxMemory() >> 20);
  }

  private void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
