package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.RadioHops;
import org.kiungo.planner.radio.Sight;
import org.kiungo.web.plan.PlanDetail.DistrictShare;
import org.kiungo.web.plan.PlanDetail.MediumShare;
import org.kiungo.web.plan.PlanDetail.TechnologyShare;
import org.kiungo.web.plan.PlanDetail.UpgradeShare;

/** Sums of a plan by technology, medium and district. */
final class PlanBreakdown {

  private PlanBreakdown() {}

  static List<TechnologyShare> byTechnology(PlanFolder folder) {
    Map<String, List<PartService>> services =
        folder.plan().settlements().stream()
            .flatMap(each -> each.each().stream())
            .filter(each -> !each.technologyId().isEmpty())
            .collect(Collectors.groupingBy(PartService::technologyId));
    Map<String, List<AccessSite>> sites =
        folder.plan().sites().stream().collect(Collectors.groupingBy(AccessSite::technologyId));
    List<TechnologyShare> shares = new ArrayList<>();
    for (AccessTechnology each : folder.problem().catalogue().technologies()) {
      List<PartService> served = services.getOrDefault(each.id(), List.of());
      if (!served.isEmpty()) {
        shares.add(technology(each, served, sites.getOrDefault(each.id(), List.of())));
      }
    }
    return shares;
  }

  private static TechnologyShare technology(
      AccessTechnology technology, List<PartService> served, List<AccessSite> sites) {
    return new TechnologyShare(
        technology.id(),
        technology.family(),
        served.stream().mapToDouble(PartService::peopleServed).sum(),
        served.size(),
        sites.size(),
        served.stream().mapToDouble(PartService::lifetimeCostUsd).sum()
            + sites.stream().mapToDouble(AccessSite::lifetimeCostUsd).sum(),
        served.stream().mapToDouble(PartService::capexUsd).sum()
            + sites.stream().mapToDouble(AccessSite::capexUsd).sum());
  }

  static List<MediumShare> byMedium(PlanFolder folder) {
    RadioHops hops = new RadioHops(folder.problem());
    Map<String, List<BuiltLink>> links =
        folder.plan().links().stream()
            .collect(Collectors.groupingBy(BuiltLink::mediumId, TreeMap::new, Collectors.toList()));
    return links.entrySet().stream()
        .map(
            each ->
                new MediumShare(
                    each.getKey(),
                    each.getValue().size(),
                    each.getValue().stream().mapToDouble(BuiltLink::distanceKm).sum(),
                    each.getValue().stream().mapToDouble(BuiltLink::lifetimeCostUsd).sum(),
                    each.getValue().stream().mapToDouble(BuiltLink::capexUsd).sum(),
                    (int)
                        each.getValue().stream()
                            .filter(l -> hops.sight(l).equals(Optional.of(Sight.UNVERIFIED)))
                            .count()))
        .toList();
  }

  static UpgradeShare upgrades(PlanFolder folder) {
    List<NodeUpgrade> all = folder.plan().upgrades();
    return new UpgradeShare(
        all.size(),
        all.stream().mapToDouble(NodeUpgrade::furtherMbps).sum(),
        all.stream().mapToDouble(NodeUpgrade::opexUsdPerYear).sum(),
        all.stream().mapToDouble(NodeUpgrade::lifetimeCostUsd).sum());
  }

  private static double people(SettlementService service, Status status) {
    return service.each().stream()
        .filter(part -> part.status() == status)
        .mapToDouble(PartService::peopleServed)
        .sum();
  }

  static List<DistrictShare> byDistrict(PlanFolder folder) {
    Map<String, Settlement> settlements =
        folder.counted().settlements().stream()
            .collect(Collectors.toMap(Settlement::id, Function.identity()));
    Map<String, double[]> sums = new TreeMap<>();
    for (SettlementService service : folder.plan().settlements()) {
      Settlement at = settlements.get(service.settlementId());
      if (Double.isNaN(at.population())) {
        continue;
      }
      double[] sum = sums.computeIfAbsent(at.district(), district -> new double[5]);
      double baseline = at.population() - at.unservedPopulation();
      double served = people(service, Status.STANDARD);
      double basic = people(service, Status.BASIC);
      sum[0] += at.population();
      sum[1] += baseline;
      sum[2] += served;
      sum[3] += basic;
      sum[4] += at.population() - baseline - served - basic;
    }
    return sums.entrySet().stream()
        .map(
            each -> {
              double[] sum = each.getValue();
              return new DistrictShare(each.getKey(), sum[0], sum[1], sum[2], sum[3], sum[4]);
            })
        .toList();
  }
}
