package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.conflate.ConflatedNetwork.SourceLength;
import org.kiungo.geodata.conflate.Cutting.Kind;
import org.kiungo.geodata.conflate.Cutting.Run;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.LineString;

/**
 * Merges several drawings of a fibre network. Lines that only cross are not joined: a crossing is
 * no splice unless a node stands there. Lines of one source are taken as it draws them; only its
 * own doubles are left out.
 */
public final class NetworkConflation {

  /** Lines of different operators on one another for less than this are no question, km. */
  private static final double ROAD_KM = 1;

  private final Question question;
  private final Plane plane;
  private final List<Part> parts = new ArrayList<>();

  private NetworkConflation(Question question) {
    this.question = question;
    LonLat first =
        question.sources().stream()
            .flatMap(source -> source.lines().stream())
            .findFirst()
            .map(each -> each.line().path().get(0))
            .orElse(new LonLat(0, 0));
    this.plane = Plane.around(first);
  }

  /**
   * A drawing of the network.
   *
   * @param name shown in provenance, of one source only
   * @param lines in any order
   */
  public record Source(String name, List<DrawnLine> lines) {
    public Source {
      lines = List.copyOf(lines);
    }
  }

  /** A place with a name, to say where a stretch lies and what it passes. */
  public record Place(String name, LonLat at) {}

  /**
   * What is to be merged.
   *
   * @param sources most trusted drawing first, each name once
   * @param nodes places that split lines they stand on
   * @param tolerance how far apart drawings of one cable may lie
   * @param places by which stretches are named
   * @param decisions by the id of a doubt; what is not there is to be decided later
   */
  public record Question(
      List<Source> sources,
      List<NetworkNode> nodes,
      Tolerance tolerance,
      List<Place> places,
      Map<String, Decision> decisions) {

    public Question {
      sources = List.copyOf(sources);
      nodes = List.copyOf(nodes);
      places = List.copyOf(places);
      decisions = Map.copyOf(decisions);
      if (sources.stream().map(Source::name).distinct().count() < sources.size()) {
        throw new InputRefused(
            "conflate.sourceTwice",
            "names",
            String.join(", ", sources.stream().map(Source::name).toList()));
      }
    }

    Decision decision(String doubtId) {
      return decisions.getOrDefault(doubtId, Decision.LATER);
    }

    /** Whether it is decided that two operators have a cable each on one road. */
    boolean isBeside(Doubt doubt) {
      return doubt != null
          && doubt.reason() == Doubt.Reason.OPERATORS
          && decision(doubt.id()) == Decision.SECOND;
    }
  }

  /**
   * A run of a line, with the doubt it is, if it is one.
   *
   * @param source its number
   * @param path of the whole line on the plane
   */
  record Part(int source, DrawnLine line, LineString path, Run run, Doubt doubt) {

    /** The same from a place on, as a run of its own. */
    Part own(double fromKm) {
      Run whole = new Run(Kind.OWN, fromKm, run.toKm(), 0, LineIndex.NONE, List.of(), 0);
      return new Part(source, line, path, whole, null);
    }

    /**
     * Whether it lies on a line of another operator for longer than lines that meet or cross do.
     *
     * @param parts all, by their number
     */
    boolean isOfAnother(List<Part> parts, Tolerance tolerance) {
      boolean along = run.km() >= Math.max(Cutting.SHORT * tolerance.km(), ROAD_KM);
      return run.kind() == Kind.SAME
          && along
          && run.other() != LineIndex.NONE
          && Operators.differ(
              line.line().operator(), parts.get(run.other()).line().line().operator());
    }
  }

  /** Merges as decided; doubts are those of the drawings, whatever was decided. */
  public static ConflatedNetwork conflate(Question question) {
    return conflate(question, done -> {});
  }

  /**
   * The same.
   *
   * @param done hears what share of it is done, 0–1: of the lines that are compared, which takes
   *     half of the time, then of the steps that follow
   */
  public static ConflatedNetwork conflate(Question question, DoubleConsumer done) {
    return new NetworkConflation(question).run(done);
  }

