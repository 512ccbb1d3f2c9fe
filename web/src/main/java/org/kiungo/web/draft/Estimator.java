package org.kiungo.web.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.draft.Estimate.Change;

/** Estimates edits from the options that the plan's explanation lists at each place. */
final class Estimator {

  private final PlanFolder base;
  private final EditedPlan edited;
  private final Function<String, List<OptionHere>> optionsAt;
  private final Map<String, List<OptionHere>> options = new HashMap<>();
  private final SortedMap<String, Estimate.Service> services = new TreeMap<>();

  /**
   * @param optionsAt options of a settlement, best cost per weighted person first
   */
  Estimator(PlanFolder base, Function<String, List<OptionHere>> optionsAt) {
    this.base = base;
    this.edited = new EditedPlan(base);
    this.optionsAt = optionsAt;
  }

  /** A place's service under rules: null technology option = none. */
  private record Outcome(OptionHere option, boolean impossible) {}

  Estimate estimate(List<Edit> held) {
    List<Change> changes = new ArrayList<>();
    Change total = Change.NONE;
    for (Edit edit : held) {
      Change change = change(edit);
      changes.add(change);
      total = total.plus(change);
    }
    double budgetUsd = base.scenario().budgetUsd();
    double costUsd = base.plan().totals().lifetimeCostUsd() + total.costUsd();
    return new Estimate(changes, total, budgetUsd - costUsd, services);
  }

  private Change change(Edit edit) {
    var places = edited.places(edit);
    Map<String, Outcome> before = new HashMap<>();
    places.forEach(id -> before.put(id, outcome(id)));
    edited.apply(edit);
    Change sum = Change.NONE;
    for (String id : places) {
      sum = sum.plus(change(id, before.get(id), outcome(id)));
    }
    return sum;
  }

  private Change change(String id, Outcome before, Outcome after) {
    remember(id, after);
    Settlement at = edited.settlement(id);
    return new Change(
        1,
        cost(after) - cost(before),
        Demand.people(at, Status.STANDARD)
            * (share(after, Status.STANDARD) - share(before, Status.STANDARD)),
        Demand.people(at, Status.BASIC)
            * (share(after, Status.BASIC) - share(before, Status.BASIC)),
        after.impossible() ? 1 : 0);
  }

  private void remember(String id, Outcome after) {
    String technologyId = after.option() == null ? "" : after.option().technologyId();
    if (technologyId.equals(edited.planned(id))) {
      services.remove(id);
    } else if (services.size() < Estimate.MOST_SERVICES) {
      Status status = after.option() == null ? Status.UNSERVED : after.option().status();
      services.put(id, new Estimate.Service(technologyId, status));
    }
  }

  private static double cost(Outcome outcome) {
    return outcome.option() == null ? 0 : outcome.option().extraCostUsd();
  }

  /** Share of a place's people who get to a level of service. */
  private double share(Outcome outcome, Status status) {
    OptionHere option = outcome.option();
    if (option == null) {
      return 0;
    }
    double share = option.status() == status ? option.shareRatio() : 0;
    return share + (statusOf(option.restTechnologyId()) == status ? 1 - option.shareRatio() : 0);
  }

  /** What a satellite gives those whom a mast does not. */
  private Status statusOf(String technologyId) {
    return base.problem().catalogue().technologies().stream()
        .filter(each -> each.id().equals(technologyId))
        .map(
            each ->
                Demand.status(
                    each.downlinkMbps().value(),
                    each.roundTripMs().value(),
                    base.problem().standard()))
        .findFirst()
        .orElse(Status.UNSERVED);
  }

  /** The plan's own choice while it is allowed, else the option of the least cost per person. */
  private Outcome outcome(String id) {
    EditLocks rules = edited.rulesAt(id);
    List<OptionHere> here = options.computeIfAbsent(id, optionsAt);
    OptionHere chosen = here.stream().filter(OptionHere::chosen).findFirst().orElse(null);
    String own = edited.planned(id);
    boolean keeps = rules.only().isEmpty() && (own.isEmpty() || rules.allows(own));
    if (keeps) {
      return new Outcome(chosen, false);
    }
    OptionHere found =
        here.stream().filter(each -> rules.allows(each.technologyId())).findFirst().orElse(null);
    return new Outcome(found, found == null && !rules.only().isEmpty());
  }
}
