package org.kiungo.planner.deploy.draft;

import org.kiungo.planner.deploy.options.AccessOptions;

/** What the beams of a draft carry, and by how much they carry too much. */
final class BeamLoads {

  private final AccessOptions options;
  private final long[] loadBps;
  private long overBps;

  BeamLoads(AccessOptions options) {
    this.options = options;
    loadBps = new long[options.beams()];
  }

  /** True when the beam of an option, if it has one, carries the option too. */
  boolean hasRoom(int option) {
    int beam = options.beam(option);
    return beam < 0 || loadBps[beam] + options.demandBps(option) <= options.beamBps(beam);
  }

  /** Σ load over capacity, bit/s. */
  long overBps() {
    return overBps;
  }

  /** Adds load, which may be negative. */
  void add(int beam, long bps) {
    long cap = options.beamBps(beam);
    overBps -= Math.max(0, loadBps[beam] - cap);
    loadBps[beam] += bps;
    overBps += Math.max(0, loadBps[beam] - cap);
  }
}
