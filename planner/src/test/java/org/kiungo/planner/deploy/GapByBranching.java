package org.kiungo.planner.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.deploy.DeploySettings.LockedChoice;
import org.kiungo.planner.model.PlanningProblem;

/**
 * How much of a gap is due to one price for the whole budget: branches on whether single
 * settlements are served, the branch of the highest bound first (branch and bound over Lagrangian
 * bounds, Geoffrion 1974, https://doi.org/10.1007/BFb0120690). Where the bound meets the plan, the
 * gap was the bound's; where the plan rises, it was the plan's.
 *
 * <p>Run as a main class: country, a {@link GapVariants variant}, budget in USD, branches at most.
 */
final class GapByBranching {

  /** Bound and plan nearer than this are not told apart. */
  private static final double NEAR_RATIO = 0.0001;

  private final PlanningProblem problem;
  private final double budgetUsd;

  /** Value of the best plan found. */
  private double best;

  private int branches;

  private GapByBranching(PlanningProblem problem, double budgetUsd) {
    this.problem = problem;
    this.budgetUsd = budgetUsd;
  }

  /**
   * @param served settlements that must be served (true) or not (false); all others may be
   * @param doubtful settlement that some plans found here serve and others do not, the one worth
   *     most; −1 = none
   */
  private record Branch(Map<Integer, Boolean> served, double bound, double price, int doubtful) {}

  public static void main(String[] args) throws IOException {
    PlanningProblem problem = GapVariants.valueOf(args[1]).of(CountryData.read(args[0]));
    GapByBranching search = new GapByBranching(problem, Double.parseDouble(args[2]));
    search.run(Integer.parseInt(args[3]));
  }

  private void run(int most) {
    long start = System.nanoTime();
    PriorityQueue<Branch> open =
        new PriorityQueue<>(Comparator.comparingDouble((Branch b) -> -b.bound));
    open.add(bound(Map.of(), 0, Double.POSITIVE_INFINITY));
    double bound = open.peek().bound;
    tell(bound, start);
    while (branches < most && bound > best * (1 + NEAR_RATIO) && open.peek().doubtful >= 0) {
      Branch branch = open.poll();
      for (boolean isServed : new boolean[] {true, false}) {
        Map<Integer, Boolean> served = new HashMap<>(branch.served);
        served.put(branch.doubtful, isServed);
        Branch child = bound(served, branch.price, branch.bound);
        if (child.bound > best) {
          open.add(child);
        }
      }
      bound = open.isEmpty() ? best : open.peek().bound;
    }
    tell(bound, start);
  }

  private void tell(double bound, long start) {
    System.out.printf(
        "branches %d bound %.0f people %.0f gap %.3f %% after %.1f s%n",
        branches,
        bound / World.VALUE_PER_PERSON,
        best / World.VALUE_PER_PERSON,
        100 * (1 - best / bound),
        (System.nanoTime() - start) / 1e9);
  }

  private Branch bound(Map<Integer, Boolean> served, double price, double boundBefore) {
    branches++;
    World question = question(served);
    Draft greedy = new GreedyConstruction(question).build(() -> false);
    keep(greedy);
    double paid = greedy.value / (double) Math.max(1, greedy.costCents);
    PriceSearch.Found found =
        new PriceSearch(question, question.today.arc)
            .search(question, price > 0 ? price : paid, () -> false);
    int[] serving = new int[question.places.settlements];
    for (Draft draft : found.drafts()) {
      for (int i = 0; i < serving.length; i++) {
        serving[i] += draft.choice[i] >= 0 ? 1 : 0;
      }
      keep(PricedDescent.fitted(draft, found.valuePerCent(), () -> false));
    }
    double bound = Math.min(found.bound(), boundBefore);
    int doubtful = doubtful(question, served, serving, found.drafts().size());
    return new Branch(served, bound, found.valuePerCent(), doubtful);
  }

  private World question(Map<Integer, Boolean> served) {
    List<LockedChoice> never = new ArrayList<>();
    served.forEach(
        (i, isServed) -> {
          if (!isServed) {
            never.add(new LockedChoice(problem.settlements().get(i).id(), "*", true));
          }
        });
    DeploySettings settings =
        new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), never, 42, 0);
    World world = new World(problem, settings);
    served.forEach((i, isServed) -> world.options.demanded[i] |= isServed);
    return world.withBudget(budgetUsd);
  }

  private void keep(Draft draft) {
    if (draft.violation() == 0) {
      best = Math.max(best, draft.value);
    }
  }

  private static int doubtful(
      World question, Map<Integer, Boolean> served, int[] serving, int drafts) {
    AccessOptions options = question.options;
    int found = -1;
    long worth = 0;
    for (int o = 0; o < options.value.length; o++) {
      int i = options.owner[o];
      boolean differs = serving[i] > 0 && serving[i] < drafts && !served.containsKey(i);
      if (differs && options.value[o] > worth) {
        worth = options.value[o];
        found = i;
      }
    }
    return found;
  }
}
