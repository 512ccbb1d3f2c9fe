package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.kiungo.geodata.conflate.Cutting.Kind;
import org.kiungo.geodata.conflate.Cutting.Run;
import org.kiungo.geodata.conflate.NetworkConflation.Part;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Lays the parts that are kept side by side and joins their ends to what is there. */
final class Joining {

  /** Ends nearer than this to a line of their own source are joined to it, km. */
  static final double END_KM = 0.5;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Plane plane;
  private final Question question;
  private final List<Kept> kept = new ArrayList<>();
  private final LineIndex network = new LineIndex();
  private final Function<String, Decision> decisions;

  /**
   * A kept stretch.
   *
   * @param part what it was; of a joint over a gap, what ends there
   * @param splits where it must be split
   */
  record Kept(Part part, LineString path, List<Coordinate> splits, boolean joint) {}

  /**
   * @param drawn of all lines, those of a line next to one another
   */
  Joining(Plane plane, Question question, List<Part> drawn, Function<String, Decision> decisions) {
    this.plane = plane;
    this.question = question;
    this.decisions = decisions;
    List<Part> parts = uncut(drawn, decisions);
    List<Part> instead =
        parts.stream().filter(each -> decided(each, decisions) == Decision.SAME_AS_OTHER).toList();
    for (int p = 0; p < parts.size(); p++) {
      Part part = parts.get(p);
      Decision decision = decided(part, decisions);
      boolean stays =
          part.run().kind() == Kind.OWN
              || decision == Decision.SECOND
              || decision == Decision.SAME_AS_OTHER;
      if (stays) {
        double before = reach(parts, p, p - 1);
        double after = reach(parts, p, p + 1);
        List<LineString> paths =
            decision == Decision.SAME_AS_OTHER
                ? List.of(path(part))
                : without(path(part), instead, part);
        paths.forEach(path -> add(part, path, before, after));
      }
    }
    question.nodes().forEach(node -> splitAt(plane.toPlane(node.location())));
  }

  /** A cable beside another operator's goes on as its line does: the two are spliced nowhere. */
  private static List<Part> uncut(List<Part> parts, Function<String, Decision> decisions) {
    List<Part> uncut = new ArrayList<>();
    for (Part part : parts) {
      boolean beside = isOperators(part) && decided(part, decisions) == Decision.SECOND;
      Part each = beside ? part.own(part.run().fromKm()) : part;
      Part before = uncut.isEmpty() ? null : uncut.get(uncut.size() - 1);
      if (before != null
          && before.line() == each.line()
          && before.run().kind() == Kind.OWN
          && each.run().kind() == Kind.OWN) {
        uncut.set(uncut.size() - 1, each.own(before.run().fromKm()));
      } else {
        uncut.add(each);
      }
    }
    return uncut;
  }

  private static boolean isOperators(Part part) {
    return part.doubt() != null && part.doubt().reason() == Doubt.Reason.OPERATORS;
  }

  private static Decision decided(Part part, Function<String, Decision> decisions) {
    return part.doubt() == null ? null : decisions.apply(part.doubt().id());
  }

  static LineString path(Part part) {
    return (LineString)
        new LengthIndexedLine(part.path()).extractLine(part.run().fromKm(), part.run().toKm());
  }

  /** How far an end may be from what its line goes on along; of the end of a line, 0. */
  private double reach(List<Part> parts, int p, int next) {
    if (next < 0 || next >= parts.size() || parts.get(next).line() != parts.get(p).line()) {
      return 0;
    }
    return Math.max(2 * question.tolerance().km(), 1.1 * parts.get(next).run().farthestKm());
  }

