package org.kiungo.geodata.export.ofds;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kiungo.geodata.format.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nodes and spans as a network package of the Open Fibre Data Standard 0.3, JSON. Columns have the
 * names that reading such a file gives them: dots for members of objects, lists as JSON, {@code
 * network.…} for what is the network's; what is not of the standard is kept as it is.
 *
 * @see <a href="https://open-fibre-data-standard.readthedocs.io/en/0.3/">Open Fibre Data
 *     Standard</a>
 */
public final class OfdsDocument {

  private static final String SCHEMA =
      "https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/"
          + "0__3__0/schema/network-schema.json";
  private static final String OF_NETWORK = "network.";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final Set<String> FLAGS = Set.of("directed", "darkFibre", "accessPoint", "power");
  private static final Set<String> NUMBERS =
      Set.of("fibreCount", "fibreLength", "capacity", "accuracy", "value.amount");

  private final Map<String, ObjectNode> networks = new LinkedHashMap<>();
  private final String name;

  private OfdsDocument(String name) {
    this.name = name;
  }

  /**
   * Writes a document; the stream stays open.
   *
   * @param name of the network of rows that name none
   */
  public static void write(
      String name, Iterable<Feature> nodes, Iterable<Feature> spans, OutputStream out) {
    MAPPER.writeValue(out, of(name, nodes, spans));
  }

  /** The document itself. */
  static ObjectNode of(String name, Iterable<Feature> nodes, Iterable<Feature> spans) {
    OfdsDocument document = new OfdsDocument(name);
    nodes.forEach(each -> document.add(each, "nodes", "location"));
    spans.forEach(each -> document.add(each, "spans", "route"));
    ObjectNode whole = JSON.objectNode();
    ArrayNode all = whole.putArray("networks");
    for (ObjectNode network : document.networks.values()) {
      if (!network.has("links")) {
        network.putArray("links").addObject().put("href", SCHEMA).put("rel", "describedby");
      }
      all.add(network);
    }
    return whole;
  }

  private void add(Feature row, String list, String geometry) {
    ObjectNode item = JSON.objectNode();
    ObjectNode about = JSON.objectNode();
    row.attributes()
        .forEach(
            (column, value) -> {
              boolean ofNetwork = column.startsWith(OF_NETWORK);
              String member = ofNetwork ? column.substring(OF_NETWORK.length()) : column;
              put(ofNetwork ? about : item, member, value);
            });
    if (row.geometry() != null && !row.geometry().isEmpty()) {
      item.set(geometry, geometry(row.geometry()));
    }
    if (!about.has("id")) {
      about.put("id", uuid(about.path("name").asString(name)));
    }
    if (!about.has("name")) {
      about.put("name", name);
    }
    ObjectNode network =
        networks.computeIfAbsent(about.get("id").asString(), id -> JSON.objectNode());
    about.properties().forEach(each -> network.set(each.getKey(), each.getValue()));
    ArrayNode items = network.get(list) instanceof ArrayNode there ? there : network.putArray(list);
    items.add(item);
  }

  /** The same id for the same name. */
  public static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void put(ObjectNode into, String member, Object value) {
    if (value == null) {
      return;
    }
    ObjectNode at = into;
    String[] names = member.split("\\.");
    for (int k = 0; k < names.length - 1; k++) {
      at = at.get(names[k]) instanceof ObjectNode inner ? inner : at.putObject(names[k]);
    }
    at.set(names[names.length - 1], json(member, value));
  }

  private static JsonNode json(String member, Object value) {
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Long || value instanceof Integer) {
      return JSON.numberNode(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return JSON.numberNode(number.doubleValue());
    }
    String text = String.valueOf(value);
    if (FLAGS.contains(member) && text.matches("true|false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (NUMBERS.contains(member) && text.matches("-?\\d{1,15}(\\.\\d+)?")) {
      return text.contains(".")
          ? JSON.numberNode(Double.parseDouble(text))
          : JSON.numberNode(Long.parseLong(text));
    }
    if (text.startsWith("[")) {
      try {
        return MAPPER.readTree(text);
      } catch (JacksonException notJson) {
        return JSON.stringNode(text);
      }
    }
    return JSON.stringNode(text);
  }

  private static ObjectNode geometry(Geometry geometry) {
    ObjectNode node = JSON.objectNode();
    if (geometry.getDimension() == 0) {
      node.put("type", "Point").set("coordinates", position(geometry.getCoordinate()));
      return node;
    }
    ArrayNode path = node.put("type", "LineString").putArray("coordinates");
    for (Coordinate each : geometry.getCoordinates()) {
      path.add(position(each));
    }
    return node;
  }

  private static ArrayNode position(Coordinate at) {
    return JSON.arrayNode().add(at.x).add(at.y);
  }

  /** A list of references to organisations, for a column. */
  public static String organisations(List<String> names) {
    ArrayNode all = JSON.arrayNode();
    names.forEach(each -> all.addObject().put("id", uuid(each)).put("name", each));
    return MAPPER.writeValueAsString(all);
  }
}
