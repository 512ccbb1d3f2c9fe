package org.kiungo.web.cli.option;

import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.geodata.regulation.TargetProgress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share of the people, or the target that the country or the African Union published. */
class TargetOption implements ITypeConverter<TargetOption.Target> {

  /**
   * What is striven for.
   *
   * @param ratio 0–1; NaN where a published target says it
   * @param scope whose target, {@code national} or {@code au}; empty where the ratio is given
   */
  record Target(double ratio, String scope) {

    /**
     * The published target.
     *
     * @return null where the ratio is given
     * @throws InputRefused {@code target.none}
     */
    BroadbandTarget published(List<String> countries) {
      if (scope.isEmpty()) {
        return null;
      }
      if (scope.equals("national") && countries.size() != 1) {
        throw new InputRefused("target.countries", "countries", String.join(", ", countries));
      }
      String whose = scope.equals("au") ? BroadbandTarget.AFRICAN_UNION : countries.get(0);
      return TargetProgress.findGoal(whose)
          .orElseThrow(() -> new InputRefused("target.none", "country", whose));
    }
  }

  @Override
  public Target convert(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.equals("national") || name.equals("au")) {
      return new Target(Double.NaN, name);
    }
    try {
      return new Target(Double.parseDouble(text), "");
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "'");
    }
  }

  /** The same standard at the rate that counts for a target, if it states one. */
  static ServiceStandard standard(ServiceStandard base, BroadbandTarget target) {
    if (target == null || Double.isNaN(target.mbps())) {
      return base;
    }
    return new ServiceStandard(
        target.mbps(),
        base.overbookingFactor(),
        base.roundTripMs(),
        Math.min(base.basicDownlinkMbps(), target.mbps()),
        base.basicWeightRatio(),
        base.adoptionRatio(),
        base.peoplePerHousehold(),
        base.sizing(),
        base.growth());
  }
}
