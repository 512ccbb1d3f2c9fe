package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the roads of Natural Earth at 1:10 million (public domain), one file a country: lines as
 * {@code [x, y, dx, dy, …]} in ten-thousandths of a degree, from point to point, which is how
 * finely the layer is drawn.
 */
final class RoadWriter {

  private static final double STEPS = 1e4;

  private RoadWriter() {}

  /**
   * @param layers folder of {@code roads_natural_earth_10m_africa.geojson}
   * @param out folder of the written files
   * @throws IOException if the layer is absent or an output cannot be written
   */
  static void write(Path layers, Path out) throws IOException {
    byte[] layer = Files.readAllBytes(layers.resolve("roads_natural_earth_10m_africa.geojson"));
    Map<String, StringJoiner> byCountry = new TreeMap<>();
    for (JsonNode feature : JsonMapper.shared().readTree(layer).get("features")) {
      StringJoiner lines =
          byCountry.computeIfAbsent(
              feature.get("properties").get("iso3").asString(),
              country -> new StringJoiner(",\n", "[", "]\n"));
      JsonNode coordinates = feature.get("geometry").get("coordinates");
      if (coordinates.get(0).get(0).isNumber()) {
        lines.add(line(coordinates));
      } else {
        coordinates.forEach(part -> lines.add(line(part)));
      }
    }
    Files.createDirectories(out);
    for (var country : byCountry.entrySet()) {
      Files.writeString(out.resolve(country.getKey() + ".json"), country.getValue().toString());
    }
  }

  private static String line(JsonNode points) {
    StringJoiner steps = new StringJoiner(",", "[", "]");
    long x = 0;
    long y = 0;
    for (JsonNode each : points) {
      long nowX = Math.round(each.get(0).asDouble() * STEPS);
      long nowY = Math.round(each.get(1).asDouble() * STEPS);
      steps.add(nowX - x + "," + (nowY - y));
      x = nowX;
      y = nowY;
    }
    return steps.toString();
  }
}
