package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.conflate.Joining.Kept;
import org.kiungo.geodata.conflate.NetworkConflation.Part;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.planner.model.value.LonLat;
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
  private final List<Road> roads = new ArrayList<>();
  private double sharedKm;

  /** Where lines of two operators lie on one another, and where the second of them does. */
  private record Road(Doubt doubt, LineIndex both, LineIndex other) {

    /** Whether the line of a segment is one of the two. */
    boolean isOf(String source, String lineId) {
      return doubt.kept().equals(source) && doubt.keptLineId().equals(lineId)
          || isOther(source, lineId);
    }

    boolean isOther(String source, String lineId) {
      return doubt.other().equals(source) && doubt.otherLineId().equals(lineId);
    }
  }

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
      if (each.reason() == Doubt.Reason.OPERATORS) {
        LineIndex other = new LineIndex();
        other.add(0, plane.line(each.otherPath()));
        LineIndex both = new LineIndex();
        both.add(0, plane.line(each.otherPath()));
        both.add(0, plane.line(each.keptPath()));
        roads.add(new Road(each, both, other));
      }
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
    Coordinate[] samples = samples(path);
    int[][] near = near(samples);
    int source = kept.part().source();
    DrawnLine line = kept.part().line();
    List<Road> along = along(kept.part(), samples);
    boolean[] beside = beside(kept.part(), samples);
    sharedKm += lengthKm * shared(near, source, beside) / SAMPLES;
    String id = line.line().id() + "/" + number + (kept.joint() ? "/joint" : "");
    Telling telling = new Telling(id, kept.part());
    boolean alone = along.stream().anyMatch(each -> question.isBeside(each.doubt()));
    for (int s = 0; s < near.length; s++) {
      int other = s == source ? LineIndex.NONE : mostOf(near[s]);
      if (s == source) {
        telling.hear(question.sources().get(s).name(), line);
      } else if (other != LineIndex.NONE) {
        DrawnLine heard = question.sources().get(s).lines().get(other);
        if (!alone || !Operators.differ(line.line().operator(), heard.line().operator())) {
          telling.hear(question.sources().get(s).name(), heard);
        }
      }
    }
    for (Road each : along) {
      if (!question.isBeside(each.doubt())) {
        telling.name(each.doubt().kept(), each.doubt().keptOperator());
        telling.name(each.doubt().other(), each.doubt().otherOperator());
      }
    }
    conflicts.addAll(telling.conflicts());
    return new Segment(
        id,
        lonLat,
        line.line().id(),
        kept.joint() ? "" : question.sources().get(source).name(),
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
  private static int shared(int[][] near, int source, boolean[] beside) {
    int later = 0;
    int earlier = 0;
    for (int k = 0; k < SAMPLES; k++) {
      if (beside[k]) {
        continue; // the road is counted with the other cable
      }
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

  private static Coordinate[] samples(LineString path) {
    LengthIndexedLine along = new LengthIndexedLine(path);
    Coordinate[] samples = new Coordinate[SAMPLES];
    for (int k = 0; k < SAMPLES; k++) {
      samples[k] = along.extractPoint((k + 0.5) / SAMPLES * along.getEndIndex());
    }
    return samples;
  }

  /** The roads of two operators, one of them the line's, along which half of a segment lies. */
  private List<Road> along(Part part, Coordinate[] samples) {
    List<Road> along = new ArrayList<>();
    for (Road road : roads) {
      if (road.isOf(joining.name(part), part.line().line().id())) {
        int on = 0;
        for (Coordinate at : samples) {
          on += road.both().nearest(at, question.tolerance().km()) == null ? 0 : 1;
        }
        if (2 * on >= SAMPLES) {
          along.add(road);
        }
      }
    }
    return along;
  }

  /** Samples of a cable that lie beside another operator's, which counts. */
  private boolean[] beside(Part part, Coordinate[] samples) {
    boolean[] beside = new boolean[SAMPLES];
    for (Road road : roads) {
      if (question.isBeside(road.doubt())
          && road.isOther(joining.name(part), part.line().line().id())) {
        for (int k = 0; k < SAMPLES; k++) {
          beside[k] |= road.other().nearest(samples[k], question.tolerance().km()) != null;
        }
      }
    }
    return beside;
  }

  /** By source and sample, its line within the tolerance. */
  private int[][] near(Coordinate[] samples) {
    int[][] near = new int[drawings.size()][SAMPLES];
    for (int k = 0; k < SAMPLES; k++) {
      for (int s = 0; s < near.length; s++) {
        LineIndex.Hit hit = drawings.get(s).nearest(samples[k], question.tolerance().km());
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
