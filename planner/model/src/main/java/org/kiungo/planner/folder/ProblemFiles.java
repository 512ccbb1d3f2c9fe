package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The facts a plan was made from, as GeoJSON that any reader of settlements, nodes, fibre and
 * towers takes. Properties are the record components; a settlement's other columns stand beside
 * them under their own names, those that clash under {@code attributes.<name>}.
 */
final class ProblemFiles {

  static final String SETTLEMENTS = "settlements.geojson";
  static final String NODES = "nodes.geojson";
  static final String FIBRE = "fibre.geojson";
  static final String TOWERS = "towers.geojson";

  private static final String RAIN = "rainMmPerHour";
  private static final String CAPACITY = "capacityMbps";
  private static final String CLASHING = "attributes.";
  private static final Set<String> SETTLEMENT_FIELDS =
      Set.of(
          "id",
          "name",
          "population",
          "areaKm2",
          "country",
          "district",
          "baselineCoverageRatio",
          "distanceToGridKm",
          RAIN,
          "modelled");

  private ProblemFiles() {}

  static void write(Path folder, PlanningProblem problem) throws IOException {
    FeatureFile.write(
        folder.resolve(SETTLEMENTS),
        problem.settlements(),
        s -> List.of(s.location()),
        ProblemFiles::settlement);
    FeatureFile.write(
        folder.resolve(NODES), problem.nodes(), n -> List.of(n.location()), ProblemFiles::node);
    FeatureFile.write(
        folder.resolve(FIBRE), problem.fibreLines(), FibreLine::path, ProblemFiles::fibre);
    FeatureFile.write(
        folder.resolve(TOWERS), problem.towers(), t -> List.of(t.location()), ProblemFiles::tower);
  }

  static void settlement(JsonGenerator out, Settlement s) {
    out.writeStringProperty("id", s.id());
    out.writeStringProperty("name", s.name());
    number(out, "population", s.population());
    number(out, "areaKm2", s.areaKm2());
    out.writeStringProperty("country", s.country());
    out.writeStringProperty("district", s.district());
    number(out, "baselineCoverageRatio", s.baselineCoverageRatio());
    number(out, "distanceToGridKm", s.distanceToGridKm());
    number(out, RAIN, s.rainMmPerHour());
    out.writeBooleanProperty("modelled", s.modelled());
    new TreeMap<>(s.attributes())
        .forEach(
            (name, value) -> {
              boolean clash = SETTLEMENT_FIELDS.contains(name) || name.startsWith(CLASHING);
              out.writeStringProperty(clash ? CLASHING + name : name, value);
            });
  }

  private static void node(JsonGenerator out, NetworkNode n) {
    out.writeStringProperty("id", n.id());
    out.writeStringProperty("name", n.name());
    out.writeStringProperty("country", n.country());
    out.writeStringProperty("kind", n.kind().name());
    out.writeBooleanProperty("assumed", n.assumed());
    out.writeStringProperty("source", n.source());
    number(out, RAIN, n.rainMmPerHour());
    if (!Double.isNaN(n.capacityMbps())) {
      number(out, CAPACITY, n.capacityMbps());
    }
  }

  private static void fibre(JsonGenerator out, FibreLine f) {
    out.writeStringProperty("id", f.id());
    out.writeStringProperty("country", f.country());
    out.writeStringProperty("operator", f.operator());
    out.writeStringProperty("status", f.status().name());
    out.writeStringProperty("source", f.source());
  }

  private static void tower(JsonGenerator out, Tower t) {
    out.writeStringProperty("id", t.id());
    out.writeStringProperty("country", t.country());
    number(out, "heightM", t.heightM());
    out.writeStringProperty("operator", t.operator());
    number(out, RAIN, t.rainMmPerHour());
  }

  private static void number(JsonGenerator out, String name, double value) {
    out.writeName(name);
    FolderJson.number(out, value);
  }

  static List<Settlement> settlements(Path folder) {
    return FeatureFile.read(
        folder, SETTLEMENTS, (path, properties) -> settlement(path.get(0), properties));
  }

  private static Settlement settlement(LonLat location, JsonNode p) {
    Map<String, String> attributes = new HashMap<>();
    for (var field : p.properties()) {
      String name = field.getKey();
      if (!SETTLEMENT_FIELDS.contains(name)) {
        attributes.put(
            name.startsWith(CLASHING) ? name.substring(CLASHING.length()) : name,
            field.getValue().asString());
      }
    }
    return SettlementBuilder.builder()
        .id(text(p, "id"))
        .name(text(p, "name"))
        .location(location)
        .population(number(p, "population"))
        .areaKm2(number(p, "areaKm2"))
        .country(text(p, "country"))
        .district(text(p, "district"))
        .baselineCoverageRatio(number(p, "baselineCoverageRatio"))
        .distanceToGridKm(number(p, "distanceToGridKm"))
        .rainMmPerHour(rain(p))
        .modelled(p.get("modelled").booleanValue())
        .attributes(attributes)
        .build();
  }

  static List<NetworkNode> nodes(Path folder) {
    return FeatureFile.read(
        folder,
        NODES,
        (path, p) ->
            NetworkNodeBuilder.builder()
                .id(text(p, "id"))
                .name(text(p, "name"))
                .location(path.get(0))
                .country(text(p, "country"))
                .kind(NetworkNode.Kind.valueOf(text(p, "kind")))
                .assumed(p.get("assumed").booleanValue())
                .source(text(p, "source"))
                .rainMmPerHour(rain(p))
                .capacityMbps(p.has(CAPACITY) ? number(p, CAPACITY) : Double.NaN)
                .build());
  }

  static List<FibreLine> fibreLines(Path folder) {
    return FeatureFile.read(
        folder,
        FIBRE,
        (path, p) ->
            new FibreLine(
                text(p, "id"),
                path,
                text(p, "country"),
                text(p, "operator"),
                status(p),
                text(p, "source")));
  }

  /** Folders written before the status was kept say only whether a line is operational. */
  private static FibreLine.Status status(JsonNode p) {
    if (p.has("operational")) {
      return p.get("operational").booleanValue()
          ? FibreLine.Status.OPERATIONAL
          : FibreLine.Status.UNKNOWN;
    }
    return FibreLine.Status.valueOf(text(p, "status"));
  }

  static List<Tower> towers(Path folder) {
    return FeatureFile.read(
        folder,
        TOWERS,
        (path, p) ->
            TowerBuilder.builder()
                .id(text(p, "id"))
                .location(path.get(0))
                .country(text(p, "country"))
                .heightM(number(p, "heightM"))
                .operator(text(p, "operator"))
                .rainMmPerHour(rain(p))
                .build());
  }

  /** Folders written before rain was known do not tell it. */
  private static double rain(JsonNode properties) {
    return properties.has(RAIN) ? number(properties, RAIN) : Double.NaN;
  }

  static String text(JsonNode properties, String name) {
    JsonNode value = properties.get(name);
    if (value == null || !value.isString()) {
      throw new InputRefused("json.text", "field", name);
    }
    return value.stringValue();
  }

  static double number(JsonNode properties, String name) {
    JsonNode value = properties.get(name);
    if (value == null || !(value.isNumber() || value.isNull())) {
      throw new InputRefused("json.number", "field", name);
    }
    return value.isNull() ? Double.NaN : value.doubleValue();
  }
}
