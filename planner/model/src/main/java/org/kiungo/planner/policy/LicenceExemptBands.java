package org.kiungo.planner.policy;

import org.kiungo.planner.model.PlanningProblem;

/**
 * Bands opened without licence to networks of fixed antennas, community Wi-Fi and TV white spaces:
 * the share of their licensed spectrum they no longer need. Mobile networks keep their licences.
 *
 * @param exemptRatio of the licensed MHz
 */
@Lever(
    id = "licence-exempt-bands",
    group = Lever.Group.SPECTRUM,
    changes = "licensedMhz",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source = "ITU-R SM.1896-1, harmonised licence-exempt ranges: mechanism; share assumed",
    assumed = true)
public record LicenceExemptBands(
    @Setting(unit = "ratio", low = 0, high = 1, neutral = 0, example = 1) double exemptRatio)
    implements PolicyLever {

  public LicenceExemptBands {
    LeverDescription.require(LicenceExemptBands.class, exemptRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onTechnologies(
        problem,
        t ->
            switch (t.family()) {
              case "fwa", "wifi", "tvws" ->
                  t.withLicensedMhz(PolicyLever.times(t.licensedMhz(), 1 - exemptRatio));
              default -> t;
            });
  }
}
