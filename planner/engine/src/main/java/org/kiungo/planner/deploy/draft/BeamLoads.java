package org.kiungo.planner.deploy.draft;

import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.options.SkyBeams;

/** What the beams of a draft carry, and by how much they carry too much. */
final class BeamLoads {

  private final AccessOptions options;
  private final SkyBeams beams;
  private final long[] loadBps;
  private long overBps;

  BeamLoads(AccessOptions options, SkyBeams beams) {
    this.options = options;
    this.beams = beams;
    loadBps = new long[beams.count()];
  }

  /** True when the beam of an option, if it has one, carries the option too. */
  boolean hasRoom(int option) {
    return hasRoom(options.beam(option), options.beamLoadBps(option));
  }

  /** True when a beam carries so much more; −1 = one without limit. */
  boolean hasRoom(int beam, long bps) {
    return beam < 0 || loadBps[beam] + bps <= beams.capacityBps(beam);
  }

  /** Σ load over capacity, bit/s. */
  long overBps() {
    return overBps;
  }

  /** Adds load, which may be negative. */
  void add(int beam, long bps) {
    long cap = beams.capacityBps(beam);
    overBps -= Math.max(0, loadBps[beam] - cap);
    loadBps[beam] += bps;
    overBps += Math.max(0, loadBps[beam] - cap);
  }
}
