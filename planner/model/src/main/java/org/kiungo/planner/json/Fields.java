package org.kiungo.planner.json;

import org.kiungo.planner.model.InputRefused;
import tools.jackson.databind.JsonNode;

/** Fields that a JSON object must have. */
public final class Fields {

  private Fields() {}

  /**
   * A required text.
   *
   * @throws InputRefused {@code json.text} naming the field
   */
  public static String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !value.isString()) {
      throw new InputRefused("json.text", "field", name);
    }
    return value.stringValue();
  }

  /**
   * A required number; {@code null} is not-a-number.
   *
   * @throws InputRefused {@code json.number} naming the field
   */
  public static double number(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !(value.isNumber() || value.isNull())) {
      throw new InputRefused("json.number", "field", name);
    }
    return value.isNull() ? Double.NaN : value.doubleValue();
  }
}
