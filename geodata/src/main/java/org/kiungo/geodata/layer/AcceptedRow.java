package org.kiungo.geodata.layer;

import java.util.Map;
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
    Object record, Map<String, String> values, Map<String, String> attributes, Geometry geometry) {}
