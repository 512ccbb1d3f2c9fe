package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.conflate.Joining.Kept;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.planner.model.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Splits kept lines at their junctions and says of each segment who draws it and what is told. */
final class Segmenting {

  private static final int SAMPLES = 20;

  private final Plane plane;
  private final Question question;
  private final Joining joining;
  private final List<LineIndex> drawings = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private double sharedKm;

  Segmenting(Plane plane, Question question, Joining joining, List<Doubt> doubts) {
    this.plane = plane;
    this.question = question;
    this.joining = joining;
    for (Source source : question.sources()) {
      LineIndex index = new LineIndex();
      for (int k = 0; k < source.lines().size(); k++) {
        index.add(k, plane.line(source.lines().get(k).line().path()));
      }
      drawings.add(index);
    }
    for (Doubt each : doubts) {
      same(each);
    }
  }

  /** Where two drawings are decided to be one cable, each source draws what is kept of it. */
  private void same(Doubt doubt) {
    Decision decision = question.decision(doubt.id());
    if (doubt.reason() == Doubt.Reason.GAP || doubt.reason() == Doubt.Reason.SPLICE) {
      return;
    }
    if (decision == Decision.SAME) {
      alsoDraws(doubt.other(), doubt.otherLineId(), doubt.keptPath());
    } else if (decision == Decision.SAME_AS_OTHER) {
      alsoDraws(doubt.kept(), doubt.keptLineId(), doubt.otherPath());
    }
  }

  private void alsoDraws(String source, String lineId, List<LonLat> path) {
    for (int s = 0; s < question.sources().size(); s++) {
      List<DrawnLine> lines = question.sources().get(s).lines();
      for (int k = 0; question.sources().get(s).name().equals(source) && k < lines.size(); k++) {
        if (lines.get(k).line().id().equals(lineId)) {
          drawings.get(s).add(k, plane.line(path));
          return;
        }
      }
    }
  }

  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (Kept each : joining.kept()) {
      LengthIndexedLine along = new LengthIndexedLine(each.path());
      double[] cuts = cuts(each, along);
      for (int k = 1; k < cuts.length; k++) {
        LineString path = (LineString) along.extractLine(cuts[k - 1], cuts[k]);
        segments.add(segment(each, segments.size(), path));
      }
    }
    return segments;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  double sharedKm() {
    return sharedKm;
  }

  private static double[] cuts(Kept each, LengthIndexedLine along) {
    double end = along.getEndIndex();
    // splits within 100 m of one another, or of an end, are one place
    TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, end));
    for (Coordinate split : each.splits()) {
      double at = along.project(split);
      Double below = cuts.floor(at);
      Double above = cuts.ceiling(at);
      if (at - below > Tolerance.OWN_KM && above - at > Tolerance.OWN_KM) {
        cuts.add(at);
      }
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Segment segment(Kept kept, int number, LineString path) {
    List<LonLat> lonLat = plane.path(path);
    double lengthKm = Plane.lengthKm(lonLat);
    int[][] near = near(path);
    sharedKm += lengthKm * shared(near, kept.part().source()) / SAMPLES;
    String id = kept.part().line().line().id() + "/" + number + (kept.joint() ? "/joint" : "");
    Telling telling = new Telling(id, kept.part());
    for (int s = 0; s < near.length; s++) {
      int line = s == kept.part().source() ? LineIndex.NONE : mostOf(near[s]);
      if (s == kept.part().source()) {
        telling.hear(question.sources().get(s).name(), kept.part().line());
      } else if (line != LineIndex.NONE) {
        telling.hear(question.sources().get(s).name(), question.sources().get(s).lines().get(line));
      }
    }
    conflicts.addAll(telling.conflicts());
    return new Segment(
        id,
        lonLat,
        kept.part().line().line().id(),
        kept.joint() ? "" : question.sources().get(kept.part().source()).name(),
        telling.seenBy(),
        telling.status(),
        telling.told(),
        telling.toldBy(),
        lengthKm);
  }

  /**
   * Samples that another source draws too. The beginning of a branch lies near what it begins on
   * and is not drawn twice: what a more trusted source draws counts where it is half of the
   * segment.
   */
  private static int shared(int[][] near, int source) {
    int later = 0;
    int earlier = 0;
    for (int k = 0; k < SAMPLES; k++) {
      boolean byEarlier = false;
      boolean byLater = false;
      for (int s = 0; s < near.length; s++) {
        byEarlier |= s < source && near[s][k] != LineIndex.NONE;
        byLater |= s > source && near[s][k] != LineIndex.NONE;
      }
      earlier += byEarlier ? 1 : 0;
      later += byLater && !byEarlier ? 1 : 0;
    }
    return later + (2 * earlier >= SAMPLES ? earlier : 0);
  }

  /** By source and sample, its line within the tolerance. */
  private int[][] near(LineString path) {
    LengthIndexedLine along = new LengthIndexedLine(path);
    int[][] near = new int[drawings.size()][SAMPLES];
    for (int k = 0; k < SAMPLES; k++) {
      Coordinate at = along.extractPoint((k + 0.5) / SAMPLES * along.getEndIndex());
      for (int s = 0; s < near.length; s++) {
        LineIndex.Hit hit = drawings.get(s).nearest(at, question.tolerance().km());
        near[s][k] = hit == null ? LineIndex.NONE : hit.line();
      }
    }
    return near;
  }

  /** The line of most samples, if half of them have one. */
  private static int mostOf(int[] near) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    int some = 0;
    for (int line : near) {
      if (line != LineIndex.NONE) {
        some++;
        counts.merge(line, 1, Integer::sum);
      }
    }
    int best = LineIndex.NONE;
    for (var each : counts.entrySet()) {
      best = best == LineIndex.NONE || each.getValue() > counts.get(best) ? each.getKey() : best;
    }
    return 2 * some >= near.length ? best : LineIndex.NONE;
  }

  /** Kilometres of a drawing's own course, doubles once, that another draws too. */
  double sharedKm(int source) {
    double km = 0;
    LineIndex before = new LineIndex();
    double step = question.tolerance().stepKm();
    for (DrawnLine each : question.sources().get(source).lines()) {
      LineString path = plane.line(each.line().path());
      LengthIndexedLine along = new LengthIndexedLine(path);
      int steps = Math.max(1, (int) Math.ceil(path.getLength() / step));
      int shared = 0;
      for (int k = 0; k < steps; k++) {
        Coordinate at = along.extractPoint((k + 0.5) * path.getLength() / steps);
        boolean elsewhere = before.nearest(at, Tolerance.OWN_KM) == null;
        for (int s = 0; elsewhere && s < drawings.size(); s++) {
          if (s != source && drawings.get(s).nearest(at, question.tolerance().km()) != null) {
            shared++;
            break;
          }
        }
      }
      km += Plane.lengthKm(each.line().path()) * shared / steps;
      before.add(0, path);
    }
    return km;
  }
}
