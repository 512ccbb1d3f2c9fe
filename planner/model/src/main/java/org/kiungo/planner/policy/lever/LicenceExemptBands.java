package org.kiungo.planner.policy.lever;

import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Bands opened without licence to networks of fixed antennas, community Wi-Fi and TV white spaces:
 * the share of their licensed spectrum they no longer need. Families of technologies say whether
 * they are of that kind; mobile networks keep their licences.
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
    @Setting(unit = "ratio", low = 0, high = 1, example = 1) double exemptRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public LicenceExemptBands() {
    this(0);
  }

  public LicenceExemptBands {
    LeverDescription.require(LicenceExemptBands.class, exemptRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onTechnologies(
        problem,
        t ->
            t.licensedMhz() != null && TechnologyFamilies.builtIn().get(t.family()).licenceExempt()
                ? t.withLicensedMhz(t.licensedMhz().times(1 - exemptRatio))
                : t);
  }
}
