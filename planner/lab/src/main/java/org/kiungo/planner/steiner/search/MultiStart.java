package org.kiungo.planner.steiner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.ShortestPathHeuristic;

/**
 * Perturbed starts and a pool of good trees that are combined: each step grows a tree at perturbed
 * costs, improves it at those and at the true costs, and then combines it with trees of the pool by
 * making arcs dearer that only one of both, or none, uses. After Pajor, Uchoa and Werneck, A robust
 * and scalable algorithm for the Steiner problem in graphs, Mathematical Programming Computation 10
 * (2018) 69–118, https://doi.org/10.1007/s12532-017-0123-4.
 */
public final class MultiStart {

  private static final int POOL = 16;
  private static final int COMBINATIONS = 3;
  private static final long FACTOR = 1000;

  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final SplittableRandom random;
  private final SteinerLocalSearch search;
  private final List<Arborescence> pool = new ArrayList<>();
  private Arborescence best;

  /**
   * @param start a first tree, improved or not
   */
  public MultiStart(ArborescenceInstance instance, SplittableRandom random, Arborescence start) {
    this.instance = instance;
    this.random = random;
    graph = instance.graph();
    search = new SteinerLocalSearch(instance);
    best = start;
    pool.add(start);
  }

  public Arborescence best() {
    return best;
  }

  /** One new tree and its combinations; true if the best tree got better. */
  public boolean step(BooleanSupplier stop) {
    long before = best.value();
    long[] length = new long[graph.arcCount()];
    for (int a = 0; a < length.length; a++) {
      length[a] = factor(length, a, FACTOR, FACTOR / 5);
    }
    Arborescence tree = improveThrough(length, stop);
    for (int k = 0; k < COMBINATIONS && !stop.getAsBoolean(); k++) {
      Arborescence other = pool.get(random.nextInt(pool.size()));
      Arborescence child = improveThrough(combined(tree, other), stop);
      if (child.value() < tree.value()) {
        add(tree);
        tree = child;
        k = -1;
      } else {
        add(child);
      }
    }
    add(tree);
    return best.value() < before;
  }

  /** A perturbed length, the same both ways along a link. */
  private long factor(long[] length, int arc, long least, long spread) {
    int back = graph.reverse(arc);
    if (back >= 0 && back < arc && instance.cost(back) == instance.cost(arc)) {
      return length[back];
    }
    return instance.cost(arc) * (least + random.nextLong(spread + 1));
  }

  private long[] combined(Arborescence one, Arborescence other) {
    int[] uses = new int[graph.arcCount()];
    count(one, uses);
    count(other, uses);
    long[] length = new long[graph.arcCount()];
    for (int a = 0; a < length.length; a++) {
      int back = graph.reverse(a);
      int used = uses[a] + (back >= 0 ? uses[back] : 0);
      length[a] =
          switch (used) {
            case 0 -> factor(length, a, 10 * FACTOR, FACTOR);
            case 1 -> factor(length, a, FACTOR, 4 * FACTOR);
            default -> factor(length, a, FACTOR, 0);
          };
    }
    return length;
  }

  private static void count(Arborescence tree, int[] uses) {
    for (int a : tree.parentArc()) {
      if (a >= 0) {
        uses[a]++;
      }
    }
  }

  private Arborescence improveThrough(long[] length, BooleanSupplier stop) {
    long[] penalty = new long[graph.vertexCount()];
    for (int v = 0; v < penalty.length; v++) {
      long true0 = instance.penalty(v);
      penalty[v] = true0 == ArborescenceInstance.MANDATORY ? true0 : true0 * FACTOR;
    }
    ArborescenceInstance perturbed = instance.withCosts(length, penalty);
    Arborescence grown = new ShortestPathHeuristic(perturbed).grow(length);
    Arborescence tree = new SteinerLocalSearch(perturbed).improve(grown, stop);
    return search.improve(Arborescence.of(instance, tree.parentArc()), stop);
  }

  /** Takes a tree into the pool if it is among the best and not there yet. */
  public void add(Arborescence tree) {
    if (!tree.isFeasible()) {
      return;
    }
    if (tree.value() < best.value()) {
      best = tree;
    }
    int worst = 0;
    for (int k = 0; k < pool.size(); k++) {
      if (pool.get(k).value() == tree.value() && sameArcs(pool.get(k), tree)) {
        return;
      }
      if (pool.get(k).value() >= pool.get(worst).value()) {
        worst = k;
      }
    }
    if (pool.size() < POOL) {
      pool.add(tree);
    } else if (tree.value() <= pool.get(worst).value()) {
      pool.set(worst, tree);
    }
  }

  private static boolean sameArcs(Arborescence one, Arborescence other) {
    return Arrays.equals(one.parentArc(), other.parentArc());
  }
}
