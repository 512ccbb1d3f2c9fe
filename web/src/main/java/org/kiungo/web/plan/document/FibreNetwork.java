package org.kiungo.web.plan.document;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.web.language.Words;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The network of a plan as a network package of the Open Fibre Data Standard 0.3: existing lines
 * and nodes with the status that their sources state, the plan's links as spans between places, as
 * far as their projects have come. What a satellite feeds is no span.
 *
 * @see <a href="https://open-fibre-data-standard.readthedocs.io/en/0.3/">Open Fibre Data
 *     Standard</a>
 */
final class FibreNetwork implements PlanDocument {

  private static final String SCHEMA =
      "https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/"
          + "0__3__0/schema/network-schema.json";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String id() {
    return "ofds";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public void write(PublishedPlan plan, Words words, OutputStream out) {
    JsonMapper.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .writeValue(out, document(plan, words));
  }

  static ObjectNode document(PublishedPlan plan, Words words) {
    PlanFolder folder = plan.folder();
    FibreParts parts = new FibreParts(plan, words);
    ObjectNode network = JSON.objectNode();
    network.put("id", uuid("kiungo " + plan.id()));
    network.put("name", words.text("document.ofds.name", countries(folder), plan.id()));
    put(network, "nodes", parts.nodes());
    put(network, "spans", parts.spans());
    put(network, "organisations", operators(folder));
    network.set("publisher", JSON.objectNode().put("name", "Kiungo"));
    network.set(
        "crs",
        JSON.objectNode()
            .put("name", "urn:ogc:def:crs:OGC::CRS84")
            .put("uri", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
    network.put("language", words.language());
    ObjectNode about = network.putObject("plan");
    PlanFacts.told(PlanFacts.of(plan, words)).forEach(about::put);
    network.set(
        "links",
        JSON.arrayNode().add(JSON.objectNode().put("href", SCHEMA).put("rel", "describedby")));
    ObjectNode document = JSON.objectNode();
    document.set("networks", JSON.arrayNode().add(network));
    return document;
  }

  /** The standard wants no empty lists. */
  private static void put(ObjectNode network, String name, ArrayNode items) {
    if (!items.isEmpty()) {
      network.set(name, items);
    }
  }

  private static String countries(PlanFolder folder) {
    return String.join(", ", folder.scenario().countries());
  }

  /** The same for the same name. */
  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static ArrayNode operators(PlanFolder folder) {
    ArrayNode operators = JSON.arrayNode();
    folder.problem().fibreLines().stream()
        .flatMap(FibreNetwork::operators)
        .distinct()
        .sorted()
        .forEach(each -> operators.add(operator(each)));
    return operators;
  }

  /** Names of those who run a line; several stand in one text where drawings were merged. */
  static Stream<String> operators(FibreLine line) {
    return Arrays.stream(line.operator().split(";")).map(String::strip).filter(n -> !n.isEmpty());
  }

  static ObjectNode operator(String name) {
    return JSON.objectNode().put("id", uuid(name)).put("name", name);
  }
}
