package org.kiungo.web.placement;

import java.util.List;
import org.kiungo.planner.CombinedPlanning;
import org.kiungo.planner.model.Certificate;

/**
 * What a plan and e-services found together gain from one another.
 *
 * @param agreed true when the last two rounds move the same money
 * @param rounds in order
 * @param needsServedToday over today's network
 * @param needsGained served beside those over the plan's network: what the services gain
 * @param meanRoundTripMs of those served
 * @param transitSavedUsd present value: what the plan gains
 * @param peopleGained whom the plan serves with it
 * @param planCertificate of the plan
 * @param servicesCertificate of the placement
 */
public record Agreement(
    boolean agreed,
    List<CombinedPlanning.Round> rounds,
    int needsServedToday,
    int needsGained,
    double meanRoundTripMs,
    double transitSavedUsd,
    double peopleGained,
    Certificate planCertificate,
    Certificate servicesCertificate) {

  public Agreement {
    rounds = List.copyOf(rounds);
  }

  /** What a combined run found. */
  public static Agreement of(CombinedPlanning.Combined found) {
    return new Agreement(
        found.agreed(),
        found.rounds(),
        found.servicesToday().totals().usersServed(),
        found.needsGained(),
        found.services().plan().totals().meanRoundTripMs(),
        found.transitSavedUsd(),
        found.peopleGained(),
        found.plan().certificate(),
        found.services().plan().certificate());
  }
}
