package org.kiungo.geodata.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
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

  /**
   * Medium voltage, from which a transformer of its own supplies a site, ends here, kV: IEC 60038
   * has systems of up to 35 kV in it. From what carries more nothing branches off but substations.
   */
  private static final double MOST_MEDIUM_KV = 36;

  /** No line carries more, kV; a larger figure is one of volts. */
  private static final double MOST_KV = 1200;

  public LayerFeature {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** All columns by name, declared ones before others of the same name. */
  public Map<String, String> columns() {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(values);
    return all;
  }

  /** Where people are taken to live: a point itself, the centroid or a place inside an area. */
  public static LonLat placeIn(Geometry geometry) {
    Coordinate inside = geometry.getCoordinate();
    if (geometry.getDimension() == 2) {
      Geometry centroid = geometry.getCentroid();
      boolean fits = geometry.isValid() && geometry.contains(centroid);
      inside = fits ? centroid.getCoordinate() : geometry.getInteriorPoint().getCoordinate();
    }
    return new LonLat(inside.x, inside.y);
  }

  /**
   * False when its status column says that it is planned, being built or given up, or says what
   * nobody can read; without a status it is taken to exist.
   */
  public boolean isInService() {
    String status = values.getOrDefault("status", "");
    return status.isBlank() || StatusWords.of(status) == StatusWords.State.WORKS;
  }

  /**
   * True of a power line in service that sites are supplied from, as far as its voltage is told.
   */
  public boolean suppliesSites() {
    return isInService() && !isTransmission(values.getOrDefault("voltageKv", ""));
  }

  /**
   * True where a voltage is that of transmission.
   *
   * @param voltage kV, or V where no line carries so many kV; what is no number is not known
   */
  static boolean isTransmission(String voltage) {
    return voltageKv(voltage) > MOST_MEDIUM_KV;
  }

  /**
   * The lowest voltage that a cell tells: {@code 33}, {@code 63 kV}, {@code 132000;33000}.
   *
   * @return not a number where it tells none
   */
  static double voltageKv(String voltage) {
    return voltageKv(voltage, "");
  }

  /**
   * The same.
   *
   * @param heading may name the unit
   */
  static double voltageKv(String voltage, String heading) {
    return Measure.VOLTAGE_KV.lowest(voltage, heading, MOST_KV);
  }
}
