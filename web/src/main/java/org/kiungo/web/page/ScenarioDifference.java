package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.folder.ScenarioFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A choice in which two scenarios differ.
 *
 * @param field name of the record component
 * @param a as the first scenario's JSON has it
 * @param b as the second's has it
 */
record ScenarioDifference(String field, String a, String b) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All choices that differ, by name; the scenarios' own names aside. */
  static List<ScenarioDifference> between(Scenario a, Scenario b) {
    SortedMap<String, String> left = leaves(a);
    SortedMap<String, String> right = leaves(b);
    List<ScenarioDifference> differences = new ArrayList<>();
    for (String field : left.keySet()) {
      if (!field.equals("name") && !left.get(field).equals(right.get(field))) {
        differences.add(new ScenarioDifference(field, left.get(field), right.get(field)));
      }
    }
    return differences;
  }

  private static SortedMap<String, String> leaves(Scenario scenario) {
    SortedMap<String, String> leaves = new TreeMap<>();
    collect(JSON.readTree(ScenarioFile.write(scenario)), leaves);
    return leaves;
  }

  private static void collect(JsonNode node, SortedMap<String, String> leaves) {
    node.properties()
        .forEach(
            each -> {
              if (each.getValue().isObject()) {
                collect(each.getValue(), leaves);
              } else {
                leaves.put(each.getKey(), text(each.getValue()));
              }
            });
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isArray() && value.isEmpty()
        ? "–"
        : value.isString() ? value.asString() : value.toString();
  }
}
