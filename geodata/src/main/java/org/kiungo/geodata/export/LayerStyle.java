package org.kiungo.geodata.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Colours of a layer: one for all rows, or one for each value of a column.
 *
 * @param column column whose values have colours of their own; empty for one colour
 * @param colours value to #rrggbb, in legend order; with an empty column, the one under ""
 */
public record LayerStyle(String column, Map<String, String> colours) {

  public LayerStyle {
    colours = Collections.unmodifiableMap(new LinkedHashMap<>(colours));
    for (String colour : colours.values()) {
      if (!colour.matches("#[0-9a-fA-F]{6}")) {
        throw new IllegalArgumentException("colour is " + colour + "; allowed #rrggbb");
      }
    }
  }
}
