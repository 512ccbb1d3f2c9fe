package org.kiungo.geodata.feed;

import java.util.List;
import org.kiungo.geodata.layer.HazardEffect;
import org.kiungo.geodata.problem.HazardArea;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What areas of hazards mean for sites at places: one that lies in a closed area is closed, and of
 * ratios the highest counts. What the row of a place states goes before.
 */
final class HazardGround {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final STRtree tree = new STRtree();

  private record Zone(HazardEffect effect, PreparedGeometry area) {}

  private HazardGround(List<HazardArea> areas) {
    for (HazardArea each : areas) {
      tree.insert(
          each.area().getEnvelopeInternal(),
          new Zone(each.effect(), PreparedGeometryFactory.prepare(each.area())));
    }
    tree.build();
  }

  /** The places in their order. */
  static List<Settlement> over(List<Settlement> places, List<HazardArea> areas) {
    if (areas.isEmpty()) {
      return places;
    }
    HazardGround ground = new HazardGround(areas);
    return places.stream().map(ground::told).toList();
  }

  /** True where it changes anything. */
  static boolean holds(Settlement place) {
    return place.siteClosed() || place.siteCostRatio() > 1;
  }

  private Settlement told(Settlement place) {
    Geometry at =
        GEOMETRY.createPoint(new Coordinate(place.location().lon(), place.location().lat()));
    boolean closed = place.siteClosed();
    double ratio = 1;
    for (Object each : tree.query(at.getEnvelopeInternal())) {
      Zone zone = (Zone) each;
      if (zone.area.covers(at)) {
        closed |= zone.effect.closed();
        ratio = Math.max(ratio, zone.effect.costRatio());
      }
    }
    boolean stated = !Double.isNaN(place.siteCostRatio());
    Settlement told = closed == place.siteClosed() ? place : place.withSiteClosed(closed);
    return stated || ratio == 1 ? told : told.withSiteCostRatio(ratio);
  }
}
