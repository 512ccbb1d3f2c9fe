package org.kiungo.planner.benchmark.rival;

import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.RainZone;

/**
 * Lifetime cost of hops by length and load, by their cheapest medium: the same figures as {@link
 * LinkCost#link}, with what does not depend on length or load computed once.
 */
final class HopPrices {

  private final List<Medium> media;
  private final double[] purchases;
  private final double[] opexRatio;
  private final double[] furtherRatio;
  private final double upkeepYears;

  HopPrices(PlanningProblem problem) {
    Money money = problem.money();
    boolean roads = !problem.roads().isNone();
    media =
        problem.catalogue().media().stream()
            .filter(each -> !each.viaSky())
            .map(each -> roads ? each.acrossCountry() : each)
            .toList();
    purchases = new double[media.size()];
    opexRatio = new double[media.size()];
    furtherRatio = new double[media.size()];
    upkeepYears = PresentValue.upkeepYears(money);
    for (int m = 0; m < purchases.length; m++) {
      Medium medium = media.get(m);
      double years =
          medium.lifetimeYears() == null ? money.years() : medium.lifetimeYears().value();
      purchases[m] = PresentValue.purchases(years, money);
      opexRatio[m] = medium.opexRatioPerYear() == null ? 0 : medium.opexRatioPerYear().value();
      furtherRatio[m] =
          medium.furtherSystemRatio() == null ? 1 : medium.furtherSystemRatio().value();
    }
  }

  Medium medium(int m) {
    return media.get(m);
  }

  /**
   * First system's purchase by medium; NaN where the hop is too long for it, in its rain.
   *
   * @param mmPerHour the harder rain of the hop's ends
   */
  double[] firstUsd(double km, double mmPerHour) {
    boolean wet = km > RainZone.of(mmPerHour).maxHopKm();
    double[] first = new double[purchases.length];
    for (int m = 0; m < first.length; m++) {
      boolean spans =
          LinkCost.reaches(media.get(m), km) && !(wet && GroundProfile.isNeededBy(media.get(m)));
      first[m] = spans ? LinkCost.firstSystemCapexUsd(media.get(m), km) : Double.NaN;
    }
    return first;
  }

  /** Cheapest medium at a load, the first of equals; −1 when none spans the hop. */
  int cheapest(double[] firstUsd, long bps) {
    int best = -1;
    long least = Long.MAX_VALUE;
    for (int m = 0; m < firstUsd.length; m++) {
      boolean carries =
          !Double.isNaN(firstUsd[m])
              && systems(media.get(m), bps) <= LinkCost.mostSystems(media.get(m));
      if (carries && cents(m, firstUsd, bps) < least) {
        least = cents(m, firstUsd, bps);
        best = m;
      }
    }
    return best;
  }

  long cents(double[] firstUsd, long bps) {
    return cents(cheapest(firstUsd, bps), firstUsd, bps);
  }

  private long cents(int m, double[] firstUsd, long bps) {
    Medium medium = media.get(m);
    double furtherUsd =
        medium.furtherSystemCapexUsd() == null
            ? furtherRatio[m] * firstUsd[m]
            : medium.furtherSystemCapexUsd().value();
    double capexUsd = firstUsd[m] + furtherUsd * (systems(medium, bps) - 1);
    return AssetCost.cents(capexUsd * purchases[m] + capexUsd * opexRatio[m] * upkeepYears);
  }

  static int systems(Medium medium, long bps) {
    if (medium.systemMbps() == null) {
      return 1;
    }
    long system = Math.round(medium.systemMbps().value() * 1e6);
    return (int) Math.max(1, (bps + system - 1) / system);
  }
}
