package org.kiungo.planner.calibration;

import java.util.List;
import java.util.stream.Stream;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;

/**
 * What plans of one question build together.
 *
 * @param each one plan a country
 * @param fibre the catalogue's
 * @param adoptionRatio of the standard
 */
record Built(List<Plan> each, Medium fibre, double adoptionRatio) {

  Stream<Plan> plans() {
    return each.stream();
  }

  /** Sums of money alone; people are {@link #people}. */
  Money totals() {
    return new Money(
        each.stream().mapToDouble(p -> p.totals().capexUsd()).sum(),
        each.stream().mapToDouble(p -> p.totals().lifetimeCostUsd()).sum());
  }

  /** People gained, by whatever technology. */
  double people() {
    return each.stream()
        .mapToDouble(p -> p.totals().peopleServed() + p.totals().peopleBasic())
        .sum();
  }

  double peopleAtSites() {
    return services()
        .filter(s -> !s.siteId().isEmpty())
        .mapToDouble(SettlementService::peopleServed)
        .sum();
  }

  Stream<SettlementService> services() {
    return each.stream().flatMap(p -> p.settlements().stream());
  }

  double masts() {
    return each.stream().flatMap(p -> p.sites().stream()).mapToInt(AccessSite::masts).sum();
  }

  double units() {
    return each.stream().flatMap(p -> p.sites().stream()).mapToInt(AccessSite::units).sum();
  }

  double fibreKm() {
    return fibre.routeFactor().value()
        * each.stream()
            .flatMap(p -> p.links().stream())
            .filter(link -> link.mediumId().equals(fibre.id()))
            .mapToDouble(Plan.BuiltLink::distanceKm)
            .sum();
  }

  /**
   * @param capexUsd first purchases
   * @param lifetimeCostUsd present value
   */
  record Money(double capexUsd, double lifetimeCostUsd) {}
}
