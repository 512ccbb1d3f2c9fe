package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import org.kiungo.planner.model.value.LonLat;

/**
 * An existing mast that a new access site can reuse for less.
 *
 * @param id stable identity
 * @param location where it stands
 * @param country ISO 3166-1 alpha-3
 * @param heightM above ground; NaN when not known
 * @param operator owner, empty when not known
 * @param rainMmPerHour rain rate exceeded in 0.01 % of an average year; NaN when not known
 */
@RecordBuilder
public record Tower(
    String id,
    LonLat location,
    @Initializer(source = Unset.class, value = "TEXT") String country,
    @Initializer(source = Unset.class, value = "NUMBER") double heightM,
    @Initializer(source = Unset.class, value = "TEXT") String operator,
    @Initializer(source = Unset.class, value = "NUMBER") double rainMmPerHour)
    implements TowerBuilder.With {

  /** How the identity of a mast ends that no source names, after that of the place it covers. */
  public static final String ASSUMED = "_mast";

  /**
   * True of a mast that no source names: the model of today's coverage has it where people are
   * covered. Nothing but its place is known of it.
   */
  public boolean assumed() {
    return id.endsWith(ASSUMED) && operator.isEmpty() && Double.isNaN(heightM);
  }
}
