package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Points of a location instance: rows {@code x y demand}, {@code number x y demand} or {@code
 * number x y cost demand} below a heading that begins with their number; or TSPLIB's sections of
 * coordinates and demands, where {@code EDGE_WEIGHT_TYPE : COORD} means latitude and longitude in
 * degrees.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param demand ≥ 0; 1 where the file has none
 * @param degrees true: x and y are latitude and longitude, distances are great circles in metres
 */
record PointFile(double[] x, double[] y, double[] demand, boolean degrees) {

  /** Earth radius that Máximo, Cordeau and Nascimento 2023 take, so that their optima compare. */
  static final double EARTH_RADIUS_M = 6_378_100;

  static PointFile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    boolean sections = lines.stream().anyMatch(line -> line.contains("NODE_COORD_SECTION"));
    return sections ? sections(file, lines) : rows(file, lines);
  }

  private static PointFile rows(Path file, List<String> lines) {
    List<double[]> rows = new ArrayList<>();
    for (int k = 1; k < lines.size(); k++) {
      if (!lines.get(k).isBlank()) {
        double[] row = row(file, lines, k);
        int demand = row.length < 4 ? 2 : row.length == 4 ? 3 : 4;
        int x = row.length < 4 ? 0 : 1;
        if (row.length < 3 || !(row[demand] >= 0)) {
          throw refused(file, lines, k);
        }
        rows.add(new double[] {row[x], row[x + 1], row[demand]});
      }
    }
    return of(file, rows, false);
  }

  private static PointFile sections(Path file, List<String> lines) {
    List<double[]> rows = new ArrayList<>();
    boolean degrees = false;
    int section = 0;
    int demands = 0;
    for (int k = 0; k < lines.size(); k++) {
      String line = lines.get(k).trim();
      if (line.isEmpty() || line.equals("EOF")) {
        continue;
      }
      if (Character.isLetter(line.charAt(0))) {
        String upper = line.toUpperCase(Locale.ROOT);
        degrees |= upper.startsWith("EDGE_WEIGHT_TYPE") && upper.endsWith("COORD");
        section =
            upper.startsWith("NODE_COORD_SECTION") ? 1 : upper.startsWith("DEMAND_SECTION") ? 2 : 0;
      } else if (section == 1) {
        double[] row = row(file, lines, k);
        int x = row.length == 2 ? 0 : 1;
        if (row.length < 2) {
          throw refused(file, lines, k);
        }
        rows.add(new double[] {row[x], row[x + 1], 1});
      } else if (section == 2) {
        double[] row = row(file, lines, k);
        if (demands == rows.size() || !(row[row.length - 1] >= 0)) {
          throw refused(file, lines, k);
        }
        rows.get(demands++)[2] = row[row.length - 1];
      }
    }
    return of(file, rows, degrees);
  }

  private static double[] row(Path file, List<String> lines, int k) {
    try {
      return Arrays.stream(lines.get(k).trim().split("[\\s,;]+"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      throw refused(file, lines, k);
    }
  }

  private static PointFile of(Path file, List<double[]> rows, boolean degrees) {
    if (rows.isEmpty()) {
      throw new InputRefused("benchmark.location.word", "file", file.getFileName(), "word", 1);
    }
    return new PointFile(
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[1]).toArray(),
        rows.stream().mapToDouble(row -> row[2]).toArray(),
        degrees);
  }

  private static InputRefused refused(Path file, List<String> lines, int k) {
    return new InputRefused(
        "benchmark.mclp.line", "file", file.getFileName(), "line", k + 1, "text", lines.get(k));
  }

  int size() {
    return x.length;
  }

  double distance(int a, int b) {
    if (!degrees) {
      return Math.hypot(x[a] - x[b], y[a] - y[b]);
    }
    double latitudeA = Math.toRadians(x[a]);
    double latitudeB = Math.toRadians(x[b]);
    double cosine =
        Math.sin(latitudeA) * Math.sin(latitudeB)
            + Math.cos(latitudeA) * Math.cos(latitudeB) * Math.cos(Math.toRadians(y[a] - y[b]));
    return EARTH_RADIUS_M * Math.acos(Math.min(1, cosine));
  }

  /** Widths of a square, along x and y, beyond whose neighbours nothing lies within the radius. */
  double[] square(double radius) {
    double width = Math.max(radius, 1e-9);
    if (!degrees) {
      return new double[] {width, width};
    }
    double latitude = 1.001 * Math.toDegrees(width / EARTH_RADIUS_M);
    double farthest = Arrays.stream(x).map(Math::abs).max().orElse(0) + latitude;
    double shrunk = Math.max(1e-3, Math.cos(Math.toRadians(Math.min(89.9, farthest))));
    return new double[] {latitude, latitude / shrunk};
  }
}
