package org.kiungo.geodata.conflate;

import java.util.List;
import java.util.SortedSet;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;

/**
 * One topology out of several sources.
 *
 * @param segments stretches between junctions, nodes and ends, in the order of their sources
 * @param lengths what each source brought, in the order given
 */
public record ConflatedNetwork(List<Segment> segments, List<SourceLength> lengths) {

  public ConflatedNetwork {
    segments = List.copyOf(segments);
    lengths = List.copyOf(lengths);
  }

  /**
   * A stretch of the merged network.
   *
   * @param id the line it was kept from and its place along it
   * @param path at least two places
   * @param lineId line whose drawing was kept
   * @param keptFrom source of that line
   * @param seenBy every source that draws it within the tolerance, {@code keptFrom} included
   * @param status as the kept line says
   * @param lengthKm on the ellipsoid
   */
  public record Segment(
      String id,
      List<LonLat> path,
      String lineId,
      String keptFrom,
      SortedSet<String> seenBy,
      FibreLine.Status status,
      double lengthKm) {}

  /**
   * A source's kilometres on the ellipsoid: drawn = kept + already there.
   *
   * @param source its name
   * @param drawnKm as the source draws them, doubles included
   * @param keptKm in the merged network with this source's drawing
   * @param alreadyThereKm along earlier lines, its own included
   */
  public record SourceLength(String source, double drawnKm, double keptKm, double alreadyThereKm) {}

  /** Kilometres of the merged network. */
  public double lengthKm() {
    return segments.stream().mapToDouble(Segment::lengthKm).sum();
  }
}
