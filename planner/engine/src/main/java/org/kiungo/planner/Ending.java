package org.kiungo.planner;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.branch.ExactBranching;
import org.kiungo.planner.model.Certificate;
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
        result.scenario(), result.plan(), small(result).endedBy(stop, pulled), result.proof());
  }

  /** A small question of which not every decision was branched on asks for other rules. */
  private static Certificate small(PlanResult result) {
    Certificate certificate = result.certificate();
    boolean isSmall =
        result.plan().settlements().size() <= ExactBranching.MOST_SETTLEMENTS
            && result.scenario().steps() > 0;
    return isSmall && certificate.endedBy() == Certificate.End.WORK
        ? certificate.withEnd(Certificate.End.RULES)
        : certificate;
  }
}
