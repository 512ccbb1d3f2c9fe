package org.kiungo.planner.benchmark.rival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;

/**
 * A planning method to compare with, prepared for one problem; the {@code permits} list is the
 * registry. Locked choices are not known to any of them.
 */
public sealed interface Rival permits SequentialTree, OwnLeastCost, PrunedTree, BetterOf {

  /** Short name in tables. */
  String id();

  /**
   * The plan this method makes for a budget.
   *
   * @param budgetUsd cap on lifetime cost, ≥ 0, as in a scenario
   * @return a plan that keeps the cap and every rule of the verifier
   */
  Plan plan(double budgetUsd);

  /** Every method, prepared for a problem; preparation compares all pairs of settlements, O(n²). */
  static List<Rival> all(PlanningProblem problem) {
    RankingPlane plane = new RankingPlane(problem);
    NearestRoots roots = new NearestRoots(problem, plane);
    List<List<OwnOption>> options = OwnOption.of(problem);
    List<List<OwnOption>> standard =
        options.stream().map(here -> here.stream().filter(OwnOption::isStandard).toList()).toList();
    double[] longestKm = new double[options.size()];
    Arrays.fill(longestKm, LONGEST_HOP_KM);
    GrownTree tree = GrownTree.of(problem, plane, roots, longestKm);
    return List.of(
        new SequentialTree(problem, roots, options, tree),
        new BetterOf(
            new OwnLeastCost(problem, plane, roots, options),
            new OwnLeastCost(problem, plane, roots, standard),
            problem.standard()),
        new BetterOf(
            new PrunedTree(problem, roots, options, tree),
            new PrunedTree(problem, roots, standard, tree),
            problem.standard()));
  }

  /**
   * Longest hop of the methods' trees.
   *
   * @see <a href="https://github.com/FNS-Division/cpp-user-guide">ITU Connectivity Planning
   *     Platform, user guide: max_connection_distance, default 50 km</a>
   */
  double LONGEST_HOP_KM = 50;

  /** Rounded down, so that a plan within the cents is within the dollars. */
  static long cents(double budgetUsd) {
    return Money.wholeCents(budgetUsd);
  }

  /**
   * The option that serves a weighted person for least, from a site of its own or free-standing.
   */
  static Optional<OwnOption> cheapest(List<OwnOption> here, boolean freeStanding) {
    return here.stream()
        .filter(option -> (option.units() == 0) == freeStanding)
        .min(Comparator.comparingDouble(OwnOption::centsPerPerson));
  }
}
