package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.conflate.ConflatedNetwork.SourceLength;
import org.kiungo.geodata.conflate.Stretches.Stretch;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.NetworkNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Merges several drawings of a fibre network. Lines that only cross are not joined: a crossing is
 * no splice unless a node stands there.
 */
public final class NetworkConflation {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final double toleranceKm;
  private final Plane plane;
  private final LineIndex network = new LineIndex();
  private final List<KeptLine> kept = new ArrayList<>();

  private NetworkConflation(double toleranceKm, Plane plane) {
    this.toleranceKm = toleranceKm;
    this.plane = plane;
  }

  /**
   * A drawing of the network.
   *
   * @param name shown in provenance
   * @param lines in any order
   */
  public record Source(String name, List<FibreLine> lines) {}

  /** A kept stretch and where it must be split. */
  private record KeptLine(
      String source, FibreLine from, LineString path, List<Coordinate> splits) {}

  /**
   * @param sources most trusted drawing first
   * @param nodes places that split lines they stand on
   * @param toleranceKm drawings closer than this are the same cable, &gt; 0
   */
  public static ConflatedNetwork conflate(
      List<Source> sources, List<NetworkNode> nodes, double toleranceKm) {
    if (!(toleranceKm > 0)) {
      throw new IllegalArgumentException("toleranceKm is " + toleranceKm + "; allowed > 0");
    }
    LonLat first =
        sources.stream()
            .flatMap(source -> source.lines().stream())
            .findFirst()
            .map(line -> line.path().get(0))
            .orElse(new LonLat(0, 0));
    return new NetworkConflation(toleranceKm, new Plane(first.lon(), first.lat()))
        .run(sources, nodes);
  }

  private ConflatedNetwork run(List<Source> sources, List<NetworkNode> nodes) {
    double[] drawnKm = new double[sources.size()];
    for (int s = 0; s < sources.size(); s++) {
      for (FibreLine line : sources.get(s).lines()) {
        drawnKm[s] += Plane.lengthKm(line.path());
        add(sources.get(s).name(), line);
      }
    }
    for (NetworkNode node : nodes) {
      splitAt(plane.toPlane(node.location()));
    }
    List<Segment> segments = segments(sources);
    List<SourceLength> lengths = new ArrayList<>();
    for (int s = 0; s < sources.size(); s++) {
      String name = sources.get(s).name();
      double keptKm =
          kept.stream()
              .filter(each -> each.source().equals(name))
              .mapToDouble(each -> Plane.lengthKm(plane.path(each.path())))
              .sum();
      lengths.add(new SourceLength(name, drawnKm[s], keptKm, drawnKm[s] - keptKm));
    }
    return new ConflatedNetwork(segments, lengths);
  }

  private void add(String source, FibreLine line) {
    LineString path = plane.line(line.path());
    if (path.getLength() == 0) {
      return;
    }
    LengthIndexedLine along = new LengthIndexedLine(path);
    List<LineString> added = new ArrayList<>();
    for (Stretch stretch : Stretches.of(path, network, toleranceKm)) {
      if (!stretch.there()) {
        LineString part = (LineString) along.extractLine(stretch.fromKm(), stretch.toKm());
        added.add(joined(part));
      }
    }
    // index only when the whole line is cut, or its parts would hide one another
    for (LineString part : added) {
      network.add(kept.size(), part);
      kept.add(new KeptLine(source, line, part, new ArrayList<>()));
    }
  }

  /** Moves ends that nearly touch the network onto it, splitting what they touch. */
  private LineString joined(LineString part) {
    Coordinate[] at = part.getCoordinates();
    for (int end : new int[] {0, at.length - 1}) {
      Coordinate onto = splitAt(at[end]);
      if (onto != null) {
        at[end] = onto.copy();
      }
    }
    return GEOMETRY.createLineString(at);
  }

  private Coordinate splitAt(Coordinate near) {
    LineIndex.Hit hit = network.nearest(near, 2 * toleranceKm);
    if (hit == null) {
      return null;
    }
    kept.get(hit.line()).splits().add(hit.at());
    return hit.at();
  }

  private List<Segment> segments(List<Source> sources) {
    List<LineIndex> drawings = new ArrayList<>();
    for (Source source : sources) {
      LineIndex index = new LineIndex();
      source.lines().forEach(line -> index.add(0, plane.line(line.path())));
      drawings.add(index);
    }
    List<Segment> segments = new ArrayList<>();
    for (KeptLine each : kept) {
      LengthIndexedLine along = new LengthIndexedLine(each.path());
      double[] cuts = cuts(each, along);
      for (int k = 1; k < cuts.length; k++) {
        LineString path = (LineString) along.extractLine(cuts[k - 1], cuts[k]);
        segments.add(segment(each, segments.size(), path, sources, drawings));
      }
    }
    return segments;
  }

  private double[] cuts(KeptLine each, LengthIndexedLine along) {
    double end = along.getEndIndex();
    // splits within the tolerance of one another, or of an end, are one place
    TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, end));
    for (Coordinate split : each.splits()) {
      double at = along.project(split);
      Double below = cuts.floor(at);
      Double above = cuts.ceiling(at);
      if (at - below > toleranceKm && above - at > toleranceKm) {
        cuts.add(at);
      }
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Segment segment(
      KeptLine each, int number, LineString path, List<Source> sources, List<LineIndex> drawings) {
    SortedSet<String> seenBy = new TreeSet<>(List.of(each.source()));
    LengthIndexedLine along = new LengthIndexedLine(path);
    for (int s = 0; s < sources.size(); s++) {
      int near = 0;
      for (int k = 0; k < 20; k++) {
        Coordinate at = along.extractPoint((k + 0.5) / 20 * along.getEndIndex());
        near += drawings.get(s).nearest(at, toleranceKm) != null ? 1 : 0;
      }
      if (near >= 10) {
        seenBy.add(sources.get(s).name());
      }
    }
    List<LonLat> lonLat = plane.path(path);
    return new Segment(
        each.from().id() + "/" + number,
        lonLat,
        each.from().id(),
        each.source(),
        seenBy,
        each.from().status(),
        Plane.lengthKm(lonLat));
  }
}
