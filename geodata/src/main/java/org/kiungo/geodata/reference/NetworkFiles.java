package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.kiungo.geodata.reference.SubmarineCable.Landing;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the networks that stand today: GeoJSON written by the reference builder. */
final class NetworkFiles {

  private NetworkFiles() {}

  /** Lines of a country in the order of the file; none for a country without a file. */
  static List<FibreLine> fibreLines(String country) {
    return read(
        "networks/fibre/" + country + ".geojson",
        (p, coordinates) ->
            new FibreLine(
                text(p, "id"),
                path(coordinates),
                country,
                text(p, "operator"),
                FibreLine.Status.valueOf(text(p, "status")),
                text(p, "source")));
  }

  /** Fibre nodes of a country in the order of the file; none for a country without a file. */
  static List<NetworkNode> fibreNodes(String country) {
    return read(
        "networks/nodes/" + country + ".geojson",
        (p, coordinates) ->
            NetworkNodeBuilder.builder()
                .id(text(p, "id"))
                .name(text(p, "name"))
                .location(place(coordinates))
                .country(country)
                .kind(NetworkNode.Kind.FIBRE_NODE)
                .source(text(p, "source"))
                .build());
  }

  /** All cables, sorted by name. */
  static List<SubmarineCable> cables() {
    return read("networks/cables.geojson", NetworkFiles::cable);
  }

  private static SubmarineCable cable(JsonNode p, JsonNode coordinates) {
    List<Landing> landings = new ArrayList<>();
    for (JsonNode landing : p.get("landings")) {
      landings.add(new Landing(text(landing, "name"), place(landing.get("coordinates"))));
    }
    List<List<LonLat>> paths = new ArrayList<>();
    coordinates.forEach(part -> paths.add(path(part)));
    return new SubmarineCable(
        text(p, "name"),
        p.path("serviceYear").asInt(0),
        p.path("capacityTbps").asDouble(Double.NaN),
        p.path("lengthKm").asDouble(Double.NaN),
        landings,
        paths,
        text(p, "source"));
  }

  private static <T> List<T> read(String file, BiFunction<JsonNode, JsonNode, T> record) {
    if (!Resources.exists(file)) {
      return List.of();
    }
    List<T> records = new ArrayList<>();
    for (JsonNode feature : JsonMapper.shared().readTree(Resources.bytes(file)).get("features")) {
      records.add(
          record.apply(feature.get("properties"), feature.get("geometry").get("coordinates")));
    }
    return List.copyOf(records);
  }

  private static String text(JsonNode properties, String name) {
    return properties.get(name).stringValue();
  }

  private static List<LonLat> path(JsonNode coordinates) {
    List<LonLat> path = new ArrayList<>();
    coordinates.forEach(each -> path.add(place(each)));
    return path;
  }

  private static LonLat place(JsonNode coordinates) {
    return new LonLat(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
  }
}
