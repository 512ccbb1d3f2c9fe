package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Who is served today, by geometry: the share of a settlement's ground inside coverage areas that
 * reach the standard. The ground is a circle of the settlement's area around its place, people
 * spread evenly over it; without an area it is the place itself. What a settlement's own row states
 * goes before; what is only modelled does not.
 */
public final class CoverageBaseline {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int CORNERS = 64;
  private static final double KM_PER_DEGREE = 111.195; // mean of the sphere of equal volume

  private final STRtree tree = new STRtree();
  private final boolean known;

  /**
   * @param areas valid ones; those below the standard tell nothing about it
   */
  public CoverageBaseline(List<CoverageArea> areas) {
    List<CoverageArea> broad = areas.stream().filter(CoverageArea::meetsStandard).toList();
    for (CoverageArea area : broad) {
      tree.insert(area.area().getEnvelopeInternal(), PreparedGeometryFactory.prepare(area.area()));
    }
    known = !broad.isEmpty();
    tree.build();
  }

  /** The settlements in the same order, shares that are unknown or modelled filled in. */
  List<Settlement> over(List<Settlement> settlements) {
    if (!known) {
      return settlements;
    }
    List<Settlement> filled = new ArrayList<>(settlements.size());
    for (Settlement each : settlements) {
      filled.add(isStated(each) ? each : each.withBaseline(ratio(each)));
    }
    return filled;
  }

  /** How many settlements the areas change nothing of, since their own rows state it. */
  long statedBeside(List<Settlement> settlements) {
    return known ? settlements.stream().filter(CoverageBaseline::isStated).count() : 0;
  }

  private static boolean isStated(Settlement each) {
    return !Double.isNaN(each.baselineCoverageRatio()) && !each.baselineModelled();
  }

  /** Share of a settlement's ground inside the areas, 0–1. */
  public double ratio(Settlement settlement) {
    Geometry ground = ground(settlement);
    if (ground instanceof Point) {
      return found(ground).isEmpty() ? 0 : 1;
    }
    List<Geometry> shares = new ArrayList<>();
    for (PreparedGeometry area : found(ground)) {
      if (area.covers(ground)) {
        return 1;
      }
      shares.add(area.getGeometry().intersection(ground));
    }
    return shares.isEmpty()
        ? 0
        : Math.min(1, UnaryUnionOp.union(shares).getArea() / ground.getArea());
  }

  /** Radius of a settlement's ground, km; 0 for one whose area is not known. */
  static double radiusKm(Settlement settlement) {
    return settlement.areaKm2() > 0 ? Math.sqrt(settlement.areaKm2() / Math.PI) : 0;
  }

  /** The circle of a settlement's area around its place; the place itself without an area. */
  static Geometry ground(Settlement settlement) {
    Coordinate place = new Coordinate(settlement.location().lon(), settlement.location().lat());
    double radiusKm = radiusKm(settlement);
    return radiusKm == 0 ? GEOMETRY.createPoint(place) : circle(place, radiusKm);
  }

  private List<PreparedGeometry> found(Geometry ground) {
    List<PreparedGeometry> found = new ArrayList<>();
    for (Object each : tree.query(ground.getEnvelopeInternal())) {
      PreparedGeometry area = (PreparedGeometry) each;
      if (area.intersects(ground)) {
        found.add(area);
      }
    }
    return found;
  }

  /** A polygon of the circle's own area; degrees of longitude shrink with latitude. */
  private static Polygon circle(Coordinate centre, double radiusKm) {
    double angle = 2 * Math.PI / CORNERS;
    double outer = radiusKm * Math.sqrt(angle / Math.sin(angle));
    double lat = outer / KM_PER_DEGREE;
    double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(centre.y)));
    Coordinate[] ring = new Coordinate[CORNERS + 1];
    for (int k = 0; k < CORNERS; k++) {
      ring[k] =
          new Coordinate(
              centre.x + lon * Math.cos(k * angle), centre.y + lat * Math.sin(k * angle));
    }
    ring[CORNERS] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }
}
