package org.kiungo.web.lot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.lot.LotCut;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Service;

/** Lots of kept plans; the last that were cut are kept in memory. */
@Service
public class PlanLots {

  private static final int KEPT_IN_MEMORY = 4;

  private final Plans plans;
  private final HeavyRequests heavy;
  private final Map<String, Lots> cut =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Lots> eldest) {
          return size() > KEPT_IN_MEMORY;
        }
      };

  PlanLots(Plans plans, HeavyRequests heavy) {
    this.plans = plans;
    this.heavy = heavy;
  }

  /**
   * How lots are asked for; what nobody says is taken.
   *
   * @param mostUsd to build a lot
   * @param leastUsd likewise
   * @param lotsPerRegion of a phase, in place of limits
   * @param seed of the settlements drawn
   */
  public record Asked(Double mostUsd, Double leastUsd, Integer lotsPerRegion, Long seed) {

    /** Rules of the cut. */
    Lots.Rules rules() {
      return LotCut.rules(
          mostUsd, leastUsd, lotsPerRegion == null ? 0 : lotsPerRegion, seed == null ? 1 : seed);
    }

    /** As an address has it, with the question mark; empty where nothing is said. */
    public String query() {
      StringBuilder query = new StringBuilder();
      add(query, "mostUsd", mostUsd);
      add(query, "leastUsd", leastUsd);
      add(query, "lotsPerRegion", lotsPerRegion);
      add(query, "seed", seed);
      return query.toString();
    }

    private static void add(StringBuilder query, String name, Number value) {
      if (value != null) {
        query.append(query.length() == 0 ? '?' : '&').append(name).append('=').append(value);
      }
    }
  }

  /** Lots of a plan, cut by the rules that are asked for. */
  public LotsFolder get(String planId, Asked asked) {
    PlanSummary plan = plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    Lots.Rules rules = asked.rules();
    String key = plan.id() + " " + rules;
    Lots known;
    synchronized (cut) {
      known = cut.get(key);
    }
    if (known != null) {
      return new LotsFolder(plans.getFolder(planId), known);
    }
    try {
      LotsFolder found = heavy.inTurn(() -> LotCut.of(plans.getFolder(planId), rules));
      synchronized (cut) {
        cut.put(key, found.lots());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plan as registries are told of it. */
  PublishedPlan published(String planId) throws IOException {
    return PublishedPlan.read(plans.getFiles(planId), plans.getVerdict(planId), ToldStates.NONE);
  }
}
