package org.kiungo.planner.deploy.places;

import java.util.List;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.ItemDistance;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The existing network as seen from one place: the nearest network node or the nearest point of an
 * operational fibre line, where a tap is set at the foot of the perpendicular. Roots cost nothing
 * up to their limits, so there no place gains from any root but its nearest.
 */
public final class Roots {

  /** Candidates compared by geodesic length; the plane only preselects. */
  private static final int PRESELECTED = 4;

  private final double cosMeanLat;
  private final STRtree tree = new STRtree();
  private int size;

  /** A root: a node's id and place, or a tap's, and the rain there (NaN at taps: not known). */
  public record Root(String id, LonLat location, double rainMmPerHour) {}

  private record Stretch(String id, NetworkNode node, LineSegment segment) {}

  public Roots(PlanningProblem problem, double cosMeanLat) {
    this.cosMeanLat = cosMeanLat;
    for (NetworkNode node : problem.nodes()) {
      Coordinate at = plane(node.location());
      insert(new Stretch(node.id(), node, new LineSegment(at, at)));
    }
    for (FibreLine line : problem.fibreLines()) {
      List<LonLat> path = line.path();
      for (int k = 0; line.operational() && k + 1 < path.size(); k++) {
        insert(
            new Stretch(
                line.id(), null, new LineSegment(plane(path.get(k)), plane(path.get(k + 1)))));
      }
    }
    tree.build();
  }

  private void insert(Stretch stretch) {
    tree.insert(new Envelope(stretch.segment.p0, stretch.segment.p1), stretch);
    size++;
  }

  private Coordinate plane(LonLat p) {
    return new Coordinate(p.lon() * cosMeanLat, p.lat());
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The root nearest to a place by geodesic length.
   *
   * @throws IllegalStateException when {@link #isEmpty()}
   */
  public Root nearest(LonLat place) {
    if (size == 0) {
      throw new IllegalStateException("there is no network to come to");
    }
    Coordinate at = plane(place);
    Stretch query = new Stretch("", null, new LineSegment(at, at));
    ItemDistance distance =
        (ItemBoundable a, ItemBoundable b) ->
            ((Stretch) a.getItem()).segment.distance(((Stretch) b.getItem()).segment);
    Object[] found =
        tree.nearestNeighbour(new Envelope(at), query, distance, Math.min(PRESELECTED, size));
    Root best = null;
    double bestKm = Double.POSITIVE_INFINITY;
    for (Object item : found) {
      Root root = foot((Stretch) item, at);
      double km = place.distanceKm(root.location);
      boolean better =
          km < bestKm || (km == bestKm && (best == null || root.id.compareTo(best.id) < 0));
      best = better ? root : best;
      bestKm = Math.min(bestKm, km);
    }
    return best;
  }

  private Root foot(Stretch stretch, Coordinate at) {
    if (stretch.node != null) {
      return new Root(stretch.node.id(), stretch.node.location(), stretch.node.rainMmPerHour());
    }
    Coordinate c = stretch.segment.closestPoint(at);
    LonLat tap = new LonLat(round(c.x / cosMeanLat), round(c.y));
    return new Root("tap:" + stretch.id + "@" + tap.lon() + "," + tap.lat(), tap, Double.NaN);
  }

  /** To about a metre: enough to build by, and stable in text. */
  private static double round(double degrees) {
    return Math.rint(degrees * 1e5) / 1e5;
  }
}
