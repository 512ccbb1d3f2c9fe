package org.kiungo.geodata.conflate;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;

/**
 * One topology out of several sources.
 *
 * @param segments stretches between junctions, nodes and ends, in the order of their sources
 * @param lengths what each source brought, in the order given
 * @param doubts stretches to be decided, longest first, whatever was decided of them
 * @param conflicts where drawings of a segment tell different things of it
 * @param sharedKm kilometres of the network that two sources or more draw within the tolerance
 * @param besideKm kilometres of cables on a road on which another operator's cable counts already
 */
public record ConflatedNetwork(
    List<Segment> segments,
    List<SourceLength> lengths,
    List<Doubt> doubts,
    List<Conflict> conflicts,
    double sharedKm,
    double besideKm) {

  public ConflatedNetwork {
    segments = List.copyOf(segments);
    lengths = List.copyOf(lengths);
    doubts = List.copyOf(doubts);
    conflicts = List.copyOf(conflicts);
  }

  /**
   * A stretch of the merged network.
   *
   * @param id the line it was kept from and its place along it
   * @param path at least two places
   * @param lineId line whose drawing was kept
   * @param keptFrom source of that line; empty for a gap that was decided to be none
   * @param seenBy every source that draws it within the tolerance, {@code keptFrom} included
   * @param status what the most trusted drawing that knows says
   * @param told everything else that is told of it, operator first among it; what the kept line
   *     leaves blank is taken from the next drawing that tells it
   * @param toldBy by column, the source that is believed
   * @param lengthKm on the ellipsoid
   */
  public record Segment(
      String id,
      List<LonLat> path,
      String lineId,
      String keptFrom,
      SortedSet<String> seenBy,
      FibreLine.Status status,
      SortedMap<String, String> told,
      SortedMap<String, String> toldBy,
      double lengthKm) {

    public Segment {
      path = List.copyOf(path);
    }
  }

  /**
   * A source's kilometres on the ellipsoid: drawn = kept + already there + undecided.
   *
   * @param source its name
   * @param drawnKm as the source draws them, doubles included
   * @param keptKm in the merged network with this source's drawing
   * @param alreadyThereKm along earlier lines, its own included, decided to be the same, or a cable
   *     of another operator on the same road
   * @param undecidedKm of doubtful stretches, left out until they are decided
   * @param sharedKm of its lines, doubles once, that another source draws within the tolerance
   */
  public record SourceLength(
      String source,
      double drawnKm,
      double keptKm,
      double alreadyThereKm,
      double undecidedKm,
      double sharedKm) {}

  /** Kilometres of route of the merged network: a road with two operators' cables counts once. */
  public double lengthKm() {
    return segments.stream().mapToDouble(Segment::lengthKm).sum() - besideKm;
  }
}
