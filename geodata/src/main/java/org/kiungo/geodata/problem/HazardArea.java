package org.kiungo.geodata.problem;

import org.kiungo.geodata.layer.HazardEffect;
import org.kiungo.geodata.layer.LayerFeature;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground that floods, a season or something else makes worse to build on.
 *
 * @param effect what it means for new sites
 * @param area in longitude and latitude
 */
public record HazardArea(HazardEffect effect, Geometry area) {

  /** Of a row that its import accepted; one that says nothing usable changes nothing. */
  public static HazardArea of(LayerFeature row) {
    HazardEffect effect =
        HazardEffect.of(
                row.values().getOrDefault("effect", ""), row.values().getOrDefault("costRatio", ""))
            .orElse(new HazardEffect(false, 1));
    return new HazardArea(effect, row.geometry());
  }
}
