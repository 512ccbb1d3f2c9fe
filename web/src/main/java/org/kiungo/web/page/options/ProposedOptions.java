package org.kiungo.web.page.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kiungo.web.compare.Frontier;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.review.PlanReview.State;

/**
 * Which plans of a country to lay before whoever chooses, where nobody says so: what was approved
 * or reviewed, the last one first; then who gains most for sure, who gains most, and what asks
 * least of the state; other budgets of the same question where these are not three.
 */
final class ProposedOptions {

  private static final int COUNT = 3;

  /** Least public money is no choice where it is asked for nearly nothing. */
  private static final double GAINS_AT_LEAST_RATIO = 0.5;

  private ProposedOptions() {}

  /**
   * Up to three.
   *
   * @param comparable plans on the same data and prices, none of them refused
   * @param state what a plan is
   */
  static List<PlanSummary> of(List<PlanSummary> comparable, Function<PlanSummary, State> state) {
    List<PlanSummary> chosen = new ArrayList<>();
    for (State each : List.of(State.APPROVED, State.REVIEWED)) {
      IntStream.range(0, comparable.size())
          .mapToObj(k -> comparable.get(comparable.size() - 1 - k))
          .filter(plan -> state.apply(plan) == each)
          .forEach(plan -> add(plan, chosen));
    }
    Optional<PlanSummary> most = best(comparable.stream(), PlanSummary::peopleGained);
    best(comparable.stream(), PlanSummary::peopleSure).ifPresent(each -> add(each, chosen));
    most.ifPresent(each -> add(each, chosen));
    most.flatMap(
            all ->
                best(
                    comparable.stream()
                        .filter(
                            each ->
                                each.peopleGained() >= GAINS_AT_LEAST_RATIO * all.peopleGained()),
                    each -> -each.totals().viabilityGapUsd()))
        .ifPresent(each -> add(each, chosen));
    most.ifPresent(each -> budgets(each, comparable).forEach(other -> add(other, chosen)));
    comparable.forEach(other -> add(other, chosen));
    comparable.stream()
        .filter(each -> chosen.size() < COUNT && !chosen.contains(each))
        .forEach(chosen::add);
    return List.copyOf(chosen);
  }

  /** The same question for other money: the least, the most, then what lies between. */
  private static List<PlanSummary> budgets(PlanSummary plan, List<PlanSummary> comparable) {
    List<PlanSummary> steps =
        Frontier.of(plan, comparable).stream()
            .filter(each -> !each.dominated())
            .map(Frontier.Step::id)
            .flatMap(id -> comparable.stream().filter(each -> each.id().equals(id)))
            .toList();
    if (steps.isEmpty()) {
      return steps;
    }
    return List.of(steps.get(0), steps.get(steps.size() - 1), steps.get(steps.size() / 2));
  }

  /** Unless it is there, or another of the same sums. */
  private static void add(PlanSummary plan, List<PlanSummary> chosen) {
    if (chosen.size() < COUNT
        && chosen.stream().noneMatch(each -> each.totals().equals(plan.totals()))) {
      chosen.add(plan);
    }
  }

  private static Optional<PlanSummary> best(
      Stream<PlanSummary> plans, ToDoubleFunction<PlanSummary> figure) {
    return plans
        .filter(each -> !Double.isNaN(figure.applyAsDouble(each)))
        .max(Comparator.comparingDouble(figure));
  }
}
