package org.kiungo.geodata.store;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a dataset version.
 *
 * @param id unique within its version; versions are compared by it
 * @param geometry WGS 84 longitude and latitude; null when the row has none
 * @param attributes column name to String, Long, Double, Boolean or null, in the file's order
 */
public record StoredFeature(String id, Geometry geometry, Map<String, Object> attributes) {}
