package org.kiungo.planner.benchmark.rival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/**
 * ITU's sequential method: a minimum spanning tree first, never changed afterwards; then each place
 * is given the tree ({@code fibre}, only if its parent has it too), a single radio hop of at most
 * {@value #SIGHT_KM} km to the existing network, satellites, or nothing, so that most people are
 * served within the budget. The assignment programme is solved by pricing the budget and exact
 * dynamic programming on the tree, and what money is left is spent cheapest first.
 *
 * @see <a href="https://github.com/FNS-Division/cpp-user-guide">ITU Connectivity Planning Platform,
 *     user guide: scenarios and technology assignment</a>
 */
final class SequentialTree implements Rival {

  static final double SIGHT_KM = 30;

  private static final int BISECTIONS = 30;

  private final Works nothing;
  private final List<List<OwnOption>> options;
  private final GrownTree tree;
  private final double[] directKm;
  private final long[] hopCents;
  private final long[] directCents;

  SequentialTree(
      PlanningProblem problem, NearestRoots roots, List<List<OwnOption>> options, GrownTree tree) {
    nothing = new Works(problem, roots, tree);
    HopPrices prices = new HopPrices(problem);
    this.options = options;
    this.tree = tree;
    int n = options.size();
    directKm = new double[n];
    hopCents = new long[n];
    directCents = new long[n];
    for (int i = 0; i < n; i++) {
      directKm[i] =
          roots.location[i] == null
              ? Double.POSITIVE_INFINITY
              : problem.settlements().get(i).location().distanceKm(roots.location[i]);
      boolean sees = directKm[i] <= SIGHT_KM;
      double there = roots.rainMmPerHour(i, GrownTree.ROOT);
      directCents[i] = sees ? prices.cents(prices.firstUsd(directKm[i], there), 0) : -1;
      int up = tree.parent()[i];
      double rain = up == GrownTree.NONE ? 0 : roots.rainMmPerHour(i, up);
      hopCents[i] =
          up == GrownTree.NONE ? -1 : prices.cents(prices.firstUsd(tree.hopKm()[i], rain), 0);
    }
  }

  @Override
  public String id() {
    return "sequential";
  }

  @Override
  public Plan plan(double budgetUsd) {
    long budget = Rival.cents(budgetUsd);
    double low = 1e-12;
    double high = 1e6;
    Works best = nothing.empty();
    for (int k = 0; k < BISECTIONS; k++) {
      double price = Math.sqrt(low * high);
      Works works = assigned(price);
      if (works.cents() <= budget) {
        best = works.value() >= best.value() ? works : best;
        high = price;
      } else {
        low = price;
      }
    }
    fill(best, budget);
    return WorksPlan.of(best);
  }

  /** What a place would do at a price. */
  private record Choice(OwnOption option, double profit) {}

  private Choice best(int i, boolean freeStanding, double price, long linkCents) {
    Choice best = new Choice(null, 0);
    for (OwnOption option : options.get(i)) {
      double profit = option.value() - price * (option.cents() + linkCents);
      if ((option.units() == 0) == freeStanding && profit > best.profit) {
        best = new Choice(option, profit);
      }
    }
    return best;
  }

  private Works assigned(double price) {
    int n = options.size();
    double[] onTree = new double[n];
    double[] offTree = new double[n];
    boolean[] direct = new boolean[n];
    for (int i = 0; i < n; i++) {
      double radio = directCents[i] < 0 ? 0 : best(i, false, price, directCents[i]).profit;
      double satellite = best(i, true, price, 0).profit;
      direct[i] = radio > satellite;
      offTree[i] = Math.max(radio, satellite);
    }
    double[] children = new double[n];
    double[] childrenOff = new double[n];
    for (int k = tree.order().length - 1; k >= 0; k--) {
      int i = tree.order()[k];
      onTree[i] = best(i, false, price, 0).profit - price * hopCents[i] + children[i];
      offTree[i] += childrenOff[i];
      int up = tree.parent()[i];
      if (up >= 0) {
        children[up] += Math.max(onTree[i], offTree[i]);
        childrenOff[up] += offTree[i];
      }
    }
    Works works = nothing.empty();
    boolean[] has = new boolean[n];
    for (int i : tree.order()) {
      int up = tree.parent()[i];
      has[i] = (up < 0 || has[up]) && onTree[i] > offTree[i];
    }
    for (int i = 0; i < n; i++) {
      Choice choice = best(i, false, price, 0);
      if (!has[i] && direct[i]) {
        works.hangOnRoot(i, directKm[i]);
        choice = best(i, false, price, directCents[i]);
      } else if (!has[i]) {
        choice = best(i, true, price, 0);
      }
      if (choice.option != null && works.fitsBeam(choice.option)) {
        works.serve(i, choice.option);
      }
    }
    return works;
  }

  /** An option for a place not served yet, and what a person served costs by it now. */
  private record Offer(int place, OwnOption option, double centsPerPerson) {}

  private void fill(Works works, long budget) {
    boolean more = true;
    while (more) {
      more = false;
      List<Offer> offers = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        for (OwnOption option : options.get(i)) {
          boolean possible = option.units() == 0 || works.isConnectable(i);
          if (works.chosen[i] == null && possible) {
            offers.add(new Offer(i, option, works.extraCents(i, option) / option.value()));
          }
        }
      }
      offers.sort(Comparator.comparingDouble(Offer::centsPerPerson));
      for (Offer offer : offers) {
        boolean open = works.chosen[offer.place] == null && works.fitsBeam(offer.option);
        if (open && works.cents() + works.extraCents(offer.place, offer.option) <= budget) {
          works.serve(offer.place, offer.option);
          if (works.cents() > budget) {
            works.serve(offer.place, null);
          } else {
            more = true;
          }
        }
      }
    }
  }
}
