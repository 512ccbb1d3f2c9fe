package org.kiungo.geodata.problem;

import org.kiungo.geodata.layer.GenerationWords;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground where an operator offers mobile service.
 *
 * @param id stable identity
 * @param generation as its source spells it: 4G, LTE, 3G …; empty when not known
 * @param area in longitude and latitude
 */
public record CoverageArea(String id, String generation, Geometry area) {

  /**
   * Whether the service can reach the standard of 10 Mbps: from the fourth generation on; second
   * and third cannot. Where the source does not say, the area is taken at its word and counts.
   */
  public boolean meetsStandard() {
    return GenerationWords.meetsStandard(generation);
  }

  /** Whether its source says what it offers. */
  public boolean isGenerationKnown() {
    return GenerationWords.isKnown(generation);
  }
}
