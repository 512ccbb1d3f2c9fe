package org.kiungo.geodata.format.vector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.SourceFile;

/**
 * What rows of an Open Fibre Data Standard GeoPackage refer to: everything but nodes and spans is
 * held, so more of it than {@link #MOST_HELD} rows are refused.
 */
final class OfdsRecords {

  /** Column of the standard's own identifier. */
  static final String IDENTIFIER = "ofds_id";

  private static final int MOST_HELD = 2_000_000;

  private static final Set<String> FLAGS = Set.of("directed", "darkFibre", "accessPoint", "power");

  /** References of files that declare none, by the last part of a column's name. */
  private static final Map<String, String> MEANT =
      Map.of(
          "phase", "phases",
          "physicalInfrastructureProvider", "organisations",
          "transmissionMediumOwner", "organisations",
          "supplier", "organisations",
          "owner", "organisations",
          "start", "nodes",
          "end", "nodes");

  private static final List<String> LISTS =
      List.of("phases", "organisations", "contracts", "wayleaves");

  /** By table below another, the column that says whose row it is. */
  private static final Map<String, String> BELOW =
      Map.of("nodes_internationalConnections", "node_id", "contracts_documents", "contract_id");

  private static final String RELATION = "relation_";
  private static final String CODELIST = "codelist_";

  private final SourceFile file;
  private final Connection database;
  private final List<String> tables;
  private final GeoPackageReader.WorkLimit limit;
  private final FeatureConsumer out;
  private final Map<String, Map<String, String>> references = new HashMap<>();
  private final Map<String, Map<String, Target>> targets = new HashMap<>();
  private final Map<String, Map<Long, Map<String, List<Long>>>> related = new HashMap<>();
  private final Map<String, Map<Long, List<Map<String, Object>>>> below = new HashMap<>();
  private final Map<String, Map<String, Object>> networks = new LinkedHashMap<>();
  private int held;

  /** A row that is referred to: its identifier or code, and its name where it has one. */
  private record Target(String id, String name) {}

  OfdsRecords(
      SourceFile file,
      Connection database,
      List<GeoPackageReader.Table> tables,
      GeoPackageReader.WorkLimit limit,
      FeatureConsumer out)
      throws SQLException {
    this.file = file;
    this.database = database;
    this.limit = limit;
    this.out = out;
    this.tables =
        tables.stream()
            .filter(GeoPackageReader.Table::plain)
            .map(GeoPackageReader.Table::name)
            .toList();
    for (String table : this.tables) {
      references.put(table, declared(table));
    }
    extension();
    for (String table : this.tables) {
      if (table.startsWith(RELATION)) {
        relation(table);
      } else if (!table.equals("spans")) {
        target(table);
      }
    }
    for (String table : BELOW.keySet()) {
      below(table, BELOW.get(table));
    }
    rows(
        "networks",
        row -> networks.put(String.valueOf(row.get("id")), told("networks", 0, row, "network.")));
    for (String list : LISTS) {
      list(list);
    }
  }

  /** Whether the standard has a table of that name. */
  static boolean knows(String table) {
    return List.of("networks", "nodes", "spans", "layer_styles").contains(table)
        || LISTS.contains(table)
        || BELOW.containsKey(table)
        || table.startsWith(RELATION)
        || table.startsWith(CODELIST);
  }

