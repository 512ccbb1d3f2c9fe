package org.kiungo.planner.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.RowPrice;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Work;

/**
 * What a dollar of each kind of equipment costs at prices of partners' money: that of the cheapest
 * partner who may pay for it somewhere, λ_e = min over K(e) of λ_k. Where a partner may pay in some
 * places only, it is taken to pay in all; shares of projects, least amounts and who pays with whom
 * are left out. Hence no network costs less at these prices, however it is paid.
 */
final class ElementPrices {

  /** Where nothing says in which district a thing stands. */
  private static final String NOWHERE = "";

  private final Map<String, List<Partner>> payers = new TreeMap<>();

  ElementPrices(PlanningProblem facts, Partnership partnership) {
    List<String[]> areas = areas(facts);
    for (AccessTechnology each : facts.catalogue().technologies()) {
      add(each.id(), List.of(NetworkLayer.ACCESS), areas, partnership);
    }
    List<NetworkLayer> carrying = List.of(NetworkLayer.BACKHAUL, NetworkLayer.BACKBONE);
    for (Medium each : facts.catalogue().media()) {
      add(each.id(), carrying, areas, partnership);
    }
    add(Work.NODE, carrying, areas, partnership);
  }

  private static List<String[]> areas(PlanningProblem facts) {
    Map<String, String[]> areas = new HashMap<>();
    areas.put(NOWHERE, new String[] {NOWHERE, NOWHERE});
    for (Settlement each : facts.settlements()) {
      areas.put(
          each.country() + '|' + each.district(), new String[] {each.country(), each.district()});
      areas.put(each.country() + '|', new String[] {each.country(), NOWHERE});
    }
    return List.copyOf(areas.values());
  }

  private void add(
      String equipment, List<NetworkLayer> layers, List<String[]> areas, Partnership all) {
    List<Partner> may = new ArrayList<>();
    for (Partner partner : all.partners()) {
      boolean somewhere =
          layers.stream()
              .anyMatch(
                  layer ->
                      areas.stream()
                          .map(area -> new Work(layer, area[0], area[1], equipment))
                          .anyMatch(work -> all.mayPay(partner, work)));
      if (somewhere) {
        may.add(partner);
      }
    }
    payers.put(equipment, may);
  }

  /** True when somebody may pay for it somewhere. */
  boolean isPayable(String equipment) {
    return !payers.get(equipment).isEmpty();
  }

  /**
   * Weighted people per USD of each equipment bought in a phase; infinite where nobody may pay.
   *
   * @param rows prices of money
   * @param phase from 1
   */
  Map<String, Double> at(List<RowPrice> rows, int phase) {
    Map<String, Double> price = new HashMap<>();
    for (RowPrice row : rows) {
      boolean covers = row.firstPhase() <= phase && phase <= row.lastPhase();
      price.merge(row.partner(), covers ? row.lambdaPeoplePerUsd() : 0, Double::sum);
    }
    Map<String, Double> least = new TreeMap<>();
    payers.forEach(
        (equipment, may) ->
            least.put(
                equipment,
                may.stream()
                    .mapToDouble(each -> price.getOrDefault(each.letter(), 0.0))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY)));
    return least;
  }
}
