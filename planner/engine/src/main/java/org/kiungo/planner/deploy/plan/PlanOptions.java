package org.kiungo.planner.deploy.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.PathsToNetwork;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.deploy.settings.TechnologyLocks;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SightParts;

/**
 * Options of every settlement inside a finished plan, those that locked choices rule out too; built
 * once, asked for any place.
 */
public final class PlanOptions {

  private final Question question;
  private final TechnologyLocks locks;
  private final Draft draft;
  private final PathsToNetwork paths;
  private final Map<String, Integer> settlement = new HashMap<>();

  /**
   * @param problem what the plan was made for
   * @param settings what it could choose from
   */
  public PlanOptions(PlanningProblem problem, DeploySettings settings, Plan plan) {
    question = new Question(problem, settings.withoutLocks());
    locks = new TechnologyLocks(problem, settings);
    for (int i = 0; i < question.places().settlements(); i++) {
      settlement.put(question.places().id(i), i);
    }
    paths = question.today().copy();
    draft = new PlanReader(question, plan).draft();
    paths.joinUsed(draft::isUsed);
  }

  private AccessTechnology technology(int o) {
    return question.options().technologies().get(question.options().technology(o));
  }

  /** True when the problem has such a settlement. */
  public boolean knows(String settlementId) {
    return settlement.containsKey(settlementId);
  }

  /** The cheapest option of each technology possible here, by cost per weighted person. */
  public List<OptionHere> at(String settlementId) {
    int i = settlement.get(settlementId);
    int chosen = draft.choice(i);
    draft.choose(i, -1);
    Map<String, OptionHere> best = new TreeMap<>();
    for (int o = question.options().first(i); o < question.options().end(i); o++) {
      int s = question.options().site(o);
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
    double each = a.extraCostUsd() / a.weightedPeople();
    return a.sharesOut() || b.sharesOut()
        ? each <= b.extraCostUsd() / b.weightedPeople() ? a : b
        : a.extraCostUsd() <= b.extraCostUsd() ? a : b;
  }

  private OptionHere here(int i, int o, boolean chosen) {
    AccessOptions options = question.options();
    int s = options.site(o);
    boolean stands = s >= 0 && draft.isOpen(s);
    boolean linked = s < 0 || draft.isUsed(options.sitePlace(s));
    long extra;
    if (linked || chosen) {
      long before = draft.costCents();
      draft.choose(i, o);
      extra = draft.costCents() - before;
      draft.choose(i, -1);
    } else {
      extra =
          options.privateCents(o)
              + paths.cents(options.sitePlace(s))
              + options.siteCents(s, options.taken(o));
    }
    AccessTechnology a = technology(o);
    return new OptionHere(
        a.id(),
        PlanReader.siteId(question, o),
        stands,
        Demand.status(
            a.downlinkMbps().value(), a.roundTripMs().value(), question.problem().standard()),
        a.downlinkMbps().value(),
        a.roundTripMs().value(),
        people(i, o),
        options.value(o) / SolverUnits.VALUE_PER_PERSON,
        extra / 100.0,
        chosen,
        locks.allows(question.places().id(i), a.id()),
        SightParts.seenRatio(a, question.problem().settlements().get(i)),
        PlanReader.restId(question, o));
  }

  private double people(int i, int o) {
    Settlement settlement = question.problem().settlements().get(i);
    ServiceStandard standard = question.problem().standard();
    AccessTechnology main = technology(o);
    double seenRatio = SightParts.seenRatio(main, settlement);
    int rest = question.options().rest(o);
    double others =
        rest < 0
            ? 0
            : Demand.people(settlement, question.options().technologies().get(rest), standard);
    return seenRatio * Demand.people(settlement, main, standard) + (1 - seenRatio) * others;
  }
}
