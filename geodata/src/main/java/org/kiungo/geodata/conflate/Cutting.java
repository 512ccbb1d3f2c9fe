package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Cuts a line into runs that earlier lines draw too, runs that may be theirs, and runs of its own.
 * A crossing is no shared run: its shadow on the other line, the path of the nearest places, is
 * short beside it.
 */
final class Cutting {

  /** A shared run throws a shadow of at least this share of its length. */
  private static final double SHADOW = 0.5;

  /** A short one of at least this, so that lines that cross at a small angle stay whole. */
  private static final double SHORT_SHADOW = 0.87;

  /** Runs shorter than so many tolerances are short. */
  static final double SHORT = 4;

  /** A run beside another this many bands long may be the same although it leads away. */
  private static final double LONG = 4;

  private Cutting() {}

  /** What a run is beside earlier lines. */
  enum Kind {
    SAME,
    NEAR,
    OWN
  }

  /**
   * Part of a line.
   *
   * @param fromKm along the line
   * @param toKm along the line
   * @param farthestKm from the other line, 0 for {@link Kind#OWN}
   * @param other the earlier line it runs beside for longest, −1 for none
   * @param feet the nearest places on earlier lines, in order
   * @param shadowKm length of the path of the feet, jumps left out
   */
  record Run(
      Kind kind,
      double fromKm,
      double toKm,
      double farthestKm,
      int other,
      List<Coordinate> feet,
      double shadowKm) {

    double km() {
      return toKm - fromKm;
    }

    double shadow() {
      return shadowKm / km();
    }

    Run as(Kind other) {
      return new Run(other, fromKm, toKm, farthestKm, this.other, feet, shadowKm);
    }
  }

  /**
   * Lines that are cut already.
   *
   * @param own of the same source, of which only doubles are the same
   * @param earlier of more trusted sources
   * @param roads what of these lies on a line of another operator: a further drawing of its
   *     operator is a drawing of it
   * @param foreign whether a line is another operator's: where others are near enough, a line is
   *     one of them
   */
  record Before(LineIndex own, LineIndex earlier, LineIndex roads, IntPredicate foreign) {

    /** Lines of whom nobody says whose they are. */
    static Before of(LineIndex lines) {
      return new Before(new LineIndex(), lines, new LineIndex(), line -> false);
    }

    /** The line that a place lies on or beside, or null. */
    LineIndex.Hit at(Coordinate at, Tolerance tolerance) {
      double ownKm = Math.min(Tolerance.OWN_KM, tolerance.km());
      LineIndex.Hit hit = own.nearest(at, ownKm);
      if (hit != null && foreign.test(hit.line())) {
        LineIndex.Hit better = own.nearest(at, ownKm, foreign);
        hit = better == null ? hit : better;
      }
      if (hit != null && !foreign.test(hit.line())) {
        return hit;
      }
      LineIndex.Hit near = hit == null ? earlier.nearest(at, tolerance.bandKm()) : hit;
      if (near == null || near.distanceKm() > tolerance.km() || !foreign.test(near.line())) {
        return near;
      }
      LineIndex.Hit better = earlier.nearest(at, tolerance.km(), foreign);
      better = better == null ? roads.nearest(at, tolerance.km(), foreign) : better;
      return better == null ? near : better;
    }
  }

  static List<Run> cut(LineString line, Before before, Tolerance tolerance) {
    List<Run> runs = joined(steps(line, before, tolerance));
    double length = line.getLength();
    runs = joined(withoutNoise(runs, tolerance));
    runs = joined(withoutCrossings(runs, tolerance, length));
    runs = joined(withoutSlivers(runs, tolerance));
    return joined(withoutBranches(runs, tolerance));
  }

