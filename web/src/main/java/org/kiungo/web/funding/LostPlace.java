package org.kiungo.web.funding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.Project;

/**
 * A place whose service somebody paid for, and nobody does any more.
 *
 * @param id of the settlement
 * @param name of it
 * @param district where it is; empty when not known
 * @param people who lose service
 */
public record LostPlace(String id, String name, String district, double people) {

  /**
   * Places that lose service from one way to pay to another, those with most people first.
   *
   * @param standing the plan for which the first way pays
   */
  public static List<LostPlace> between(
      FundingResult before, FundingResult now, PlanFolder standing) {
    Set<String> lost = served(before);
    lost.removeAll(served(now));
    Map<String, Settlement> settlements = new HashMap<>();
    standing.problem().settlements().forEach(each -> settlements.put(each.id(), each));
    List<LostPlace> places = new ArrayList<>();
    for (Plan.SettlementService each : standing.plan().settlements()) {
      if (lost.contains(each.settlementId())) {
        Settlement at = settlements.get(each.settlementId());
        places.add(new LostPlace(at.id(), at.name(), at.district(), each.peopleServed()));
      }
    }
    places.sort(
        Comparator.comparingDouble((LostPlace each) -> -each.people).thenComparing(LostPlace::id));
    return places;
  }

  private static Set<String> served(FundingResult result) {
    Set<String> funded = result.funded();
    Set<String> served = new HashSet<>();
    for (Project each : result.projects()) {
      if (funded.contains(each.id())) {
        for (String service : each.members().services()) {
          int part = service.lastIndexOf('#');
          served.add(part < 0 ? service : service.substring(0, part));
        }
      }
    }
    return served;
  }
}
