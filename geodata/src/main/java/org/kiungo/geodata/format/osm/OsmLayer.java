package org.kiungo.geodata.format.osm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.format.table.NumberText;

/**
 * What a plan uses of OpenStreetMap, each under the name of the layer that it becomes. Roads are
 * the main ones, down to tertiary: those that cables follow; power lines those that stand.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Map_features">Map features</a>
 */
enum OsmLayer {
  SETTLEMENTS("settlements", false) {
    @Override
    boolean holds(Map<String, String> tags) {
      return PLACES.contains(tags.getOrDefault("place", ""));
    }

    @Override
    void tell(Map<String, String> tags, Map<String, Object> row) {
      row.put("place", tags.get("place"));
      row.put("population", number(tags.get("population")));
    }
  },
  ROADS("roads", true) {
    @Override
    boolean holds(Map<String, String> tags) {
      return MAIN_ROADS.contains(tags.getOrDefault("highway", "").replace("_link", ""));
    }

    @Override
    void tell(Map<String, String> tags, Map<String, Object> row) {
      row.put("category", tags.get("highway"));
    }
  },
  GRID("grid", true) {
    @Override
    boolean holds(Map<String, String> tags) {
      return POWER_LINES.contains(tags.getOrDefault("power", ""));
    }

    @Override
    void tell(Map<String, String> tags, Map<String, Object> row) {
      row.put("operator", tags.get("operator"));
      row.put("voltageKv", kilovolts(tags.get("voltage")));
    }
  },
  TOWERS("towers", false) {
    @Override
    boolean holds(Map<String, String> tags) {
      String made = tags.getOrDefault("man_made", "");
      boolean carries =
          tags.getOrDefault("tower:type", "").equals("communication")
              || tags.containsKey("communication:mobile_phone");
      return made.equals("communications_tower")
          || made.equals("mast") && (carries || !tags.containsKey("tower:type"))
          || made.equals("tower") && carries;
    }

    @Override
    void tell(Map<String, String> tags, Map<String, Object> row) {
      row.put("operator", tags.get("operator"));
      String height = tags.get("height");
      row.put("heightM", height == null ? null : number(height.replaceFirst("\\s*m$", "")));
      // what is planned or gone bears a prefix, as in proposed:man_made, and is no mast here
      boolean gone = NOT_IN_USE.stream().anyMatch(each -> "yes".equals(tags.get(each)));
      String said = tags.getOrDefault("operational_status", "existing");
      row.put("status", gone ? "out of service" : said);
    }
  },
  FACILITIES("facilities", false) {
    @Override
    boolean holds(Map<String, String> tags) {
      return AMENITIES.contains(tags.getOrDefault("amenity", ""))
          || HEALTHCARE.contains(tags.getOrDefault("healthcare", ""));
    }

    @Override
    void tell(Map<String, String> tags, Map<String, Object> row) {
      String amenity = tags.getOrDefault("amenity", "");
      row.put("category", AMENITIES.contains(amenity) ? amenity : tags.get("healthcare"));
      row.put("operator", tags.get("operator"));
    }
  };

  private static final Set<String> PLACES =
      Set.of("city", "town", "village", "hamlet", "isolated_dwelling");
  private static final Set<String> MAIN_ROADS =
      Set.of("motorway", "trunk", "primary", "secondary", "tertiary");
  private static final Set<String> POWER_LINES = Set.of("line", "minor_line", "cable");
  private static final Set<String> NOT_IN_USE = Set.of("disused", "abandoned");
  private static final Set<String> AMENITIES =
      Set.of(
          "school",
          "kindergarten",
          "college",
          "university",
          "hospital",
          "clinic",
          "doctors",
          "health_post");
  private static final Set<String> HEALTHCARE =
      Set.of("hospital", "clinic", "centre", "doctor", "midwife", "birthing_center");

  private final String label;
  private final boolean lines;

  OsmLayer(String label, boolean lines) {
    this.label = label;
    this.lines = lines;
  }

  String label() {
    return label;
  }

  /** Whether its ways are lines; places and areas otherwise. */
  boolean isLines() {
    return lines;
  }

  abstract boolean holds(Map<String, String> tags);

  abstract void tell(Map<String, String> tags, Map<String, Object> row);

  /** The columns of an object. */
  Map<String, Object> row(String id, Map<String, String> tags) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("name", tags.get("name"));
    tell(tags, row);
    return row;
  }

  /** Of volts, of the lowest where a line carries several; null where it says none. */
  private static Double kilovolts(String volts) {
    return volts == null || !volts.matches("\\d{1,7}(;\\d{1,7})*")
        ? null
        : Arrays.stream(volts.split(";")).mapToInt(Integer::parseInt).min().getAsInt() / 1000.0;
  }

  /** A figure where the text is one, else the text, which the import tells of. */
  private static Object number(String text) {
    double value = text == null ? Double.NaN : NumberText.of(text, false).value();
    return Double.isNaN(value) ? text : (Object) value;
  }
}