  private static List<Run> steps(LineString line, Before before, Tolerance tolerance) {
    LengthIndexedLine along = new LengthIndexedLine(line);
    double length = line.getLength();
    int steps = Math.max(1, (int) Math.ceil(length / tolerance.stepKm()));
    double step = length / steps;
    List<Run> runs = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      Coordinate at = along.extractPoint((k + 0.5) * step);
      LineIndex.Hit hit = before.at(at, tolerance);
      if (hit == null) {
        runs.add(new Run(Kind.OWN, k * step, (k + 1) * step, 0, LineIndex.NONE, List.of(), 0));
      } else {
        Kind kind = hit.distanceKm() <= tolerance.km() ? Kind.SAME : Kind.NEAR;
        runs.add(
            new Run(
                kind,
                k * step,
                (k + 1) * step,
                hit.distanceKm(),
                hit.line(),
                List.of(hit.at()),
                0));
      }
    }
    return runs;
  }

  /** Neighbours of one kind become one run. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> result = new ArrayList<>();
    for (int k = 0; k < runs.size(); ) {
      int end = k + 1;
      while (end < runs.size() && runs.get(end).kind() == runs.get(k).kind()) {
        end++;
      }
      result.add(end == k + 1 ? runs.get(k) : joined(runs.get(k).kind(), runs.subList(k, end)));
      k = end;
    }
    return result;
  }

  private static Run joined(Kind kind, List<Run> parts) {
    List<Coordinate> feet = new ArrayList<>();
    Map<Integer, Double> beside = new HashMap<>();
    double shadow = 0;
    double farthest = 0;
    Run before = null;
    for (Run each : parts) {
      shadow += each.shadowKm();
      if (before != null && !each.feet().isEmpty() && !before.feet().isEmpty()) {
        double between = before.feet().get(before.feet().size() - 1).distance(each.feet().get(0));
        double apart = (before.km() / before.feet().size() + each.km() / each.feet().size()) / 2;
        shadow += between <= 3 * apart ? between : 0;
      }
      feet.addAll(each.feet());
      farthest = Math.max(farthest, each.farthestKm());
      if (each.other() >= 0) {
        beside.merge(each.other(), each.km(), Double::sum);
      }
      before = each;
    }
    int other = LineIndex.NONE;
    for (Map.Entry<Integer, Double> each : beside.entrySet()) {
      double best = beside.getOrDefault(other, -1.0);
      boolean first = each.getValue().equals(best) && each.getKey() < other;
      other = each.getValue() > best || first ? each.getKey() : other;
    }
    double from = parts.get(0).fromKm();
    double to = parts.get(parts.size() - 1).toKm();
    return new Run(kind, from, to, farthest, other, feet, shadow);
  }

  /** What crosses is the line's own; what is neither whole nor along anything too. */
  private static List<Run> withoutCrossings(List<Run> runs, Tolerance tolerance, double length) {
    List<Run> result = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      Run run = runs.get(k);
      boolean whole = run.km() >= length;
      boolean isShort = run.km() < SHORT * tolerance.km();
      boolean crosses =
          run.kind() == Kind.SAME && !whole && run.shadow() < (isShort ? SHORT_SHADOW : SHADOW);
      // a line that is near another on both sides of a short crossing does not cross it
      boolean weaves = isShort && between(runs, k, Kind.NEAR) && run.shadow() >= SHADOW;
      boolean passes = run.kind() == Kind.NEAR && run.shadow() < SHADOW;
      result.add(crosses && !weaves || passes ? run.as(Kind.OWN) : run);
    }
    return result;
  }

  private static boolean between(List<Run> runs, int k, Kind kind) {
    return k > 0
        && k < runs.size() - 1
        && runs.get(k - 1).kind() == kind
        && runs.get(k + 1).kind() == kind;
  }

  /** A short run a little beyond the tolerance, within shared ones, is how they are drawn. */
  private static List<Run> withoutNoise(List<Run> runs, Tolerance tolerance) {
    List<Run> result = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      Run run = runs.get(k);
      boolean noise =
          run.kind() == Kind.NEAR
              && run.km() < SHORT * tolerance.km()
              && run.farthestKm() <= 1.5 * tolerance.km()
              && touchesOnly(runs, k, Kind.SAME);
      result.add(noise ? run.as(Kind.SAME) : run);
    }
    return result;
  }

  /** What two shared runs leave between them, shorter than the tolerance, is shared. */
  private static List<Run> withoutSlivers(List<Run> runs, Tolerance tolerance) {
    List<Run> result = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      Run run = runs.get(k);
      boolean sliver =
          run.kind() == Kind.OWN && run.km() < tolerance.km() && between(runs, k, Kind.SAME);
      result.add(sliver ? run.as(Kind.SAME) : run);
    }
    return result;
  }

  private static boolean touchesOnly(List<Run> runs, int k, Kind kind) {
    boolean before = k == 0 || runs.get(k - 1).kind() == kind;
    boolean after = k == runs.size() - 1 || runs.get(k + 1).kind() == kind;
    return before && after && runs.size() > 1;
  }

  /** The near part of a line that leads away is the beginning of a branch. */
  private static List<Run> withoutBranches(List<Run> runs, Tolerance tolerance) {
    List<Run> result = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      Run run = runs.get(k);
      boolean leads =
          k > 0 && runs.get(k - 1).kind() == Kind.OWN
              || k < runs.size() - 1 && runs.get(k + 1).kind() == Kind.OWN;
      boolean branch = run.kind() == Kind.NEAR && leads && run.km() < LONG * tolerance.bandKm();
      result.add(branch ? run.as(Kind.OWN) : run);
    }
    return result;
  }
}
