package org.kiungo.geodata.problem;

import java.util.Map;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.GenerationWords;
import org.kiungo.geodata.layer.SpeedTiles;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground where an operator offers mobile service, or where users measured some.
 *
 * @param id stable identity
 * @param generation as its source spells it: 4G, LTE, 3G …; empty when not known
 * @param area in longitude and latitude
 * @param measured what tests there gave; null for ground that nobody measured
 */
public record CoverageArea(String id, String generation, Geometry area, Measured measured) {

  /**
   * Speed tests on a tile.
   *
   * @param downloadKbps their mean, &ge; 0; NaN when it cannot be read
   * @param tests how many were taken, at least one
   */
  public record Measured(double downloadKbps, long tests) {

    /** Whether they are so fast that broadband serves the tile; slower ones say nothing. */
    public boolean isBroad() {
      return downloadKbps >= SpeedTiles.LEAST_KBPS;
    }
  }

  /** Ground that nobody measured. */
  public CoverageArea(String id, String generation, Geometry area) {
    this(id, generation, area, null);
  }

  /**
   * Of a row.
   *
   * @param columns every column of its file, and {@code generation}
   */
  public static CoverageArea of(String id, Map<String, ?> columns, Geometry area) {
    Object generation = columns.get("generation");
    return new CoverageArea(
        id,
        generation == null ? "" : generation.toString(),
        area,
        SpeedTiles.is(columns.keySet())
            ? new Measured(
                number(columns.get(SpeedTiles.DOWNLOAD_KBPS)), // and of a test at least
                (long) Math.max(1, number(columns.get(SpeedTiles.TESTS))))
            : null);
  }

  private static double number(Object cell) {
    return NumberText.of(cell, false).value();
  }

  /** Whether it is known by tests alone, which tell where service is and never where it is not. */
  public boolean isMeasured() {
    return measured != null;
  }

  /**
   * Whether the service can reach the standard of 10 Mbps: from the fourth generation on; second
   * and third cannot. Where the source does not say, the area is taken at its word and counts.
   * Tests say that there is some service, not who has it.
   */
  public boolean meetsStandard() {
    return measured == null && GenerationWords.meetsStandard(generation);
  }

  /** Whether its source says what it offers, or what was measured. */
  public boolean isGenerationKnown() {
    return measured != null || GenerationWords.isKnown(generation);
  }
}
