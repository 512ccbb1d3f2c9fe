package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

/** Writes one GeoJSON file (RFC 7946) of districts per country, one feature per line. */
final class DistrictWriter {

  private DistrictWriter() {}

  static void write(Map<String, List<AdminArea>> districts, Path folder) throws IOException {
    for (Map.Entry<String, List<AdminArea>> country : districts.entrySet()) {
      StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
      String separator = "";
      for (AdminArea area : country.getValue()) {
        json.append(separator);
        separator = ",\n";
        append(json, area.rounded());
      }
      Files.writeString(
          folder.resolve(country.getKey() + ".geojson"), json.append("\n]}\n").toString());
    }
  }

  /** Says of each country where its districts come from and how many units it has today. */
  static void writeOrigins(Map<String, List<AdminArea>> districts, UnitsOfToday today, Path file)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      csv.printRecord(
          "iso3",
          "source",
          "licence",
          "year",
          "units",
          "units_today",
          "units_today_year",
          "units_today_source",
          "current");
      for (Map.Entry<String, List<AdminArea>> country : districts.entrySet()) {
        String iso3 = country.getKey();
        Boundaries.Source source = Boundaries.source(iso3);
        List<String> codes =
            country.getValue().stream().map(area -> area.code().replaceFirst("\\..*", "")).toList();
        UnitsOfToday.Number number = today.number(iso3);
        csv.printRecord(
            iso3,
            source.source(),
            source.licence(),
            source.year(),
            country.getValue().size(),
            number.units(),
            number.year(),
            number.source(),
            today.are(iso3, codes));
      }
    }
    Files.writeString(file, text.toString());
  }

  private static void append(StringBuilder json, AdminArea area) {
    json.append("{\"type\":\"Feature\",\"properties\":{\"code\":").append(quoted(area.code()));
    area.names()
        .forEach(
            (language, name) -> {
              json.append(",\"name").append(language.isEmpty() ? "" : "_" + language);
              json.append("\":").append(quoted(name));
            });
    json.append(area.separate() ? ",\"separate\":true" : "");
    json.append("},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[");
    String separator = "";
    for (int k = 0; k < area.shape().getNumGeometries(); k++) {
      json.append(separator).append('[');
      separator = ",";
      append(json, (Polygon) area.shape().getGeometryN(k));
      json.append(']');
    }
    json.append("]}}");
  }

  private static void append(StringBuilder json, Polygon polygon) {
    append(json, polygon.getExteriorRing());
    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
      json.append(',');
      append(json, polygon.getInteriorRingN(h));
    }
  }

  /** JTS norms rings clockwise outside; RFC 7946 wants the other way round. */
  private static void append(StringBuilder json, LineString ring) {
    Geometry turned = ring.reverse();
    String separator = "[";
    for (Coordinate c : turned.getCoordinates()) {
      json.append(separator).append('[').append(number(c.x)).append(',').append(number(c.y));
      json.append(']');
      separator = ",";
    }
    json.append(']');
  }

  private static String number(double degrees) {
    String text = Double.toString(Math.rint(degrees * 1e4) / 1e4);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
