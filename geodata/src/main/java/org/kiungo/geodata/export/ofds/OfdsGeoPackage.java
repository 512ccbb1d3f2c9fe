package org.kiungo.geodata.export.ofds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.geodata.export.ofds.OfdsTables.Member;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.geometry.RawGeometry;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A network package of the Open Fibre Data Standard as a GeoPackage. What the standard has no
 * column for, or what does not fit there, stands in a column of its own, lists as JSON: nothing of
 * the package is left out but nulls, which tell nothing.
 */
public final class OfdsGeoPackage {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, OfdsRows> tables = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> codes = new TreeMap<>();
  private final Map<String, List<long[]>> relations = new TreeMap<>();
  private final Map<String, Known> known = new HashMap<>();
  private long network;

  /** What a reference may mean: the number of a row and the name it states, or null. */
  private record Known(long row, String name) {}

  private OfdsGeoPackage() {
    OfdsTables.ALL.forEach(
        (table, members) -> {
          tables.put(table, new OfdsRows(table));
          for (Member each : members.values()) {
            if (each.coded()) {
              codes.putIfAbsent(each.target(), new LinkedHashMap<>());
            }
            if (each.list() && !each.target().isEmpty()) {
              relations.put("relation_" + table + "_" + each.path(), new ArrayList<>());
            }
          }
        });
  }

  /**
   * Writes nodes and spans as {@link OfdsDocument#write} does.
   *
   * @param name of the network of rows that name none
   * @param out replaced if it is there
   */
  public static void write(String name, Iterable<Feature> nodes, Iterable<Feature> spans, Path out)
      throws IOException {
    write(OfdsDocument.of(name, nodes, spans), out);
  }

  /**
   * @param document a network package in JSON
   * @param out replaced if it is there
   */
  public static void write(ObjectNode document, Path out) throws IOException {
    OfdsGeoPackage made = new OfdsGeoPackage();
    for (JsonNode each : document.path("networks")) {
      if (each instanceof ObjectNode network) {
        made.network(network);
      }
    }
    OfdsSql.write(made.tables, made.codes, made.relations, out);
  }

  private void network(ObjectNode network) {
    this.network = tables.get("networks").next();
    ObjectNode itself = network.deepCopy();
    Map<String, Map<Long, ObjectNode>> lists = new LinkedHashMap<>();
    for (String table : OfdsTables.OF_NETWORK) {
      if (network.get(table) instanceof ArrayNode list && allObjects(list)) {
        itself.remove(table);
        Map<Long, ObjectNode> items = new LinkedHashMap<>();
        lists.put(table, items);
        for (JsonNode item : list) {
          long row = tables.get(table).next();
          items.put(row, (ObjectNode) item);
          String name = item.path("name").isString() ? item.get("name").asString() : null;
          known.putIfAbsent(key(table, text(item.path("id"))), new Known(row, name));
        }
      }
    }
    row("networks", this.network, itself, new LinkedHashMap<>());
    lists.forEach(
        (table, items) -> items.forEach((row, item) -> row(table, row, item, ofNetwork())));
  }

  private static boolean allObjects(ArrayNode list) {
    return !list.isEmpty() && list.valueStream().allMatch(JsonNode::isObject);
  }

  private Map<String, Object> ofNetwork() {
    return new LinkedHashMap<>(Map.of("network_id", network));
  }

  private String key(String table, String id) {
    return table + ' ' + network + ' ' + id;
  }

  private void row(String table, long row, ObjectNode item, Map<String, Object> columns) {
    members(table, row, "", item, columns);
    tables.get(table).rows.put(row, columns);
  }

  private void members(
      String table, long row, String prefix, ObjectNode object, Map<String, Object> columns) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      String path = prefix + each.getKey();
      JsonNode value = each.getValue();
      Member member = OfdsTables.ALL.get(table).get(path);
      boolean done =
          value.isNull()
              || path.equals(OfdsTables.geometry(table)) && geometry(value, columns)
              || member != null && fits(table, row, member, value, columns);
      if (!done && value instanceof ObjectNode inner && !inner.isEmpty()) {
        members(table, row, path + ".", inner, columns);
      } else if (!done) {
        tables.get(table).putFurther(path, scalar(value), columns);
      }
    }
  }

  private static boolean geometry(JsonNode value, Map<String, Object> columns) {
    if (!value.isObject()) {
      return false;
    }
    try (JsonParser parser = MAPPER.treeAsTokens(value)) {
      parser.nextToken();
      columns.put(OfdsRows.GEOMETRY, RawGeometry.read(parser).build());
      return true;
    } catch (RawGeometry.Unusable unusable) {
      return false;
    }
  }

  /** Whether a value goes where the standard has its member. */
  private boolean fits(
      String table, long row, Member member, JsonNode value, Map<String, Object> columns) {
    if (member.list()) {
      return value instanceof ArrayNode list && !list.isEmpty() && list(table, row, member, list);
    }
    if (member.target().isEmpty()) {
      if (value.isContainer()) {
        return false;
      }
      columns.put(member.column(), member.type().equals("TEXT") ? text(value) : scalar(value));
      return true;
    }
    Long found = reference(member, value);
    if (found != null) {
      columns.put(member.column(), found);
    }
    return found != null;
  }

  private boolean list(String table, long row, Member member, ArrayNode list) {
    if (member.target().isEmpty()) {
      if (!allObjects(list)) {
        return false;
      }
      String below = table + "_" + member.path();
      for (JsonNode each : list) {
        Map<String, Object> columns = ofNetwork();
        columns.put(OfdsTables.parent(below), row);
        row(below, tables.get(below).next(), (ObjectNode) each, columns);
      }
      return true;
    }
    Set<Long> found = new LinkedHashSet<>();
    for (JsonNode each : list) {
      found.add(reference(member, each));
    }
    if (found.contains(null) || found.size() < list.size()) {
      return false;
    }
    List<long[]> rows = relations.get("relation_" + table + "_" + member.path());
    found.forEach(to -> rows.add(new long[] {row, to}));
    return true;
  }

  /** The row that a code or a reference means; null for what is neither. */
  private Long reference(Member member, JsonNode value) {
    if (member.coded()) {
      Map<String, Long> list = codes.get(member.target());
      return value.isString()
          ? list.computeIfAbsent(value.asString(), code -> list.size() + 1L)
          : null;
    }
    if (member.target().equals("nodes")) {
      Known node = value.isContainer() ? null : known.get(key("nodes", text(value)));
      return node == null ? null : node.row();
    }
    String name = value.path("name").isString() ? value.get("name").asString() : null;
    int members = name == null ? 1 : 2;
    if (!value.path("id").isString() || value.size() != members) {
      return null;
    }
    String id = value.get("id").asString();
    Known there = known.computeIfAbsent(key(member.target(), id), k -> add(member, id, name));
    return name == null || name.equals(there.name()) ? there.row() : null;
  }

  /** Who is referred to and stands in no list. */
  private Known add(Member member, String id, String name) {
    Map<String, Object> columns = ofNetwork();
    columns.put("ofds_id", id);
    columns.put("name", name);
    long row = tables.get(member.target()).next();
    tables.get(member.target()).rows.put(row, columns);
    return new Known(row, name);
  }

  private static String text(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString("");
  }

  private static Object scalar(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    return value.isNumber() ? (Object) value.doubleValue() : text(value);
  }
}
