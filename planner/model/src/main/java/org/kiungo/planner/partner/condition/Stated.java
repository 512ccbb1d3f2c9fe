package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;

/** Values that conditions refuse. */
final class Stated {

  private Stated() {}

  static List<String> some(String field, List<String> values) {
    if (values == null || values.isEmpty() || values.contains("")) {
      throw refused(field, values == null ? "" : String.join(", ", values), "at least one");
    }
    return List.copyOf(values);
  }

  static void ratio(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw refused(field, value, "0–1");
    }
  }

  static InputRefused refused(String field, Object value, String allowed) {
    return new InputRefused("partners.value", "field", field, "value", value, "allowed", allowed);
  }
}
