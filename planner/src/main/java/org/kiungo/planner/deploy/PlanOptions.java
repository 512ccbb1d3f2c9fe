package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Options of every settlement inside a finished plan, those that locked choices rule out too; built
 * once, asked for any place.
 */
public final class PlanOptions {

  private final World world;
  private final Locks locks;
  private final Draft draft;
  private final PathsToNetwork paths;
  private final Map<String, Integer> settlement = new HashMap<>();

  /**
   * @param problem what the plan was made for
   * @param settings what it could choose from
   */
  public PlanOptions(PlanningProblem problem, DeploySettings settings, Plan plan) {
    world = new World(problem, settings.withoutLocks());
    locks = new Locks(problem, settings);
    for (int i = 0; i < world.places.settlements; i++) {
      settlement.put(world.places.id[i], i);
    }
    paths = world.today.copy();
    draft = new Draft(world, arcs(plan));
    AccessOptions options = world.options;
    for (Plan.SettlementService service : plan.settlements()) {
      int i = settlement.get(service.settlementId());
      for (int o = options.first[i]; o < options.first[i + 1]; o++) {
        if (technology(o).id().equals(service.technologyId())
            && siteId(o).equals(service.siteId())) {
          draft.choose(i, o);
        }
      }
    }
    paths.joinUsed(draft);
  }

  private int[] arcs(Plan plan) {
    Map<String, Integer> place = new HashMap<>();
    for (int v = 0; v < world.places.count; v++) {
      place.put(world.places.id[v], v);
    }
    int[] arc = paths.arc.clone();
    for (Plan.BuiltLink link : plan.links()) {
      int v = place.get(link.fromId());
      int u = place.getOrDefault(link.toId(), world.links.root());
      for (int e = world.links.first[v]; e < world.links.first[v + 1]; e++) {
        arc[v] = world.links.head[e] == u ? e : arc[v];
      }
    }
    return arc;
  }

  private AccessTechnology technology(int o) {
    return world.options.technologies.get(world.options.technology[o]);
  }

  private String siteId(int o) {
    int s = world.options.site[o];
    return s < 0 ? "" : world.places.id[world.options.sitePlace[s]] + ":" + technology(o).id();
  }

  /** True when the problem has such a settlement. */
  public boolean knows(String settlementId) {
    return settlement.containsKey(settlementId);
  }

  /** The cheapest option of each technology possible here, by cost per weighted person. */
  public List<OptionHere> at(String settlementId) {
    int i = settlement.get(settlementId);
    int chosen = draft.choice[i];
    draft.choose(i, -1);
    Map<String, OptionHere> best = new TreeMap<>();
    for (int o = world.options.first[i]; o < world.options.first[i + 1]; o++) {
      int s = world.options.site[o];
      if (s < 0 || draft.isReachable(s)) {
        OptionHere here = here(i, o, o == chosen);
        best.merge(here.technologyId(), here, PlanOptions::cheaper);
      }
    }
    draft.choose(i, chosen);
    List<OptionHere> sorted = new ArrayList<>(best.values());
    sorted.sort(Comparator.comparingDouble(h -> h.extraCostUsd() / h.weightedPeople()));
    return List.copyOf(sorted);
  }

  private static OptionHere cheaper(OptionHere a, OptionHere b) {
    if (a.chosen() || b.chosen()) {
      return a.chosen() ? a : b;
    }
    return a.extraCostUsd() <= b.extraCostUsd() ? a : b;
  }

  private OptionHere here(int i, int o, boolean chosen) {
    AccessOptions options = world.options;
    int s = options.site[o];
    boolean stands = s >= 0 && draft.isOpen(s);
    boolean linked = s < 0 || draft.active[options.sitePlace[s]] > 0;
    long extra;
    if (linked || chosen) {
      long before = draft.costCents;
      draft.choose(i, o);
      extra = draft.costCents - before;
      draft.choose(i, -1);
    } else {
      extra =
          options.privateCents[o]
              + paths.cents[options.sitePlace[s]]
              + options.siteUnitCents[s] * draft.siteUnits(s, options.demandBps[o]);
    }
    AccessTechnology a = technology(o);
    return new OptionHere(
        a.id(),
        siteId(o),
        stands,
        Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), world.problem.standard()),
        a.downlinkMbps().value(),
        a.roundTripMs().value(),
        options.value[o] / World.VALUE_PER_PERSON,
        extra / 100.0,
        chosen,
        locks.allows(world.places.id[i], a.id()));
  }
}