  /** What the related tables extension says of mapping tables that say nothing themselves. */
  private void extension() throws SQLException {
    if (!GeoPackageReader.isPlain(database, "gpkgext_relations")) {
      return;
    }
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT mapping_table_name, related_table_name FROM gpkgext_relations")) {
      while (rows.next()) {
        hold();
        Map<String, String> declared = references.get(rows.getString(1));
        if (declared != null) {
          declared.putIfAbsent("related_id", rows.getString(2));
        }
      }
    }
  }

  private void hold() {
    limit.rowDone();
    if (++held > MOST_HELD) {
      throw SourceFile.tooMuch(file.name(), "SQLite", held, MOST_HELD);
    }
  }

  private void rows(String table, Consumer<Map<String, Object>> to) throws SQLException {
    if (!tables.contains(table)) {
      return;
    }
    try (Statement statement = database.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT * FROM " + GeoPackageTable.quoted(table))) {
      ResultSetMetaData columns = found.getMetaData();
      while (found.next()) {
        hold();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int k = 1; k <= columns.getColumnCount(); k++) {
          String type = String.valueOf(columns.getColumnTypeName(k)).toUpperCase(Locale.ROOT);
          row.put(columns.getColumnName(k), GeoPackageTable.plain(found.getObject(k), type));
        }
        to.accept(row);
      }
    }
  }

  /** By column, the table that a table says it refers to. */
  private Map<String, String> declared(String table) throws SQLException {
    Map<String, String> declared = new HashMap<>();
    try (PreparedStatement statement =
        database.prepareStatement("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          declared.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return declared;
  }

  /** What a row may be meant by: its number, its identifier, its code. */
  private void target(String table) throws SQLException {
    Map<String, Target> known = new HashMap<>();
    Map<String, Target> byName = new HashMap<>();
    rows(
        table,
        row -> {
          Object id = row.getOrDefault(IDENTIFIER, row.get("code"));
          Object name = row.get("name");
          Target target =
              new Target(id == null ? "" : id.toString(), name == null ? null : name.toString());
          known.putIfAbsent(String.valueOf(row.get("id")), target);
          byName.putIfAbsent(target.id(), target);
        });
    byName.forEach(known::putIfAbsent);
    targets.put(table, known);
  }

  private void relation(String table) throws SQLException {
    String[] parts = table.split("_", 3);
    if (parts.length < 3) {
      return;
    }
    rows(
        table,
        row -> {
          Long base = number(row.get("base_id"));
          Long to = number(row.get("related_id"));
          if (base == null || to == null) {
            tell(table, 0, "base_id", row.toString());
            return;
          }
          related
              .computeIfAbsent(parts[1], each -> new HashMap<>())
              .computeIfAbsent(base, each -> new LinkedHashMap<>())
              .computeIfAbsent(parts[2], each -> new ArrayList<>())
              .add(to);
        });
  }

  private void below(String table, String parent) throws SQLException {
    rows(
        table,
        row -> {
          Object named = row.remove(parent);
          Long of = number(named);
          if (of == null) {
            tell(table, 0, parent, String.valueOf(named));
          } else {
            below
                .computeIfAbsent(table, each -> new HashMap<>())
                .computeIfAbsent(of, each -> new ArrayList<>())
                .add(told(table, 0, row, ""));
          }
        });
  }

  private static Long number(Object value) {
    String text = String.valueOf(value);
    return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private void list(String table) throws SQLException {
    Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
    rows(
        table,
        row ->
            lists
                .computeIfAbsent(network(row), each -> new ArrayList<>())
                .add(told(table, 0, row, "")));
    lists.forEach(
        (network, items) -> {
          if (networks.containsKey(network)) {
            networks.get(network).put("network." + table, OfdsJson.list(items));
          } else {
            tell(table, 0, "network_id", network);
          }
        });
  }

  /** The network of a row; the only one where a row names none. */
  private String network(Map<String, Object> row) {
    String named = String.valueOf(row.get("network_id"));
    if (networks.containsKey(named)) {
      return named;
    }
    for (Map.Entry<String, Map<String, Object>> each : networks.entrySet()) {
      if (named.equals(each.getValue().get("network.id"))) {
        return each.getKey();
      }
    }
    return networks.size() == 1 && row.get("network_id") == null
        ? networks.keySet().iterator().next()
        : named;
  }

  /** A node or span in the words of the standard. */
  Map<String, Object> told(String layer, Feature row) {
    Map<String, Object> columns = new LinkedHashMap<>(row.attributes());
    columns.put("id", row.id());
    Map<String, Object> told = told(layer, row.row(), columns, "");
    Map<String, Object> network = networks.get(network(columns));
    if (network != null) {
      told.putAll(network);
    } else if (!networks.isEmpty()) {
      tell(layer, row.row(), "network_id", String.valueOf(columns.get("network_id")));
    }
    return told;
  }

  private Map<String, Object> told(
      String table, long row, Map<String, Object> columns, String prefix) {
    Map<String, Object> told = new LinkedHashMap<>();
    columns.forEach(
        (column, value) -> {
          boolean own = column.equals("id") || column.equals("network_id");
          if (value != null && !own) {
            column(table, row, column, value, prefix, told);
          }
        });
    long id = Objects.requireNonNullElse(number(columns.get("id")), -1L);
    related
        .getOrDefault(table, Map.of())
        .getOrDefault(id, Map.of())
        .forEach((member, to) -> told.put(prefix + member, names(table, row, member, to)));
    below.forEach(
        (each, rows) -> {
          if (each.startsWith(table + "_") && rows.containsKey(id)) {
            told.put(prefix + each.substring(table.length() + 1), OfdsJson.list(rows.get(id)));
          }
        });
    return told;
  }

  private void column(
      String table,
      long row,
      String column,
      Object value,
      String prefix,
      Map<String, Object> told) {
    String name = prefix + (column.equals(IDENTIFIER) ? "id" : column.replace("__", "."));
    String last = column.substring(column.lastIndexOf('_') + 1);
    String to = references.get(table).getOrDefault(column, MEANT.get(last));
    if (FLAGS.contains(column) && value.toString().matches("(?i)true|false|0|1")) {
      told.put(name, value.toString().matches("(?i)true|1"));
    } else if (to == null || !tables.contains(to)) {
      told.put(name, value);
    } else {
      Target target = targets.getOrDefault(to, Map.of()).get(value.toString());
      boolean reference = !to.equals("nodes") && !to.startsWith(CODELIST);
      if (target == null) {
        tell(table, row, column, value.toString());
        told.put(reference ? name + ".id" : name, value.toString());
      } else if (!reference) {
        told.put(name, target.id());
      } else {
        told.put(name + ".id", target.id());
        if (target.name() != null) {
          told.put(name + ".name", target.name());
        }
      }
    }
  }

  /** A list of codes or of references as JSON. */
  private String names(String table, long row, String member, List<Long> to) {
    String mapping = "relation_" + table + "_" + member;
    String declared = references.get(mapping).get("related_id");
    List<Object> items = new ArrayList<>();
    for (Long each : to) {
      Target target = targets.getOrDefault(declared, Map.of()).get(each.toString());
      if (target == null) {
        tell(table, row, member, each.toString());
      } else if (declared.startsWith(CODELIST)) {
        items.add(target.id());
      } else {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", target.id());
        if (target.name() != null) {
          item.put("name", target.name());
        }
        items.add(item);
      }
    }
    return OfdsJson.list(items);
  }

  private void tell(String table, long row, String column, String value) {
    out.finding(
        Finding.of(Severity.WARNING, "referenceUnknown", file, table)
            .withRow(row)
            .withColumn(column)
            .withValue(value, ""));
  }
}
