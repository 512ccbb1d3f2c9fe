package org.kiungo.geodata.layer;

import java.util.Map;
import org.kiungo.planner.model.Tower;
import org.locationtech.jts.geom.Geometry;

/**
 * A row that passed: the planner's record, and what of the file the record has no place for.
 *
 * @param record of the planner, or a {@link LayerFeature}
 * @param values declared columns by name, as text
 * @param attributes the other columns, kept and written out again
 * @param geometry in WGS 84, as the file has it; null without one
 */
public record AcceptedRow(
    Object record, Map<String, String> values, Map<String, String> attributes, Geometry geometry) {

  /** Status of a mast that is planned or being built. */
  public static final String PLANNED = "planned";

  /** Status of a mast of which nobody says whether it works. */
  public static final String UNKNOWN = "unknown";

  /** False of a mast that no plan builds on; other records say so themselves. */
  public boolean isStanding() {
    return !(record instanceof Tower) || isStanding(values.getOrDefault("status", ""));
  }

  /**
   * False of the status of a mast that no plan builds on.
   *
   * @param status as its row keeps it; empty where nobody was asked
   */
  public static boolean isStanding(String status) {
    return !status.equals(PLANNED) && !status.equals(UNKNOWN);
  }
}
