package org.kiungo.planner.deploy.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;

/**
 * The decisions of a finished plan as a draft of a question, which need not be the one that the
 * plan was made for: services and links that the question does not offer are left out, and so are
 * services with no way to the network without them.
 */
public final class PlanReader {

  private final Draft draft;

  private final boolean isWhole;

  private final Question question;

  public PlanReader(Question question, Plan plan) {
    this.question = question;
    int[] ways = question.today().arcs();
    Map<String, Integer> place = new HashMap<>();
    for (int v = 0; v < question.places().count(); v++) {
      place.put(question.places().id(v), v);
    }
    int[] arc = ways.clone();
    boolean served = true;
    for (BuiltLink link : plan.links()) {
      served &= link(place, link, arc);
    }
    if (!served) {
      keepWays(arc, ways);
    }
    draft = new Draft(question, arc);
    for (SettlementService each : plan.settlements()) {
      served &= choose(place.get(each.settlementId()), each);
    }
    isWhole = served;
  }

  /** The decisions, as far as the question offers them. */
  public Draft draft() {
    return draft;
  }

  /** True when every decision of the plan is in the draft. */
  public boolean isWhole() {
    return isWhole;
  }

  /**
   * Some of a plan's links among the question's own ways may close a loop or lead to a place with
   * no way on. There the own ways stay, which alone do neither; each round leaves fewer of the
   * others.
   */
  private void keepWays(int[] arc, int[] ways) {
    int[] seen = new int[arc.length];
    for (int v = 0; v < arc.length; v++) {
      int at = v;
      while (leadsOn(arc, at) && seen[at] == 0) {
        seen[at] = v + 1;
        at = question.links().head(arc[at]);
      }
      boolean loop = leadsOn(arc, at) && seen[at] == v + 1;
      boolean astray = at != v && at != question.links().root() && arc[at] < 0;
      if (loop || astray) {
        int from = loop ? at : v;
        int on = from;
        do {
          int next = question.links().head(arc[on]);
          arc[on] = ways[on];
          on = next;
        } while (on != from && leadsOn(arc, on));
        Arrays.fill(seen, 0);
        v = -1;
      }
    }
  }

  private boolean leadsOn(int[] arc, int at) {
    return at != question.links().root() && arc[at] >= 0;
  }

  private boolean link(Map<String, Integer> place, BuiltLink link, int[] arc) {
    Integer v = place.get(link.fromId());
    if (v == null) {
      return false;
    }
    int u = place.getOrDefault(link.toId(), question.links().root());
    boolean up = SkyWays.isUp(link.toId());
    int[] fitting =
        IntStream.range(question.links().first(v), question.links().end(v))
            .filter(e -> question.links().head(e) == u)
            .filter(e -> question.links().isUp(question.links().link(e)) == up)
            .toArray();
    int found =
        IntStream.of(fitting)
            .filter(e -> up || u != question.links().root() || endsAt(e, link.toId()))
            .findFirst()
            .orElse(fitting.length == 0 ? -1 : fitting[0]);
    arc[v] = found < 0 ? arc[v] : found;
    return found >= 0;
  }

  private boolean endsAt(int arc, String rootId) {
    return question.links().rootOf(question.links().link(arc)).id().equals(rootId);
  }

  private boolean choose(Integer i, SettlementService service) {
    if (service.technologyId().isEmpty()) {
      return true;
    }
    if (i == null) {
      return false;
    }
    AccessOptions options = question.options();
    // of two parts those in sight come first
    PartService seen = service.each().get(0);
    String others = service.parts().isEmpty() ? "" : service.parts().get(1).technologyId();
    int[] like =
        IntStream.range(options.first(i), options.end(i))
            .filter(o -> technologyId(question, o).equals(seen.technologyId()))
            .filter(o -> siteId(question, o).equals(seen.siteId()))
            .filter(o -> options.site(o) < 0 || draft.isReachable(options.site(o)))
            .toArray();
    int same =
        IntStream.of(like).filter(o -> restId(question, o).equals(others)).findFirst().orElse(-1);
    int found = same < 0 && like.length > 0 ? like[like.length - 1] : same;
    if (found >= 0) {
      draft.choose(i, found);
    }
    return same >= 0;
  }

  private static String technologyId(Question question, int o) {
    return question.options().technologies().get(question.options().technology(o)).id();
  }

  /** What those out of sight have; empty when that is nothing. */
  static String restId(Question question, int o) {
    int rest = question.options().rest(o);
    return rest < 0 ? "" : question.options().technologies().get(rest).id();
  }

  /** Id of an option's site in plans; empty when it is free-standing. */
  static String siteId(Question question, int o) {
    int s = question.options().site(o);
    return s < 0
        ? ""
        : question.places().id(question.options().sitePlace(s)) + ":" + technologyId(question, o);
  }
}
