package org.kiungo.geodata.settle;

import java.util.List;
import java.util.function.IntConsumer;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.Envelope;

/** The ground of all settlements, found by place: what streaming joins look features up in. */
final class Footprints {

  private final SettlementFootprint[] footprint;
  private final PackedIndex index;

  /**
   * @param leastRadiusKm footprints are widened to this, ≥ 0
   */
  Footprints(List<Settlement> settlements, double leastRadiusKm) {
    footprint = new SettlementFootprint[settlements.size()];
    double[] bounds = new double[4 * footprint.length];
    for (int i = 0; i < footprint.length; i++) {
      SettlementFootprint own = SettlementFootprint.of(settlements.get(i));
      footprint[i] = new SettlementFootprint(own.centre(), Math.max(own.radiusKm(), leastRadiusKm));
      // a hundredth wider, so that no place at its rim is missed by the box
      double lon = 1.01 * footprint[i].degreesLon();
      double lat = 1.01 * footprint[i].degreesLat();
      bounds[4 * i] = own.centre().lon() - lon;
      bounds[4 * i + 1] = own.centre().lat() - lat;
      bounds[4 * i + 2] = own.centre().lon() + lon;
      bounds[4 * i + 3] = own.centre().lat() + lat;
    }
    index = new PackedIndex(bounds, footprint.length);
  }

  SettlementFootprint of(int settlement) {
    return footprint[settlement];
  }

  void touching(Envelope box, IntConsumer found) {
    index.query(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), found);
  }
}
