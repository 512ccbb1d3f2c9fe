package org.kiungo.geodata.format.vector;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists of the Open Fibre Data Standard as JSON: names with dots become members of members. */
final class OfdsJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private OfdsJson() {}

  /**
   * @param items texts, or members by name
   */
  static String list(List<?> items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Object each : items) {
      if (each instanceof Map<?, ?> members) {
        ObjectNode item = list.addObject();
        members.forEach((name, value) -> put(item, String.valueOf(name).split("\\."), value));
      } else {
        list.add(String.valueOf(each));
      }
    }
    return MAPPER.writeValueAsString(list);
  }

  private static void put(ObjectNode into, String[] names, Object value) {
    ObjectNode at = into;
    for (int k = 0; k < names.length - 1; k++) {
      at = at.get(names[k]) instanceof ObjectNode inner ? inner : at.putObject(names[k]);
    }
    String last = names.length == 0 ? "" : names[names.length - 1];
    if (value instanceof String text && text.startsWith("[")) {
      try {
        at.set(last, MAPPER.readTree(text));
        return;
      } catch (JacksonException notJson) {
        // a text that begins like a list
      }
    }
    at.set(last, MAPPER.valueToTree(value));
  }
}
