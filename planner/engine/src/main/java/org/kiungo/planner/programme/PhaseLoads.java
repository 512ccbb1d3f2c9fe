package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.demand.Growth;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;
import org.kiungo.planner.scenario.Phase;

/**
 * What services load their networks with at the end of each phase: as demand has grown until then
 * where the standard says how it grows, all of it from the first phase on where it does not.
 */
final class PhaseLoads {

  private final ServiceStandard standard;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final List<BusyHour> phases = new ArrayList<>();

  PhaseLoads(Terms terms) {
    standard = terms.facts().standard();
    terms.facts().catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    for (Phase each : terms.phases()) {
      phases.add(BusyHour.of(terms.facts()).sizedFor(each.lastYear()));
    }
  }

  /** Load of a part of a settlement's people, bits per second. */
  long bps(Settlement settlement, PartService part, int phase) {
    if (!Growth.isStated(standard)) {
      return PhasePrices.bps(part.demandMbps());
    }
    AccessTechnology technology = technologies.get(part.technologyId());
    Settlement s = SightParts.share(settlement, part.shareRatio());
    double builtFor = Demand.people(s, technology, standard);
    return PhasePrices.bps(phases.get(phase).mbps(s, builtFor, technology));
  }

  /** What it takes of the units of its site, in billionths of one. */
  long taken(Settlement settlement, PartService part, int phase) {
    AccessTechnology technology = technologies.get(part.technologyId());
    Settlement s = SightParts.share(settlement, part.shareRatio());
    double builtFor = Demand.people(s, technology, standard);
    double areaKm2 = Demand.areaKm2(s, builtFor);
    return SiteUnits.taken(technology, s, areaKm2, bps(settlement, part, phase));
  }
}
