package org.kiungo.geodata.feed;

import org.kiungo.planner.model.FibreLine;

/**
 * Lines of fibre. One of which nobody knows whether it works takes no place from one of which it is
 * known: it may not count in a plan, and what works would be lost with it.
 */
final class FibreGround implements Ground<FibreLine> {

  private final LineGround<FibreLine> all = new LineGround<>(FibreLine::path);
  private final LineGround<FibreLine> known = new LineGround<>(FibreLine::path);

  @Override
  public void add(FibreLine line) {
    all.add(line);
    if (line.status() != FibreLine.Status.UNKNOWN) {
      known.add(line);
    }
  }

  @Override
  public boolean covers(FibreLine line) {
    return (line.status() == FibreLine.Status.UNKNOWN ? all : known).covers(line);
  }
}
