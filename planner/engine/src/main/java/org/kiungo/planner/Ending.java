package org.kiungo.planner;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.scenario.PlanResult;

/** A search's stop that remembers whether it was ever pulled while somebody asked. */
final class Ending implements BooleanSupplier {

  private final BooleanSupplier stop;
  private volatile boolean pulled;

  Ending(BooleanSupplier stop) {
    this.stop = stop;
  }

  @Override
  public boolean getAsBoolean() {
    boolean now = stop.getAsBoolean();
    pulled |= now;
    return now;
  }

  /** The result, saying what ended the search so far. */
  PlanResult on(PlanResult result) {
    return new PlanResult(
        result.scenario(),
        result.plan(),
        result.certificate().endedBy(stop, pulled),
        result.proof());
  }
}