  /** What is left of a path beside stretches whose other drawing is kept in its place. */
  private List<LineString> without(LineString path, List<Part> instead, Part part) {
    List<LineString> left = List.of(path);
    for (Part each : instead) {
      boolean drawnOnce = each.source() == part.source() && !isOperators(each);
      if (each.line() == part.line() || drawnOnce) {
        continue;
      }
      LineIndex index = new LineIndex();
      index.add(0, path(each));
      Tolerance near = Tolerance.of(Math.max(Tolerance.LEAST_KM, 1.05 * each.run().farthestKm()));
      List<LineString> next = new ArrayList<>();
      for (LineString piece : left) {
        LengthIndexedLine along = new LengthIndexedLine(piece);
        double end = 0;
        for (Run run : Cutting.cut(piece, Cutting.Before.of(index), near)) {
          if (run.kind() == Kind.SAME) {
            double[] gone = between(run, along, each);
            if (isOperators(each) && gone[0] - end < question.tolerance().km()) {
              gone[0] = end; // no stump of a line that another is kept for from its end on
            }
            if (isOperators(each) && piece.getLength() - gone[1] < question.tolerance().km()) {
              gone[1] = piece.getLength();
            }
            next.add((LineString) along.extractLine(end, Math.max(end, gone[0])));
            end = gone[1];
          }
        }
        next.add((LineString) along.extractLine(end, Math.max(end, piece.getLength())));
      }
      left = next;
    }
    return left;
  }

  /** The run without what lies beyond the feet of the stretch that is kept instead of it. */
  private static double[] between(Run run, LengthIndexedLine along, Part instead) {
    List<Coordinate> feet = instead.run().feet();
    double[] gone = {run.fromKm(), run.toKm()};
    for (Coordinate foot : List.of(feet.get(0), feet.get(feet.size() - 1))) {
      double at = along.project(foot);
      if (along.extractPoint(at).distance(foot) < Tolerance.OWN_KM) {
        boolean first = at - run.fromKm() < run.toKm() - at;
        gone[first ? 0 : 1] = Math.min(run.toKm(), Math.max(run.fromKm(), at));
      }
    }
    return gone;
  }

  private void add(Part part, LineString path, double beforeKm, double afterKm) {
    if (path.getLength() == 0) {
      return;
    }
    List<Coordinate> at = new ArrayList<>(List.of(path.getCoordinates()));
    join(at, part, beforeKm);
    Collections.reverse(at);
    join(at, part, afterKm);
    Collections.reverse(at);
    LineString whole = GEOMETRY.createLineString(at.toArray(Coordinate[]::new));
    network.add(kept.size(), whole);
    kept.add(new Kept(part, whole, new ArrayList<>(), false));
  }

  /** Leads the first place onto the network, where that is near enough. */
  private void join(List<Coordinate> at, Part part, double reachKm) {
    Coordinate end = at.get(0);
    LineIndex.Hit hit = network.nearest(end, Math.max(reachKm, endKm(end, part)));
    if (hit == null || decisions.apply(spliceId(part, end)) == Decision.SECOND) {
      return;
    }
    kept.get(hit.line()).splits().add(hit.at());
    if (hit.distanceKm() <= END_KM) {
      at.set(0, hit.at().copy());
    } else {
      at.add(0, hit.at().copy());
    }
  }

  /** Id of the doubt whether a line is spliced where it ends. */
  String spliceId(Part part, Coordinate end) {
    LonLat at = plane.toLonLat(end);
    return Doubts.id(name(part), part.line().line().id(), at, at);
  }

  String name(Part part) {
    return question.sources().get(part.source()).name();
  }

  /** The end of a line may lie as far from another source's as drawings differ. */
  private double endKm(Coordinate end, Part part) {
    LineIndex.Hit hit = network.nearest(end, question.tolerance().km());
    boolean foreign = hit != null && kept.get(hit.line()).part().source() != part.source();
    return foreign ? question.tolerance().km() : END_KM;
  }

  /** Splits the line nearest to a place, within the tolerance; tells which. */
  private Kept splitAt(Coordinate near) {
    LineIndex.Hit hit = network.nearest(near, question.tolerance().km());
    if (hit == null) {
      return null;
    }
    kept.get(hit.line()).splits().add(hit.at());
    return kept.get(hit.line());
  }

  /** Joins a loose end over a gap; nothing where that end is not kept. */
  void addJoint(Doubt gap) {
    LineString path = plane.line(gap.otherPath());
    Kept loose = splitAt(path.getCoordinateN(0));
    if (loose != null && splitAt(path.getCoordinateN(1)) != null) {
      kept.add(new Kept(loose.part(), path, new ArrayList<>(), true));
    }
  }

  Plane plane() {
    return plane;
  }

  Question question() {
    return question;
  }

  List<Kept> kept() {
    return Collections.unmodifiableList(kept);
  }

  LineIndex network() {
    return network;
  }
}
