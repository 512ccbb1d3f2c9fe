package org.kiungo.planner.benchmark.rival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Giga's rule: Prim's algorithm connects places from the existing network; in each cluster (what
 * hangs on one point of the network) the dearest leaf goes as long as the tree costs more than
 * satellites for its places; under a budget, clusters are taken by ascending cost per person, the
 * last one loses its dearest leaves until it fits, and satellites are added cheapest first.
 *
 * @see <a href="https://github.com/unicef/giga-open-cost-model">Giga open cost model,
 *     optimizers/constrained_economies_of_scale_minimizer.py and graph/cost_tree_pruner.py</a>
 */
final class PrunedTree implements Rival {

  private final Works nothing;
  private final GrownTree tree;
  private final OwnOption[] site;
  private final OwnOption[] satellite;
  private final long[] hopCents;
  private final List<Cluster> clusters = new ArrayList<>();

  /** Places of a cluster in the order they joined, those pruned away left out. */
  private record Cluster(List<Integer> places, double centsPerPerson) {}

  PrunedTree(
      PlanningProblem problem, NearestRoots roots, List<List<OwnOption>> options, GrownTree tree) {
    nothing = new Works(problem, roots, tree);
    HopPrices prices = new HopPrices(problem);
    this.tree = tree;
    int n = options.size();
    site = new OwnOption[n];
    satellite = new OwnOption[n];
    hopCents = new long[n];
    for (int i = 0; i < n; i++) {
      site[i] = Rival.cheapest(options.get(i), false).orElse(null);
      satellite[i] = Rival.cheapest(options.get(i), true).orElse(null);
      int up = tree.parent()[i];
      double rain = up == GrownTree.NONE ? 0 : roots.rainMmPerHour(i, up);
      hopCents[i] =
          up == GrownTree.NONE ? 0 : prices.cents(prices.firstUsd(tree.hopKm()[i], rain), 0);
    }
    int[] clusterOf = new int[n];
    List<List<Integer>> members = new ArrayList<>();
    for (int i : tree.order()) {
      int up = tree.parent()[i];
      if (up == GrownTree.ROOT) {
        clusterOf[i] = members.size();
        members.add(new ArrayList<>());
      } else {
        clusterOf[i] = clusterOf[up];
      }
      members.get(clusterOf[i]).add(i);
    }
    members.forEach(places -> prune(places).ifPresent(clusters::add));
    clusters.sort(Comparator.comparingDouble(Cluster::centsPerPerson));
  }

  private double siteCents(int i) {
    return hopCents[i] + (site[i] == null ? 0 : site[i].cents());
  }

  private static double value(OwnOption option) {
    return option == null ? 0 : option.value();
  }

  private double alternativeCents(int i) {
    if (site[i] == null) {
      return 0;
    }
    return satellite[i] == null
        ? Double.POSITIVE_INFINITY
        : satellite[i].centsPerPerson() * site[i].value();
  }

  private Optional<Cluster> prune(List<Integer> members) {
    double cents = members.stream().mapToDouble(this::siteCents).sum();
    double others = members.stream().mapToDouble(this::alternativeCents).sum();
    Leaves leaves = new Leaves(members);
    while (cents > others && !leaves.queue.isEmpty()) {
      int i = leaves.remove();
      cents -= siteCents(i);
      others -= alternativeCents(i);
    }
    List<Integer> kept = leaves.kept();
    double people = kept.stream().mapToDouble(i -> value(site[i])).sum();
    return people > 0 ? Optional.of(new Cluster(kept, cents / people)) : Optional.empty();
  }

  /** Leaves of a part of the tree, dearest per person first. */
  private final class Leaves {
    private final PriorityQueue<Integer> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Integer i) -> -siteCents(i) / value(site[i]))
                .thenComparing(i -> i));
    private final List<Integer> members;
    private final java.util.BitSet in = new java.util.BitSet();
    private final java.util.Map<Integer, Integer> below = new java.util.HashMap<>();

    Leaves(List<Integer> members) {
      this.members = members;
      for (int i : members) {
        in.set(i);
        below.merge(tree.parent()[i], 1, Integer::sum);
      }
      members.stream().filter(i -> !below.containsKey(i)).forEach(queue::add);
    }

    int remove() {
      int i = queue.remove();
      in.clear(i);
      int up = tree.parent()[i];
      if (below.merge(up, -1, Integer::sum) == 0 && up >= 0) {
        queue.add(up);
      }
      return i;
    }

    List<Integer> kept() {
      return members.stream().filter(in::get).toList();
    }
  }

  @Override
  public String id() {
    return "pruned-tree";
  }

  @Override
  public Plan plan(double budgetUsd) {
    long budget = Rival.cents(budgetUsd);
    Works works = nothing.empty();
    for (Cluster cluster : clusters) {
      cluster.places.forEach(i -> works.serve(i, site[i]));
      if (works.cents() > budget) {
        Leaves leaves = new Leaves(cluster.places);
        while (works.cents() > budget) {
          works.serve(leaves.remove(), null);
        }
        break;
      }
    }
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < satellite.length; i++) {
      if (works.chosen[i] == null && satellite[i] != null) {
        left.add(i);
      }
    }
    left.sort(Comparator.comparingDouble(i -> satellite[i].centsPerPerson()));
    for (int i : left) {
      boolean fits = works.cents() + satellite[i].cents() <= budget;
      if (fits && works.fitsBeam(satellite[i])) {
        works.serve(i, satellite[i]);
      }
    }
    return WorksPlan.of(works);
  }
}
