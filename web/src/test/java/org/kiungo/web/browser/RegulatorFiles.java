package org.kiungo.web.browser;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kiungo.web.TinyRaster;

/**
 * What a regulator has on the desk: files of many programs, none of them tidy.
 *
 * @param west longitude of a corner well within the country, degrees
 * @param south its latitude
 * @param census a table as the statistical office sends it
 */
record RegulatorFiles(Path folder, double west, double south, String census) {

  /** About 250 m. */
  private static final double CELL_DEGREES = 0.0025;

  private static final int COLUMNS = 120;
  private static final int ROWS = 80;

  /** In the order in which they are imported; the layer as the page has it. */
  enum Kind {
    POPULATION_RASTER("people_250m.tif", "9600"),
    CENSUS("census.csv", "2"),
    FIBRE_LINES("incumbent.csv", "1 "),
    SECOND_FIBRE("ministry.geojson", "1 "),
    FACILITIES("schools.csv", "5 "),
    COVERAGE("4g.geojson", "1 ");

    private final String file;
    private final String stored;

    Kind(String file, String stored) {
      this.file = file;
      this.stored = stored;
    }

    /** What a page says of it once it is stored. */
    String stored() {
      return stored;
    }

    String layer() {
      return this == SECOND_FIBRE ? "fibre_lines" : name().toLowerCase(Locale.ROOT);
    }

    /** The name under which it is stored. */
    String dataset() {
      return file.substring(0, file.indexOf('.'));
    }
  }

  Path write(Kind kind) throws IOException {
    Path file = Files.createDirectories(folder).resolve(kind.file);
    return switch (kind) {
      case POPULATION_RASTER -> raster(file);
      case CENSUS -> Files.writeString(file, census, Charset.forName("windows-1252"));
      case FIBRE_LINES ->
          Files.writeString(
              file,
              "tracé;id;opérateur;état\n"
                  + "\"LINESTRING(%s)\";a;Gamtel;operational\n"
                      .formatted(line(" ", 0, 0.02, 0.6, 0.02)));
      case SECOND_FIBRE ->
          Files.writeString(
              file,
              ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                      + "{\"id\":\"b\",\"status\":\"\"},\"geometry\":{\"type\":\"LineString\","
                      + "\"coordinates\":[[%s]]}}]}")
                  .formatted(
                      line("|", 0, 0.02, 0.2, 0.02, 0.22, 0.05, 0.38, 0.05, 0.4, 0.02, 0.6, 0.02)
                          .replace(",", "],[")
                          .replace("|", ",")));
      case FACILITIES ->
          Files.writeString(
              file,
              "id;numéro;nom;type;longitude;latitude\n"
                  + school(1, 101, "Lower Basic", 0.05, 0.05)
                  + school(1, 102, "Upper Basic", 0.051, 0.12)
                  + school(1, 103, "Madrassa", 0.06, 0.1)
                  + school(1, 104, "École du marché", 0.02, 0.1)
                  + school(2, 201, "Senior Secondary", 0.04, 0.15),
              Charset.forName("windows-1252"));
      case COVERAGE ->
          Files.writeString(
              file,
              ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                      + "{\"operator\":\"Africell\",\"generation\":\"4G\"},\"geometry\":"
                      + "{\"type\":\"Polygon\",\"coordinates\":[[[%s]]]}}]}")
                  .formatted(
                      line("|", 0, 0, 0.1, 0, 0.1, 0.2, 0, 0.2, 0, 0)
                          .replace(",", "],[")
                          .replace("|", ",")));
    };
  }

  /** A school under the number of its district, which is no id, and one of its own. */
  private String school(int district, int number, String name, double east, double north) {
    return "%d;%d;%s;school;%s;%s\n"
        .formatted(district, number, name, comma(west + east), comma(south + north));
  }

  private static String comma(double degrees) {
    return String.format(Locale.ROOT, "%.4f", degrees).replace('.', ',');
  }

  /** Coordinates, the two of a position apart by what is asked, positions by a comma. */
  private String line(String between, double... offsets) {
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < offsets.length; k += 2) {
      line.append(line.isEmpty() ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT, "%.4f%s%.4f", west + offsets[k], between, south + offsets[k + 1]));
    }
    return line.toString();
  }

  /** Two towns and people who live apart, 51,000 in all, and a cell below zero. */
  private Path raster(Path file) throws IOException {
    float[] cells = new float[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        boolean first = Math.abs(row - 20) < 5 && Math.abs(column - 20) < 5;
        boolean second = Math.abs(row - 60) < 3 && Math.abs(column - 90) < 3;
        cells[row * COLUMNS + column] = first ? 450 : second ? 200 : 1;
      }
    }
    cells[7] = -1;
    return TinyRaster.write(file, COLUMNS, cells, west, south + ROWS * CELL_DEGREES, CELL_DEGREES);
  }
}
