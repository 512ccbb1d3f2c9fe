package org.kiungo.planner.json;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementColumn;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A settlement as properties of a GeoJSON feature: its id, then {@link SettlementColumn}s; columns
 * that came with its row stand beside them under their own names, those that clash under {@code
 * attributes.<name>}.
 */
public final class SettlementJson {

  private static final String ID = "id";
  private static final String CLASHING = "attributes.";

  private SettlementJson() {}

  /** Writes the fields of a feature's properties; a number that is not known as {@code null}. */
  public static void write(JsonGenerator out, Settlement settlement) {
    out.writeStringProperty(ID, settlement.id());
    SettlementColumn.write(settlement, new Written(out));
    new TreeMap<>(settlement.attributes())
        .forEach(
            (name, value) -> {
              boolean clash = isOwn(name) || name.startsWith(CLASHING);
              out.writeStringProperty(clash ? CLASHING + name : name, value);
            });
  }

  /**
   * Reads a settlement.
   *
   * @param location of its feature
   * @param properties of its feature
   * @throws org.kiungo.planner.model.value.InputRefused {@code json.text} and {@code json.number}
   *     naming a field that is missing or of the wrong kind
   */
  public static Settlement read(LonLat location, JsonNode properties) {
    Map<String, String> attributes = new HashMap<>();
    for (var field : properties.properties()) {
      String name = field.getKey();
      if (!isOwn(name)) {
        attributes.put(
            name.startsWith(CLASHING) ? name.substring(CLASHING.length()) : name,
            field.getValue().asString());
      }
    }
    return SettlementColumn.read(new Stated(properties))
        .id(Fields.text(properties, ID))
        .location(location)
        .attributes(attributes)
        .build();
  }

  private static boolean isOwn(String name) {
    return name.equals(ID) || SettlementColumn.isNamed(name);
  }

  private record Stated(JsonNode of) implements SettlementColumn.Row {

    @Override
    public boolean has(String column) {
      return of.has(column);
    }

    @Override
    public String text(String column) {
      return Fields.text(of, column);
    }

    @Override
    public double number(String column) {
      return Fields.number(of, column);
    }

    @Override
    public boolean flag(String column) {
      return of.get(column).booleanValue();
    }
  }

  private record Written(JsonGenerator out) implements SettlementColumn.Sink {

    @Override
    public void text(String column, String value) {
      out.writeStringProperty(column, value);
    }

    @Override
    public void number(String column, double value) {
      if (Double.isNaN(value)) {
        out.writeNullProperty(column);
      } else {
        out.writeNumberProperty(column, value);
      }
    }

    @Override
    public void flag(String column, boolean value) {
      out.writeBooleanProperty(column, value);
    }
  }
}
