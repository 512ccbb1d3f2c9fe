package org.kiungo.web.plan.resilience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.explain.HubWays;
import org.kiungo.planner.explain.HubWays.Hub;
import org.kiungo.planner.explain.HubWays.Stands;
import org.kiungo.web.plan.PlanContent;

/** The hubs of a plan as its page shows them. */
public record PlanHubs(HubWays ways, Map<String, String> names) {

  /** Null where the plan's scenario names no hubs. */
  public static PlanHubs find(PlanContent content) {
    if (content.folder().scenario().twoPaths().isNone()) {
      return null;
    }
    Map<String, String> names = new HashMap<>();
    content.folder().problem().settlements().forEach(each -> names.put(each.id(), each.name()));
    content.folder().problem().nodes().forEach(each -> names.put(each.id(), each.name()));
    return new PlanHubs(PlanHubsController.ways(content), names);
  }

  /** Hubs, those with two ways first. */
  public List<Hub> hubs() {
    return ways.hubs().stream()
        .sorted(java.util.Comparator.comparing(Hub::stands).thenComparing(Hub::id))
        .toList();
  }

  /** How many stand so. */
  public long count(String stands) {
    return ways.count(Stands.valueOf(stands));
  }

  /** What both ways of a hub pass, by name where there is one. */
  public String shared(Hub hub) {
    return String.join(", ", hub.sharedIds().stream().map(this::name).toList());
  }

  /** The name of a place or node, else its id. */
  public String name(String id) {
    String name = names.getOrDefault(id, "");
    return name.isEmpty() ? id : name;
  }
}
