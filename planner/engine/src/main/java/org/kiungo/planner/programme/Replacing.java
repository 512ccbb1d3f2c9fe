package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.BeamCell;

/**
 * Serves settlements from terminals until what a schedule gives them is built, where that is worth
 * more than it costs at the prices of money, and puts off what is worth least for it. More or fewer
 * are tried, the best first; heuristic, no guarantee.
 */
final class Replacing {

  /** Of the offers, these shares are tried. */
  private static final double[] SHARES = {1, 0.5, 0.25, 0.1, 0.03, 0};

  /** Of so many services every offer is tried by itself too. */
  private static final int FEW = 40;

  private final Terms terms;
  private final Interims interims;
  private final Rephasing rephasing;
  private final double[] pricePerCent;

  /**
   * @param pricePerCent of money in each phase, value in thousandths of a year per cent
   */
  Replacing(Terms terms, Interims interims, Rephasing rephasing, double[] pricePerCent) {
    this.terms = terms;
    this.interims = interims;
    this.rephasing = rephasing;
    this.pricePerCent = pricePerCent;
  }

  private record Offer(int service, Interim interim, int phase, double ratio) {}

  /** The schedule itself where nothing better is found. */
  Schedule improve(Schedule schedule) {
    List<Offer> offers = offers(schedule);
    List<Offer> pay = bestOfEach(offers);
    Schedule best = schedule;
    for (double share : pay.isEmpty() ? new double[0] : SHARES) {
      int count = Math.max(1, (int) Math.round(share * pay.size()));
      best = better(best, schedule, pay.subList(0, count));
    }
    if (schedule.services() > FEW) {
      return best;
    }
    for (Offer each : offers) {
      best = better(best, schedule, List.of(each));
    }
    return best;
  }

  /** What becomes of a start with offers taken, where that is better than the best. */
  private Schedule better(Schedule best, Schedule start, List<Offer> taken) {
    Beams beams = new Beams(start);
    Schedule tried = start.copy();
    for (Offer each : taken) {
      if (beams.takes(start.network().id(each.service), each.interim.service())) {
        tried.serveUntil(each.service, each.interim, each.phase);
      }
    }
    tried = rephasing.keptAndFilled(rephasing.fitted(tried));
    boolean within = tried.overCents(terms.cumulativeCents()) == 0;
    return within && tried.value() > best.value() ? tried : best;
  }

  /** Everything that would gain something, those first that gain most for their price. */
  private List<Offer> offers(Schedule schedule) {
    List<Offer> all = new ArrayList<>();
    for (int k = 0; k < schedule.services(); k++) {
      for (Interim each : interims.of(schedule.network().id(k))) {
        for (int t = 0; t < schedule.phase(k); t++) {
          double gain = each.value() * 1000.0 * years(t, schedule.phase(k));
          double price = pricePerCent[t] * each.cost().get(t).lifetimeCents();
          all.add(new Offer(k, each, t, gain / Math.max(1e-9 * gain, price)));
        }
      }
    }
    all.sort(
        Comparator.comparingDouble((Offer each) -> -each.ratio)
            .thenComparingInt(Offer::service)
            .thenComparingInt(Offer::phase));
    return all;
  }

  /** The first of each service, where it gains more than its price. */
  private static List<Offer> bestOfEach(List<Offer> offers) {
    Set<Integer> seen = new HashSet<>();
    return offers.stream().filter(each -> each.ratio > 1 && seen.add(each.service)).toList();
  }

  private double years(int from, int to) {
    double[] years = terms.yearsFrom();
    return years[from] - years[to];
  }

  /** What satellites carry of a finished plan and of what is added to it. */
  private static final class Beams {

    private final PlanningProblem facts;
    private final PhasePrices prices;
    private final Map<String, AccessTechnology> technologies = new HashMap<>();
    private final Map<String, Long> loadBps = new HashMap<>();

    Beams(Schedule schedule) {
      Network network = schedule.network();
      facts = network.terms.facts();
      prices = network.prices;
      facts.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
      Map<String, Medium> media = new HashMap<>();
      facts.catalogue().media().forEach(each -> media.put(each.id(), each));
      for (int k = 0; k < network.services(); k++) {
        for (PartService part : network.plan.settlements().get(network.service[k]).each()) {
          AccessTechnology a = technologies.get(part.technologyId());
          if (a != null && !a.needsBackhaul()) {
            add(a, prices.settlement(network.id(k)).location(), PhasePrices.bps(part.demandMbps()));
          }
        }
      }
      for (BuiltLink link : network.plan.links()) {
        if (SkyWays.isUp(link.toId())) {
          SkyWays.carrier(media.get(link.mediumId()), technologies.values())
              .ifPresent(a -> add(a, link.from(), PhasePrices.bps(link.loadMbps())));
        }
      }
    }

    private void add(AccessTechnology a, LonLat at, long bps) {
      loadBps.merge(a.id() + BeamCell.of(at), bps, Long::sum);
    }

    /** Adds a terminal's load where there is room for it. */
    boolean takes(String settlementId, PartService service) {
      AccessTechnology a = technologies.get(service.technologyId());
      LonLat at = prices.settlement(settlementId).location();
      long bps = PhasePrices.bps(service.demandMbps());
      BeamCell cell = BeamCell.of(at);
      boolean room =
          a.beamMbpsPerKm2() == null
              || loadBps.getOrDefault(a.id() + cell, 0L) + bps
                  <= PhasePrices.bps(cell.mbps(a, facts.money()));
      if (room) {
        add(a, at, bps);
      }
      return room;
    }
  }
}
