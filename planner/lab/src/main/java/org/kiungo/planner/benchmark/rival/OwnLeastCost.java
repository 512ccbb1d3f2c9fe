package org.kiungo.planner.benchmark.rival;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/**
 * OnSSET's rule: every settlement takes its own cheapest technology per person; the network is
 * extended to a settlement as long as its site and the hop from the nearest connected place cost
 * less than satellites there, nearest first; under a budget the cheapest per person are built
 * first, hops that others have built already counted as free.
 *
 * @see <a href="https://github.com/OnSSET/onsset">OnSSET, onsset.py: elec_extension_numba and the
 *     least-cost technology per settlement</a>
 */
final class OwnLeastCost implements Rival {

  private static final int BISECTIONS = 40;

  private final HopPrices prices;
  private final Works nothing;
  private final GrownTree tree;
  private final OwnOption[] own;
  private final List<List<Integer>> children;

  OwnLeastCost(
      PlanningProblem problem,
      RankingPlane plane,
      NearestRoots roots,
      List<List<OwnOption>> options) {
    prices = new HopPrices(problem);
    int n = options.size();
    double[] affordableKm = new double[n];
    for (int i = 0; i < n; i++) {
      affordableKm[i] = affordableKm(options.get(i), roots.rainMmPerHour(i, GrownTree.ROOT));
    }
    tree = GrownTree.of(problem, plane, roots, affordableKm);
    nothing = new Works(problem, roots, tree);
    own = new OwnOption[n];
    children = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean joined = tree.parent()[i] != GrownTree.NONE;
      own[i] = Rival.cheapest(options.get(i), !joined).orElse(null);
      children.add(new ArrayList<>());
    }
    for (int i : tree.order()) {
      if (tree.parent()[i] >= 0) {
        children.get(tree.parent()[i]).add(i);
      }
    }
  }

  /** Longest hop that still beats satellites; −1 when even a site alone does not. */
  private double affordableKm(List<OwnOption> here, double mmPerHour) {
    OwnOption site = Rival.cheapest(here, false).orElse(null);
    OwnOption satellite = Rival.cheapest(here, true).orElse(null);
    if (site == null) {
      return -1;
    }
    if (satellite == null) {
      return LONGEST_HOP_KM;
    }
    double spareCents = satellite.centsPerPerson() * site.value() - site.cents();
    double low = -1;
    double high = LONGEST_HOP_KM;
    if (prices.cents(prices.firstUsd(high, mmPerHour), 0) <= spareCents) {
      return high;
    }
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (Math.max(low, 0) + high) / 2;
      if (prices.cents(prices.firstUsd(middle, mmPerHour), 0) <= spareCents) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String id() {
    return "own-least-cost";
  }

  /** A settlement and what a person served costs there as things stood. */
  private record Offer(double centsPerPerson, int place) implements Comparable<Offer> {
    @Override
    public int compareTo(Offer other) {
      int byCost = Double.compare(centsPerPerson, other.centsPerPerson);
      return byCost != 0 ? byCost : Integer.compare(place, other.place);
    }
  }

  @Override
  public Plan plan(double budgetUsd) {
    long budget = Rival.cents(budgetUsd);
    Works works = nothing.empty();
    PriorityQueue<Offer> queue = new PriorityQueue<>();
    for (int i = 0; i < own.length; i++) {
      push(works, queue, i);
    }
    while (!queue.isEmpty()) {
      Offer offer = queue.poll();
      int i = offer.place;
      boolean stale =
          works.chosen[i] != null
              || offer.centsPerPerson > works.extraCents(i, own[i]) / own[i].value();
      if (stale || !works.fitsBeam(own[i])) {
        continue;
      }
      int top = i;
      while (own[i].units() > 0
          && tree.parent()[top] >= 0
          && works.active[tree.parent()[top]] == 0) {
        top = tree.parent()[top];
      }
      boolean grows = own[i].units() > 0 && works.active[top] == 0;
      works.serve(i, own[i]);
      if (works.cents() > budget) {
        works.serve(i, null);
      } else if (grows) {
        pushBelow(works, queue, top);
      }
    }
    return WorksPlan.of(works);
  }

  private void push(Works works, PriorityQueue<Offer> queue, int i) {
    if (own[i] != null && works.chosen[i] == null) {
      queue.add(new Offer(works.extraCents(i, own[i]) / own[i].value(), i));
    }
  }

  private void pushBelow(Works works, PriorityQueue<Offer> queue, int top) {
    List<Integer> waiting = new ArrayList<>(List.of(top));
    while (!waiting.isEmpty()) {
      int i = waiting.remove(waiting.size() - 1);
      push(works, queue, i);
      waiting.addAll(children.get(i));
    }
  }
}
