package org.kiungo.geodata.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A row of a layer that has no record of its own in the planner: a boundary, a road, a school.
 *
 * @param id the input's id, else made from its country and place
 * @param name name shown to users, empty when the source has none
 * @param country ISO 3166-1 alpha-3, empty when not known
 * @param geometry in longitude and latitude, null for indicators
 * @param values declared columns by name, as text (category, generation, year …)
 * @param attributes the other columns, kept and written out again
 */
public record LayerFeature(
    String id,
    String name,
    String country,
    Geometry geometry,
    Map<String, String> values,
    Map<String, String> attributes) {

  public LayerFeature {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** False when its status column says that it is planned, being built or given up. */
  public boolean isInService() {
    return Status.of(values.getOrDefault("status", "")) != Status.PLANNED;
  }
}
