package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.TechnologyLocks;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;

/**
 * What settlements may have until their service is built, as settings and locks allow and as a beam
 * by itself carries.
 */
final class Interims {

  private final Terms terms;
  private final PhasePrices prices;
  private final TechnologyLocks locks;
  private final BusyHour busyHour;
  private final List<AccessTechnology> technologies;

  Interims(Terms terms, PhasePrices prices, DeploySettings settings) {
    this.terms = terms;
    this.prices = prices;
    locks = new TechnologyLocks(terms.facts(), settings);
    busyHour = BusyHour.of(terms.facts());
    technologies =
        settings.technologies(terms.facts()).stream()
            .filter(each -> each.serves() == AccessTechnology.Serves.FREE_STANDING)
            .toList();
  }

  /** All that a settlement may have. */
  List<Interim> of(String settlementId) {
    List<Interim> all = new ArrayList<>();
    for (AccessTechnology each : technologies) {
      if (locks.allows(settlementId, each.id())) {
        interim(settlementId, each).ifPresent(all::add);
      }
    }
    return all;
  }

  /** One of them. */
  Optional<Interim> of(String settlementId, String technologyId) {
    return of(settlementId).stream()
        .filter(each -> each.service().technologyId().equals(technologyId))
        .findFirst();
  }

  private Optional<Interim> interim(String settlementId, AccessTechnology a) {
    Settlement s = prices.settlement(settlementId);
    ServiceStandard standard = terms.facts().standard();
    double ms = a.roundTripMs().value();
    Status status = Demand.status(a.downlinkMbps().value(), ms, standard);
    double weighted =
        Demand.gained(s, status, standard)
            * Demand.weightRatio(status, standard)
            * terms.facts().rules().weightRatio(s);
    if (!(weighted > 0)) {
      return Optional.empty();
    }
    double mbps = busyHour.mbps(s, Demand.people(s, a, standard), a);
    boolean fits =
        a.beamMbpsPerKm2() == null
            || mbps <= BeamCell.of(s.location()).mbps(a, terms.facts().money());
    if (!fits) {
      return Optional.empty();
    }
    PartService service =
        new PartService(
            1,
            status,
            a.id(),
            "",
            Demand.people(s, status),
            PhasePrices.bps(mbps) / 1e6,
            ms,
            0,
            0,
            0,
            null);
    List<AssetCost> cost = new ArrayList<>();
    for (int t = 0; t < terms.count(); t++) {
      cost.add(prices.own(settlementId, service, t));
    }
    return Optional.of(new Interim(service, weighted, cost));
  }
}
