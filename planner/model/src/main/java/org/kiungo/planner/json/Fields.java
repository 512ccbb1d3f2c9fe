package org.kiungo.planner.json;

import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.databind.JsonNode;

/** Fields that a JSON object must have. */
public final class Fields {

  private Fields() {}

  /**
   * A required text.
   *
   * @throws InputRefused {@code json.missing} or {@code json.text} naming the field
   */
  public static String text(JsonNode object, String name) {
    JsonNode value = get(object, name);
    if (!value.isString()) {
      throw new InputRefused("json.text", "field", name);
    }
    return value.stringValue();
  }

  /**
   * A required number; {@code null} is not-a-number.
   *
   * @throws InputRefused {@code json.missing} or {@code json.number} naming the field
   */
  public static double number(JsonNode object, String name) {
    JsonNode value = get(object, name);
    if (!(value.isNumber() || value.isNull())) {
      throw new InputRefused("json.number", "field", name);
    }
    return value.isNull() ? Double.NaN : value.doubleValue();
  }

  private static JsonNode get(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new InputRefused("json.missing", "field", name);
    }
    return value;
  }
}
