package org.kiungo.geodata.format.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * An ASCII grid read row by row. Where a row begins is noted on the way, so that a later window is
 * reached without reading the rows above it again; of the cells only one window is held.
 */
final class ArcGridRaster implements Raster {

  private static final long MOST_CELLS = 20_000_000_000L;
  private static final int MOST_SIDE = 1 << 23;
  private static final long LEAST_CELL_BYTES = 2; // a digit and a blank

  private final SourceFile file;
  private final Map<String, Double> header = new TreeMap<>();
  private final GridText text;
  private final int width;
  private final int height;
  private final CoordinateSystem crs;

  /** Byte at which a row begins, as far as rows were passed. */
  private final long[] rowStart;

  private int knownRows = 1;

  ArcGridRaster(SourceFile file) {
    this.file = file;
    try {
      text = new GridText(file.path());
      readHeader();
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
    double columns = need("ncols");
    double rows = need("nrows");
    need(header.containsKey("dx") ? "dx" : "cellsize");
    if (!(columns >= 1 && rows >= 1 && columns <= MOST_SIDE && rows <= Integer.MAX_VALUE - 8)
        || columns * rows > MOST_CELLS) {
      throw SourceFile.tooMuch(file.name(), "ncols × nrows", columns * rows, MOST_CELLS);
    }
    if (columns * rows * LEAST_CELL_BYTES > file.sizeBytes() + 2) {
      throw truncated("ncols × nrows", (long) (columns * rows * LEAST_CELL_BYTES));
    }
    width = (int) columns;
    height = (int) rows;
    crs = projection();
    rowStart = new long[height];
    rowStart[0] = text.position();
  }

  /** Names and numbers in turn, until a number stands where a name is due. */
  private void readHeader() throws IOException {
    long before = text.position();
    while (text.nextWord() && Character.isLetter(text.word().charAt(0))) {
      String name = text.word();
      if (name.equalsIgnoreCase("nan")) {
        break;
      }
      if (!text.nextWord()) {
        break;
      }
      String value = text.word().replace(',', '.');
      header.put(name.toLowerCase(Locale.ROOT), number(name, value));
      before = text.position();
    }
    text.seek(before);
  }

  private double number(String place, String word) {
    try {
      return word.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(word);
    } catch (NumberFormatException notNumber) {
      throw damaged(place, word);
    }
  }

  private double need(String name) {
    Double value = header.get(name);
    if (value == null) {
      throw damaged("header", name);
    }
    return value;
  }

  private InputRefused damaged(String place, String found) {
    String shown = found.substring(0, Math.min(40, found.length()));
    return new InputRefused("file.damaged", "file", file.name(), "place", place, "found", shown);
  }

  private InputRefused truncated(String place, long expected) {
    return new InputRefused(
        "file.truncated",
        "file",
        file.name(),
        "place",
        place,
        "found",
        file.sizeBytes() + "",
        "expected",
        expected > 0 ? expected + "" : "> " + file.sizeBytes());
  }

  private CoordinateSystem projection() {
    Path prj = file.path().resolveSibling(file.stem() + ".prj");
    try {
      return Files.isRegularFile(prj) && Files.size(prj) < 1 << 16
          ? CoordinateSystem.findByWkt(Files.readString(prj)).orElse(null)
          : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int bands() {
    return 1;
  }

  @Override
  public CoordinateSystem crs() {
    return crs;
  }

  @Override
  public double[] cellToMap() {
    double dx = header.getOrDefault("dx", header.getOrDefault("cellsize", 1.0));
    double dy = header.getOrDefault("dy", dx);
    double west =
        header.containsKey("xllcenter")
            ? header.get("xllcenter") - dx / 2
            : header.getOrDefault("xllcorner", 0.0);
    double south =
        header.containsKey("yllcenter")
            ? header.get("yllcenter") - dy / 2
            : header.getOrDefault("yllcorner", 0.0);
    return new double[] {west, dx, 0, south + dy * height, 0, -dy};
  }

  @Override
  public double noData() {
    return header.getOrDefault("nodata_value", Double.NaN);
  }

  @Override
  public double[] read(int band, int column, int row, int columns, int rows) {
    double[] window = new double[Math.multiplyExact(columns, rows)];
    Arrays.fill(window, Double.NaN);
    int at = Math.min(row, knownRows - 1);
    try {
      text.seek(rowStart[at]);
      for (; at < row; at++) {
        readRow(at, null, 0, 0, 0);
      }
      for (int k = 0; k < rows; k++) {
        readRow(row + k, window, k * columns, column, columns);
      }
      if (row + rows == height && text.nextWord()) {
        throw damaged("row " + (height + 1), text.word());
      }
      return window;
    } catch (EOFException cut) {
      throw truncated("row " + (knownRows), 0);
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  /** Reads one row and keeps some of its columns; notes where the next row begins. */
  private void readRow(int row, double[] window, int from, int column, int columns)
      throws IOException {
    double missing = noData();
    float narrow = (float) missing;
    for (int k = 0; k < width; k++) {
      text.needWord();
      if (k >= column && k < column + columns) {
        double value = cell(row);
        boolean none = value == missing || (float) value == narrow;
        window[from + k - column] = none ? Double.NaN : value;
      }
    }
    if (row + 1 < height && row + 1 == knownRows) {
      rowStart[knownRows++] = text.position();
    }
  }

  private double cell(int row) {
    try {
      return text.number();
    } catch (NumberFormatException notNumber) {
      throw damaged("row " + (row + 1), text.word());
    }
  }

  @Override
  public int rowsAtOnce() {
    return Math.max(1, Math.min(height, MOST_CELLS_AT_ONCE / 8 / width));
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }
}