  private ConflatedNetwork run(DoubleConsumer done) {
    double[] drawnKm = new double[question.sources().size()];
    read(drawnKm, share -> done.accept(share / 2));
    Doubts named = new Doubts(plane, question);
    parts.replaceAll(
        part ->
            new Part(part.source(), part.line(), part.path(), part.run(), named.of(part, parts)));
    List<Doubt> doubts = new ArrayList<>();
    parts.stream().map(Part::doubt).filter(each -> each != null).forEach(doubts::add);
    List<Doubt> gaps = Gaps.of(new Joining(plane, question, parts, id -> Decision.LATER), named);
    doubts.addAll(gaps);
    done.accept(0.7);
    doubts.sort(
        Comparator.comparingDouble((Doubt each) -> -each.lengthKm()).thenComparing(Doubt::id));
    Joining joining = new Joining(plane, question, parts, question::decision);
    gaps.stream().filter(each -> joins(question.decision(each.id()))).forEach(joining::addJoint);
    Segmenting segmenting = new Segmenting(plane, question, joining, doubts);
    List<Segment> segments = segmenting.segments();
    done.accept(0.85);
    return new ConflatedNetwork(
        segments,
        lengths(drawnKm, segments, doubts, segmenting),
        doubts,
        segmenting.conflicts(),
        segmenting.sharedKm(),
        question.sources().stream().mapToDouble(each -> besideKm(each.name(), doubts)).sum());
  }

  private static boolean joins(Decision decision) {
    return decision == Decision.SAME || decision == Decision.SAME_AS_OTHER;
  }

  /** Cuts every line beside those of more trusted sources. */
  private void read(double[] drawnKm, DoubleConsumer done) {
    int all = question.sources().stream().mapToInt(each -> each.lines().size()).sum();
    int read = 0;
    LineIndex earlier = new LineIndex();
    LineIndex roads = new LineIndex();
    for (int s = 0; s < question.sources().size(); s++) {
      LineIndex own = new LineIndex();
      int first = parts.size();
      for (DrawnLine line : question.sources().get(s).lines()) {
        drawnKm[s] += Plane.lengthKm(line.line().path());
        done.accept((double) read++ / all);
        LineString path = plane.line(line.line().path());
        if (path.getLength() == 0) {
          continue;
        }
        int from = parts.size();
        Map<Integer, Boolean> foreign = new HashMap<>();
        IntPredicate isForeign = p -> foreign.computeIfAbsent(p, k -> isOfAnother(line, k));
        Cutting.Before before = new Cutting.Before(own, earlier, roads, isForeign);
        for (Run run : Cutting.cut(path, before, question.tolerance())) {
          parts.add(new Part(s, line, path, run, null));
        }
        // index only when the whole line is cut, or its parts would hide one another
        for (int p = from; p < parts.size(); p++) {
          if (parts.get(p).run().kind() == Kind.OWN) {
            own.add(p, Joining.path(parts.get(p)));
          }
        }
      }
      for (int p = first; p < parts.size(); p++) {
        if (parts.get(p).run().kind() != Kind.SAME) {
          earlier.add(p, Joining.path(parts.get(p)));
        } else if (parts.get(p).isOfAnother(parts, question.tolerance())) {
          roads.add(p, Joining.path(parts.get(p)));
        }
      }
    }
  }

  private boolean isOfAnother(DrawnLine line, int p) {
    return Operators.differ(line.line().operator(), parts.get(p).line().line().operator());
  }

  /** Kilometres of a source along a road on which the cable of another operator counts already. */
  private double besideKm(String source, List<Doubt> doubts) {
    return doubts.stream()
        .filter(each -> question.isBeside(each) && each.other().equals(source))
        .mapToDouble(Doubt::lengthKm)
        .sum();
  }

  private List<SourceLength> lengths(
      double[] drawnKm, List<Segment> segments, List<Doubt> doubts, Segmenting segmenting) {
    Map<String, Double> kept = new HashMap<>();
    segments.forEach(each -> kept.merge(each.keptFrom(), each.lengthKm(), Double::sum));
    List<SourceLength> lengths = new ArrayList<>();
    for (int s = 0; s < drawnKm.length; s++) {
      String name = question.sources().get(s).name();
      double undecided = 0;
      for (Part part : parts) {
        if (part.source() == s
            && part.doubt() != null
            && part.doubt().reason() != Doubt.Reason.OPERATORS
            && question.decision(part.doubt().id()) == Decision.LATER) {
          undecided += part.doubt().lengthKm();
        }
      }
      double keptKm = kept.getOrDefault(name, 0.0) - besideKm(name, doubts);
      lengths.add(
          new SourceLength(
              name,
              drawnKm[s],
              keptKm,
              drawnKm[s] - keptKm - undecided,
              undecided,
              segmenting.sharedKm(s)));
    }
    return lengths;
  }
}
