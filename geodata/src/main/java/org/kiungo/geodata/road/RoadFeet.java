package org.kiungo.geodata.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where places come to roads: the nearest point of a road near enough, or a place on the same road
 * that is so near along it that another would only be one more.
 */
final class RoadFeet {

  /** A road farther away does not matter to a place, km. */
  private static final double NEAR_KM = 5;

  /** Feet stand no closer than this along a road, km. */
  private static final double APART_KM = 2;

  private record Piece(int road, int step, LineSegment segment) {}

  /** A place on a road: how far along, after which of its points, and where. */
  private record Foot(double km, int step, LonLat place) {}

  private final List<List<LonLat>> roads;
  private final RoadPlane plane;
  private final STRtree pieces = new STRtree();

  /** Along each road, km to each of its points. */
  private final List<double[]> alongKm = new ArrayList<>();

  private final List<List<Foot>> feet = new ArrayList<>();
  private final Set<LonLat> kept = new HashSet<>();

  RoadFeet(List<List<LonLat>> roads, RoadPlane plane) {
    this.roads = roads;
    this.plane = plane;
    for (int r = 0; r < roads.size(); r++) {
      List<LonLat> path = roads.get(r);
      double[] along = new double[path.size()];
      for (int k = 1; k < path.size(); k++) {
        LineSegment segment = new LineSegment(plane.of(path.get(k - 1)), plane.of(path.get(k)));
        along[k] = along[k - 1] + segment.getLength();
        pieces.insert(new Envelope(segment.p0, segment.p1), new Piece(r, k - 1, segment));
      }
      alongKm.add(along);
      feet.add(new ArrayList<>());
    }
    pieces.build();
  }

  /** Sets the foot of a place, if a road is near; places that matter most come first. */
  void add(LonLat place) {
    Coordinate at = plane.of(place);
    Envelope around = new Envelope(at);
    around.expandBy(NEAR_KM);
    Piece best = null;
    double bestKm = Double.POSITIVE_INFINITY;
    for (Object each : pieces.query(around)) {
      Piece piece = (Piece) each;
      double km = piece.segment.distance(at);
      boolean same = km == bestKm && best != null;
      boolean earlier =
          same && (piece.road < best.road || piece.road == best.road && piece.step < best.step);
      if (km <= NEAR_KM && (km < bestKm || earlier)) {
        best = piece;
        bestKm = km;
      }
    }
    if (best != null) {
      keep(best, best.segment.closestPoint(at));
    }
  }

  private void keep(Piece piece, Coordinate at) {
    double[] along = alongKm.get(piece.road);
    double km = along[piece.step] + piece.segment.p0.distance(at);
    List<LonLat> path = roads.get(piece.road);
    if (km <= APART_KM && km <= along[along.length - 1] - km) {
      kept.add(path.get(0));
    } else if (along[along.length - 1] - km <= APART_KM) {
      kept.add(path.get(path.size() - 1));
    } else if (feet.get(piece.road).stream().allMatch(f -> Math.abs(f.km - km) > APART_KM)) {
      LonLat foot = plane.place(at);
      feet.get(piece.road).add(new Foot(km, piece.step, foot));
      kept.add(foot);
    }
  }

  /** Feet, and junctions that stand for some. */
  Set<LonLat> kept() {
    return Set.copyOf(kept);
  }

  /** The roads cut at their feet. */
  List<List<LonLat>> cut() {
    List<List<LonLat>> cut = new ArrayList<>();
    for (int r = 0; r < roads.size(); r++) {
      List<Foot> sorted = new ArrayList<>(feet.get(r));
      sorted.sort(Comparator.comparingDouble(Foot::km));
      List<LonLat> path = roads.get(r);
      List<LonLat> piece = new ArrayList<>(List.of(path.get(0)));
      int next = 0;
      for (int k = 1; k < path.size(); k++) {
        for (; next < sorted.size() && sorted.get(next).step == k - 1; next++) {
          put(piece, sorted.get(next).place);
          cut.add(piece);
          piece = new ArrayList<>(List.of(sorted.get(next).place));
        }
        put(piece, path.get(k));
      }
      cut.add(piece);
    }
    cut.removeIf(each -> each.size() < 2);
    return cut;
  }

  private static void put(List<LonLat> path, LonLat place) {
    if (!path.get(path.size() - 1).equals(place)) {
      path.add(place);
    }
  }
}
