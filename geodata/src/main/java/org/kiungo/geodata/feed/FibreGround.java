package org.kiungo.geodata.feed;

import java.util.EnumMap;
import java.util.Map;
import org.kiungo.planner.model.FibreLine;

/**
 * Lines of fibre. A line takes no place from one of which more is known to work: of an operating
 * one only another that operates, of one that does not work yet only one whose state is known. What
 * is planned or unknown counts in no plan, and what works would be lost with it.
 */
final class FibreGround implements Ground<FibreLine> {

  /** By state: the lines that may take the place of one in it. */
  private final Map<FibreLine.Status, LineGround<FibreLine>> over =
      new EnumMap<>(FibreLine.Status.class);

  FibreGround() {
    for (FibreLine.Status each : FibreLine.Status.values()) {
      over.put(each, new LineGround<>(FibreLine::path));
    }
  }

  @Override
  public void add(FibreLine line) {
    over.forEach(
        (status, ground) -> {
          if (line.status().compareTo(status) <= 0) {
            ground.add(line);
          }
        });
  }

  @Override
  public boolean covers(FibreLine line) {
    return over.get(line.status()).covers(line);
  }
}
