package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.web.plan.PlanSummary;

/**
 * A candidate plan to choose: what it strives for, its cost, its people and how good it is.
 *
 * @param onOtherData whether it rests on other data than its countries' newest
 * @param hasNamesake whether another of the list was given the same name
 */
record PlanCard(PlanSummary summary, boolean onOtherData, boolean hasNamesake) {

  /** Whether its budget tells it from another of its name. */
  boolean tellsBudget() {
    return hasNamesake && summary.scenario().hasBudget();
  }

  /** A plan by itself. */
  PlanCard(PlanSummary summary, boolean onOtherData) {
    this(summary, onOtherData, false);
  }

  /**
   * A list of plans, each with its rests behind it.
   *
   * @param others ids of those that rest on other data
   */
  static List<PlanCard> all(List<PlanSummary> plans, Set<String> others) {
    Map<String, Long> names =
        plans.stream()
            .filter(PlanSummary::isNamed)
            .collect(Collectors.groupingBy(PlanSummary::name, Collectors.counting()));
    List<PlanSummary> ordered = new ArrayList<>();
    plans.stream()
        .filter(each -> !each.isContinuation())
        .forEach(each -> add(each, plans, ordered));
    // of plans that are not in the list
    plans.stream().filter(each -> !ordered.contains(each)).forEach(ordered::add);
    return ordered.stream()
        .map(
            each ->
                new PlanCard(
                    each, others.contains(each.id()), each.isNamed() && names.get(each.name()) > 1))
        .toList();
  }

  private static void add(PlanSummary plan, List<PlanSummary> all, List<PlanSummary> ordered) {
    ordered.add(plan);
    all.stream()
        .filter(each -> each.isContinuation() && each.rest().planId().equals(plan.id()))
        .forEach(each -> add(each, all, ordered));
  }

  /** False for a plan without a name, or with that its sample was made under. */
  public boolean isNamed() {
    return summary.isNamed();
  }

  /** False when no bound says how far the plan is from the best possible. */
  public boolean bounded() {
    return !Double.isNaN(summary.certificate().gapRatio());
  }
}
