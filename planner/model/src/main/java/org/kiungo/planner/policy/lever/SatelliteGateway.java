package org.kiungo.planner.policy.lever;

import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * A gateway far away instead of one in the country or beside it: what the round trip over low
 * satellites takes longer, to terminals and to sites. The catalogue has them with a gateway near.
 *
 * @param extraRoundTripMs added where no gateway is near
 */
@Lever(
    id = "satellite-gateway",
    group = Lever.Group.SATELLITE,
    changes = {"roundTripMs", "delayMsPerHop"},
    effect = Lever.Effect.MORE_PUBLIC_MONEY,
    source =
        "Ookla 2025, in Business Daily Africa: Kenya 296 ms before, 39 ms after a point "
            + "of presence in Nairobi")
public record SatelliteGateway(
    @Setting(unit = "ms", low = 0, high = 500, example = 257) double extraRoundTripMs)
    implements PolicyLever {

  /** Changes nothing. */
  public SatelliteGateway() {
    this(0);
  }

  public SatelliteGateway {
    LeverDescription.require(SatelliteGateway.class, extraRoundTripMs);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    PlanningProblem later =
        PolicyLever.onTechnologies(
            problem,
            t ->
                !t.needsBackhaul() && isViaGateway(t.family())
                    ? t.withRoundTripMs(later(t.roundTripMs(), extraRoundTripMs))
                    : t);
    return PolicyLever.onMedia(
        later,
        m ->
            m.viaSky() && isViaGateway(m.constellation())
                ? m.withDelayMsPerHop(later(m.delayMsPerHop(), extraRoundTripMs / 2))
                : m);
  }

  private static boolean isViaGateway(String family) {
    return TechnologyFamilies.builtIn().get(family).viaGateway();
  }

  private static Figure later(Figure f, double ms) {
    return ms == 0
        ? f
        : new Figure(
            f.value() + ms, f.low() + ms, f.high() + ms, f.year(), f.source(), f.assumed());
  }
}
