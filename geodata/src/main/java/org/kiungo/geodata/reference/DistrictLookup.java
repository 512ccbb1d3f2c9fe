package org.kiungo.geodata.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Which district holds a place: a tree of boxes, then an indexed point-in-polygon test (logarithmic
 * in the vertices). Safe for many threads.
 */
final class DistrictLookup {

  private static final double KM_PER_DEGREE = 111.195;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final STRtree tree = new STRtree();

  private record Indexed(
      int order,
      District district,
      IndexedPointInAreaLocator locator,
      IndexedFacetDistance border,
      PreparedGeometry ground) {

    boolean holds(Coordinate place) {
      synchronized (locator) { // the locator builds its index on first use
        return locator.locate(place) != Location.EXTERIOR;
      }
    }

    boolean touches(Geometry shape) {
      synchronized (ground) { // the same of its segments
        return ground.intersects(shape);
      }
    }

    double borderDegrees(Point place) {
      synchronized (border) {
        return border.distance(place);
      }
    }
  }

  DistrictLookup(List<District> districts) {
    int order = 0;
    for (District district : districts) {
      tree.insert(
          district.shape().getEnvelopeInternal(),
          new Indexed(
              order++,
              district,
              new IndexedPointInAreaLocator(district.shape()),
              new IndexedFacetDistance(district.shape()),
              PreparedGeometryFactory.prepare(district.shape())));
    }
    tree.build();
  }

  /**
   * The district that holds a place, else the nearest one within a tolerance.
   *
   * @param toleranceKm how far outside still counts, because coasts and borders are simplified
   */
  Optional<District> find(LonLat place, double toleranceKm) {
    Coordinate at = new Coordinate(place.lon(), place.lat());
    Optional<Indexed> inside =
        query(new Envelope(at))
            .filter(d -> d.holds(at))
            .min(Comparator.comparingInt(Indexed::order));
    if (inside.isPresent() || toleranceKm <= 0) {
      return inside.map(Indexed::district);
    }
    return nearest(place, toleranceKm);
  }

  /** True when some district and a shape have a point in common. */
  boolean touches(Geometry shape) {
    return query(shape.getEnvelopeInternal()).anyMatch(each -> each.touches(shape));
  }

  private Optional<District> nearest(LonLat place, double toleranceKm) {
    double latDegrees = toleranceKm / KM_PER_DEGREE;
    double lonDegrees = latDegrees / StrictMath.cos(StrictMath.toRadians(place.lat()));
    Envelope around = new Envelope(new Coordinate(place.lon(), place.lat()));
    around.expandBy(lonDegrees, latDegrees);
    Point point = GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat()));
    return query(around)
        .map(d -> new Near(d, d.borderDegrees(point)))
        .filter(n -> n.degrees <= latDegrees)
        .min(Comparator.comparingDouble(Near::degrees).thenComparingInt(n -> n.district.order))
        .map(n -> n.district.district);
  }

  private record Near(Indexed district, double degrees) {}

  @SuppressWarnings("unchecked")
  private Stream<Indexed> query(Envelope box) {
    return ((List<Indexed>) tree.query(box)).stream();
  }
}
