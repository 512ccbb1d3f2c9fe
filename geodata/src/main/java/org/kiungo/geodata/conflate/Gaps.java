package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.conflate.Doubt.Reason;
import org.kiungo.geodata.conflate.Joining.Kept;
import org.kiungo.geodata.conflate.NetworkConflation.Part;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Ends that stop a little short of another line, or of the place where it meets others. */
final class Gaps {

  /** Ends farther away than this from another line are taken for true ends, km. */
  static final double WITHIN_KM = 5;

  /** A line shorter than so many gaps that hangs on the other line already is no case. */
  private static final double HANGS = 3;

  /** What is joined lies on one another, km. */
  private static final double ON_KM = 0.01;

  private final Joining joining;
  private final List<Kept> kept;
  private final List<Coordinate> nodes = new ArrayList<>();

  private Gaps(Joining joining) {
    this.joining = joining;
    this.kept = joining.kept();
    joining.question().nodes().forEach(node -> nodes.add(joining.plane().toPlane(node.location())));
  }

  static List<Doubt> of(Joining joining, Doubts names) {
    Gaps gaps = new Gaps(joining);
    List<Doubt> found = new ArrayList<>();
    for (int k = 0; k < gaps.kept.size(); k++) {
      for (int end = 0; end < 2; end++) {
        Doubt gap = gaps.at(k, end == 0);
        if (gap != null && found.stream().noneMatch(other -> same(other, gap))) {
          found.add(names.named(gap));
        }
      }
    }
    return found;
  }

  private Doubt at(int k, boolean first) {
    Kept line = kept.get(k);
    Coordinate end = ends(line).get(first ? 0 : 1);
    LineIndex.Hit hit = joining.network().nearest(end, WITHIN_KM, k);
    if (hit == null) {
      return null;
    }
    Kept other = kept.get(hit.line());
    if (hit.distanceKm() <= ON_KM) {
      return splice(k, first, hit.line());
    }
    boolean loose =
        hit.distanceKm() > Joining.END_KM
            && line.splits().stream().noneMatch(at -> at.distance(end) < ON_KM)
            && !hangs(line, hit, other);
    return loose ? doubt(Reason.GAP, line, other, end, hit.at(), id(line, end, hit.at())) : null;
  }

  /** A line that ends on the middle of another of its source, near where that meets others. */
  private Doubt splice(int k, boolean first, int on) {
    Part part = kept.get(k).part();
    Kept other = kept.get(on);
    boolean lineEnds =
        first ? part.run().fromKm() == 0 : part.run().toKm() >= part.path().getLength();
    if (!lineEnds || other.part().source() != part.source()) {
      return null;
    }
    Coordinate end = ends(kept.get(k)).get(first ? 0 : 1);
    Coordinate meeting = null;
    for (Coordinate each : meetings(k)) {
      double km = each.distance(end);
      if (km <= Joining.END_KM) {
        return null;
      }
      boolean nearer = meeting == null || km < meeting.distance(end);
      if (km <= WITHIN_KM && nearer && on(other, each) <= Joining.END_KM) {
        meeting = each;
      }
    }
    if (meeting == null) {
      return null;
    }
    Coordinate drawn = ends(Joining.path(part)).get(first ? 0 : 1);
    return doubt(Reason.SPLICE, kept.get(k), other, end, meeting, joining.spliceId(part, drawn));
  }

  /** Nodes, and ends of other lines. */
  private List<Coordinate> meetings(int but) {
    List<Coordinate> all = new ArrayList<>(nodes);
    for (int k = 0; k < kept.size(); k++) {
      if (k != but) {
        all.addAll(ends(kept.get(k)));
      }
    }
    return all;
  }

  private static double on(Kept line, Coordinate at) {
    return line.path().distance(line.path().getFactory().createPoint(at));
  }

  private static List<Coordinate> ends(Kept line) {
    return ends(line.path());
  }

  private static List<Coordinate> ends(LineString path) {
    return List.of(path.getCoordinateN(0), path.getCoordinateN(path.getNumPoints() - 1));
  }

  /** A short line that is joined to the other by its other end. */
  private static boolean hangs(Kept line, LineIndex.Hit hit, Kept other) {
    return line.path().getLength() < HANGS * hit.distanceKm()
        && ends(line).stream().anyMatch(end -> on(other, end) < ON_KM);
  }

  private String id(Kept line, Coordinate end, Coordinate to) {
    Part part = line.part();
    return Doubts.id(
        joining.name(part),
        part.line().line().id(),
        joining.plane().toLonLat(end),
        joining.plane().toLonLat(to));
  }

  private Doubt doubt(
      Reason reason, Kept line, Kept other, Coordinate end, Coordinate reached, String id) {
    LonLat from = joining.plane().toLonLat(end);
    LonLat to = joining.plane().toLonLat(reached);
    double km = from.distanceKm(to);
    return new Doubt(
        id,
        reason,
        joining.name(other.part()),
        other.part().line().line().id(),
        joining.name(line.part()),
        line.part().line().line().id(),
        List.of(to, to),
        List.of(from, to),
        km,
        km,
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /** Two ends that miss one another are one gap. */
  private static boolean same(Doubt one, Doubt other) {
    LonLat end = one.otherPath().get(0);
    LonLat reached = one.otherPath().get(1);
    return end.distanceKm(other.otherPath().get(1)) < Joining.END_KM
            && reached.distanceKm(other.otherPath().get(0)) < Joining.END_KM
        || one.reason() == Reason.GAP && end.distanceKm(other.otherPath().get(0)) < Joining.END_KM;
  }
}
