package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.SettlementJson;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The facts a plan was made from, as GeoJSON that any reader of settlements, nodes, fibre and
 * towers takes. Properties are the record components.
 */
final class ProblemFiles {

  static final String SETTLEMENTS = "settlements.geojson";
  static final String NODES = "nodes.geojson";
  static final String FIBRE = "fibre.geojson";
  static final String TOWERS = "towers.geojson";

  private static final String RAIN = "rainMmPerHour";
  private static final String CAPACITY = "capacityMbps";

  private ProblemFiles() {}

  static void write(Path folder, PlanningProblem problem) throws IOException {
    FeatureFile.write(
        folder.resolve(SETTLEMENTS),
        problem.settlements(),
        s -> List.of(s.location()),
        SettlementJson::write);
    FeatureFile.write(
        folder.resolve(NODES), problem.nodes(), n -> List.of(n.location()), ProblemFiles::node);
    FeatureFile.write(
        folder.resolve(FIBRE), problem.fibreLines(), FibreLine::path, ProblemFiles::fibre);
    FeatureFile.write(
        folder.resolve(TOWERS), problem.towers(), t -> List.of(t.location()), ProblemFiles::tower);
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
        folder, SETTLEMENTS, (path, properties) -> SettlementJson.read(path.get(0), properties));
  }

  static List<NetworkNode> nodes(Path folder) {
    return FeatureFile.read(
        folder,
        NODES,
        (path, p) ->
            NetworkNodeBuilder.builder()
                .id(Fields.text(p, "id"))
                .name(Fields.text(p, "name"))
                .location(path.get(0))
                .country(Fields.text(p, "country"))
                .kind(NetworkNode.Kind.valueOf(Fields.text(p, "kind")))
                .assumed(p.get("assumed").booleanValue())
                .source(Fields.text(p, "source"))
                .rainMmPerHour(rain(p))
                .capacityMbps(p.has(CAPACITY) ? Fields.number(p, CAPACITY) : Double.NaN)
                .build());
  }

  static List<FibreLine> fibreLines(Path folder) {
    return FeatureFile.read(
        folder,
        FIBRE,
        (path, p) ->
            new FibreLine(
                Fields.text(p, "id"),
                path,
                Fields.text(p, "country"),
                Fields.text(p, "operator"),
                status(p),
                Fields.text(p, "source")));
  }

  /** Folders written before the status was kept say only whether a line is operational. */
  private static FibreLine.Status status(JsonNode p) {
    if (p.has("operational")) {
      return p.get("operational").booleanValue()
          ? FibreLine.Status.OPERATIONAL
          : FibreLine.Status.UNKNOWN;
    }
    return FibreLine.Status.valueOf(Fields.text(p, "status"));
  }

  static List<Tower> towers(Path folder) {
    return FeatureFile.read(
        folder,
        TOWERS,
        (path, p) ->
            TowerBuilder.builder()
                .id(Fields.text(p, "id"))
                .location(path.get(0))
                .country(Fields.text(p, "country"))
                .heightM(Fields.number(p, "heightM"))
                .operator(Fields.text(p, "operator"))
                .rainMmPerHour(rain(p))
                .build());
  }

  /** Folders written before rain was known do not tell it. */
  private static double rain(JsonNode properties) {
    return properties.has(RAIN) ? Fields.number(properties, RAIN) : Double.NaN;
  }
}
