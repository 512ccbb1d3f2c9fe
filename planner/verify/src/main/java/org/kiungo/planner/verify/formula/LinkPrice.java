package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Medium.Hop;
import org.kiungo.planner.model.border.Crossing;

/**
 * A medium as it is laid between two places.
 *
 * @param medium of the catalogue
 * @param routeFactor length that is paid and travelled over the length that is told
 * @param endsCost false where neither end is anything but a place on a road: nothing stands there
 * @param crossing the border that it crosses, paid with each first purchase; null = none
 */
public record LinkPrice(Medium medium, double routeFactor, boolean endsCost, Crossing crossing) {

  /** A satellite above a place. */
  public static LinkPrice up(Medium bySky) {
    return new LinkPrice(bySky, 1, true, null);
  }

  /** True when a length is one hop of a medium. */
  public static boolean reaches(Medium medium, double km) {
    double longest = medium.maxHopKm() == null ? Double.MAX_VALUE : medium.maxHopKm().value();
    for (Hop hop : medium.hops()) {
      boolean last = hop == medium.hops().get(medium.hops().size() - 1);
      longest = last ? Math.min(longest, hop.maxKm()) : longest;
    }
    return km <= longest;
  }

  /** The most systems that one hop has spectrum or terminals for. */
  public static int mostSystems(Medium medium) {
    return medium.mostSystems() == null
        ? Integer.MAX_VALUE
        : Math.max(1, (int) medium.mostSystems().value());
  }

  /** Whole systems for a load; one at least. */
  public static int systems(Medium medium, long bps) {
    if (medium.systemMbps() == null) {
      return 1;
    }
    long one = BusyHourLoad.bps(medium.systemMbps().value());
    return (int) Math.max(1, bps / one + (bps % one > 0 ? 1 : 0));
  }

  /** A round trip over it: twice the delay of its length and of its ends, ms. */
  public double roundTripMs(double km) {
    double onewayMs =
        Bill.of(medium.delayMsPerHop()) + Bill.of(medium.delayMsPerKm()) * routeFactor * km;
    return 2 * onewayMs;
  }

  /**
   * A link of so many systems: what its length costs, the ends of its class of lengths, further
   * systems at their own price or at a share of the first, the border once; upkeep as a share of
   * purchases, and what each system's capacity costs a year.
   *
   * @param km within {@link #reaches}
   */
  public Cost cost(double km, int systems, Discounting years) {
    double first = km * routeFactor * Bill.of(medium.capexUsdPerKm()) + endsUsd(km);
    double bought = first + (systems - 1) * furtherUsd(first);
    Bill bill = new Bill(years);
    bill.buys(bought, medium.lifetimeYears());
    bill.pays(bought * Bill.of(medium.opexRatioPerYear()));
    bill.pays(systems * Bill.of(medium.systemOpexUsdPerYear()));
    if (crossing != null) {
      double charged = years.borderRatio(medium.lifetimeYears());
      bill.buys(crossing.capexUsd(), medium.lifetimeYears(), charged);
      bill.pays(crossing.opexUsdPerYear());
    }
    return bill.cost();
  }

  private double endsUsd(double km) {
    for (Hop hop : medium.hops()) {
      if (km <= hop.maxKm()) {
        return endsCost ? hop.capexUsd().value() : 0;
      }
    }
    return 0;
  }

  private double furtherUsd(double firstUsd) {
    if (medium.furtherSystemCapexUsd() != null) {
      return endsCost ? medium.furtherSystemCapexUsd().value() : 0;
    }
    if (medium.furtherSystemRatio() != null) {
      return firstUsd * medium.furtherSystemRatio().value();
    }
    return medium.systemOpexUsdPerYear() == null ? firstUsd : 0;
  }
}
