package org.kiungo.geodata.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.planner.model.InputRefused;

/** The cells of an ASCII grid, held in memory; larger grids are refused. */
final class ArcGridRaster implements Raster {

  static final long MOST_CELLS = 64L << 20;
  private static final long MOST_EXPANSION_CELLS = 2; // a cell takes two bytes of text at least

  private final Map<String, Double> header;
  private final int width;
  private final int height;
  private final CoordinateSystem crs;
  private double[] cells;

  private ArcGridRaster(SourceFile file, Map<String, Double> header) {
    this.header = header;
    double columns = need(file, "ncols");
    double rows = need(file, "nrows");
    need(file, header.containsKey("dx") ? "dx" : "cellsize");
    if (!(columns >= 1 && rows >= 1 && columns * rows <= MOST_CELLS)) {
      throw SourceFile.tooMuch(file.name(), "ncols × nrows", columns * rows, MOST_CELLS);
    }
    if (columns * rows * MOST_EXPANSION_CELLS > file.sizeBytes() + 2) {
      throw new InputRefused(
          "file.truncated",
          "file",
          file.name(),
          "place",
          "ncols × nrows",
          "found",
          file.sizeBytes() + "",
          "expected",
          (long) (columns * rows * MOST_EXPANSION_CELLS) + "");
    }
    this.width = (int) columns;
    this.height = (int) rows;
    this.crs = projection(file);
  }

  static ArcGridRaster read(SourceFile file) {
    Map<String, Double> header = new TreeMap<>();
    try (BufferedReader in = Files.newBufferedReader(file.path(), StandardCharsets.ISO_8859_1)) {
      String line = in.readLine();
      while (line != null && (line.isBlank() || Character.isLetter(line.strip().charAt(0)))) {
        String[] words = line.strip().split("\\s+");
        boolean cellsBegin = words[0].equalsIgnoreCase("nan");
        if (cellsBegin) {
          break;
        }
        if (words.length > 1) {
          String value = words[1].replace(',', '.');
          header.put(words[0].toLowerCase(Locale.ROOT), number(file, words[0], value));
        }
        line = in.readLine();
      }
      ArcGridRaster grid = new ArcGridRaster(file, header);
      grid.fill(file, in, line);
      return grid;
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  private void fill(SourceFile file, BufferedReader in, String first) throws IOException {
    cells = new double[width * height];
    double missing = noData();
    int count = 0;
    for (String line = first; line != null; line = in.readLine()) {
      StringTokenizer words = new StringTokenizer(line);
      while (words.hasMoreTokens()) {
        String word = words.nextToken();
        if (count == cells.length) {
          throw damaged(file, "row " + (height + 1), word);
        }
        double value = number(file, "row " + (count / width + 1), word);
        cells[count++] = value == missing || (float) value == (float) missing ? Double.NaN : value;
      }
    }
    if (count < cells.length) {
      throw new InputRefused(
          "file.truncated",
          "file",
          file.name(),
          "place",
          "row " + (count / width + 1),
          "found",
          file.sizeBytes() + "",
          "expected",
          "> " + file.sizeBytes());
    }
  }

  private double need(SourceFile file, String name) {
    Double value = header.get(name);
    if (value == null) {
      throw damaged(file, "header", name);
    }
    return value;
  }

  private static double number(SourceFile file, String place, String word) {
    try {
      return word.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(word);
    } catch (NumberFormatException notNumber) {
      throw damaged(file, place, word);
    }
  }

  private static InputRefused damaged(SourceFile file, String place, String found) {
    String shown = found.substring(0, Math.min(40, found.length()));
    return new InputRefused("file.damaged", "file", file.name(), "place", place, "found", shown);
  }

  private static CoordinateSystem projection(SourceFile file) {
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
    double[] window = new double[columns * rows];
    for (int k = 0; k < rows; k++) {
      System.arraycopy(cells, (row + k) * width + column, window, k * columns, columns);
    }
    return window;
  }

  @Override
  public int rowsAtOnce() {
    return Math.max(1, Math.min(height, MOST_CELLS_AT_ONCE / width));
  }

  @Override
  public void close() {
    cells = new double[0];
  }
}
