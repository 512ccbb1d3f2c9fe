package org.kiungo.geodata.reference.build.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.geodata.settle.NearestFeature;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roads of Natural Earth at 1:10 million (public domain): how far a place is from any. */
final class Roads {

  private final NearestFeature lines = new NearestFeature();
  private final List<double[]> pieces = new ArrayList<>();
  private final Set<String> countries = new TreeSet<>();

  private Roads() {}

  static Roads read(Path geoJson) throws IOException {
    Roads roads = new Roads();
    JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(geoJson));
    for (JsonNode feature : root.get("features")) {
      roads.countries.add(feature.get("properties").get("iso3").asString());
      JsonNode geometry = feature.get("geometry");
      boolean many = geometry.get("type").asString().equals("MultiLineString");
      JsonNode coordinates = geometry.get("coordinates");
      for (JsonNode line : many ? coordinates : List.of(coordinates)) {
        roads.add(line);
      }
    }
    roads.pieces.forEach(p -> roads.lines.add(p[0], p[1], p[2], p[3]));
    roads.lines.prepare();
    return roads;
  }

  /** Roads and named places of all countries together. */
  NearestFeature with(Map<String, List<NamedSite>> sites) {
    NearestFeature both = new NearestFeature();
    pieces.forEach(p -> both.add(p[0], p[1], p[2], p[3]));
    sites
        .values()
        .forEach(
            list ->
                list.forEach(
                    s ->
                        both.add(
                            s.location().lon(),
                            s.location().lat(),
                            s.location().lon(),
                            s.location().lat())));
    both.prepare();
    return both;
  }

  private void add(JsonNode line) {
    for (int k = 1; k < line.size(); k++) {
      JsonNode from = line.get(k - 1);
      JsonNode to = line.get(k);
      pieces.add(
          new double[] {
            from.get(0).asDouble(),
            from.get(1).asDouble(),
            to.get(0).asDouble(),
            to.get(1).asDouble()
          });
    }
  }

  /**
   * @return km to the nearest road of any country; NaN where the place's own country has none in
   *     the data
   */
  double distanceKm(String country, LonLat place) {
    return countries.contains(country) ? lines.distanceKm(place) : Double.NaN;
  }
}
