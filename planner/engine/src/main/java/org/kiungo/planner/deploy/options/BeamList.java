package org.kiungo.planner.deploy.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.BeamCell;

/**
 * Numbers satellite beams, each a technology over a cell, in the order they are first asked for.
 */
final class BeamList {

  private record Beam(BeamCell cell, int technology) {}

  private final Map<Beam, Integer> index = new HashMap<>();
  private final List<Long> bps = new ArrayList<>();

  /**
   * @param beamBps what the beam carries; the same for all of a cell and technology
   */
  int beam(LonLat at, int technology, long beamBps) {
    return index.computeIfAbsent(
        new Beam(BeamCell.of(at), technology),
        k -> {
          bps.add(beamBps);
          return bps.size() - 1;
        });
  }

  long[] bps() {
    return bps.stream().mapToLong(Long::longValue).toArray();
  }
}
