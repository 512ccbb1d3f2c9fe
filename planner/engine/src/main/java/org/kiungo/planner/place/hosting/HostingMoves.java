package org.kiungo.planner.place.hosting;

import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import org.kiungo.planner.place.local.PlacementSearch;

/**
 * Moves of the local search of a placement: which services open and close at which sites. Opening
 * or closing one alone is not among them, as a spent budget forbids the one and the other only
 * loses; nor is refilling greedily, which {@link HostingSearch} has done before (measured in
 * docs/location-benchmarks.md).
 */
public final class HostingMoves implements PlacementSearch.Neighbourhood {

  /** Kinds of moves. */
  public enum Kind {
    /** One opens, others close at random until the budget holds. */
    EXCHANGE,
    /**
     * A service moves to another site in reach of the same users (Teitz and Bart 1968, Operations
     * Research 16, 955–961).
     */
    INTERCHANGE,
    /** A site moves with all its services. */
    RELOCATION
  }

  /** A demand point's most valuable sites among which another is drawn. */
  private static final int NEAR = 12;

  private final Hosting hosting;
  private final GreedyHosting greedy;
  private final double[][] openRatio;
  private final int[] cells;
  private final Kind[] kinds;

  HostingMoves(
      Hosting hosting, GreedyHosting greedy, double[][] openRatio, int[] cells, Set<Kind> kinds) {
    this.hosting = hosting;
    this.greedy = greedy;
    this.openRatio = openRatio;
    this.cells = cells;
    this.kinds = kinds.toArray(new Kind[0]);
  }

  @Override
  public void move(BitSet open, Random random) {
    switch (kinds[random.nextInt(kinds.length)]) {
      case EXCHANGE -> exchange(open, random);
      case INTERCHANGE -> interchange(open, random);
      case RELOCATION -> relocate(open, random);
    }
  }

  private int drawOpen(BitSet open, Random random, boolean leastPromising) {
    int chosen = -1;
    int draws = leastPromising ? 2 : 1;
    for (int d = 0; d < draws && !open.isEmpty(); d++) {
      int c = open.nextSetBit(random.nextInt(open.length()));
      if (chosen < 0 || ratio(c) < ratio(chosen)) {
        chosen = c;
      }
    }
    return chosen;
  }

  private double ratio(int c) {
    return openRatio[c / hosting.sites][c % hosting.sites];
  }

  private void exchange(BitSet open, Random random) {
    int in = -1;
    for (int d = 0; d < 3; d++) {
      int c = cells[random.nextInt(cells.length)];
      if (!open.get(c) && (in < 0 || ratio(c) > ratio(in))) {
        in = c;
      }
    }
    if (in < 0) {
      return;
    }
    for (int k = 0; k < 8 && usd(open, in) > hosting.problem.budgetUsd() && !open.isEmpty(); k++) {
      open.clear(drawOpen(open, random, true));
    }
    open.set(in);
  }

  private double usd(BitSet open, int in) {
    boolean[][] placed = hosting.placed(open);
    placed[in / hosting.sites][in % hosting.sites] = true;
    return hosting.costUsd(placed);
  }

  private void interchange(BitSet open, Random random) {
    int out = drawOpen(open, random, false);
    if (out < 0) {
      return;
    }
    int to = neighbour(out, open, random);
    if (to >= 0) {
      open.clear(out);
      open.set(to);
    }
  }

  private int neighbour(int out, BitSet open, Random random) {
    int[] users = greedy.demandPoints(out);
    if (users.length == 0) {
      return -1;
    }
    int k = out / hosting.sites;
    int[] allowed = hosting.allowed[users[random.nextInt(users.length)]];
    int c = k * hosting.sites + allowed[random.nextInt(Math.min(NEAR, allowed.length))];
    return open.get(c) || hosting.locked(k, c % hosting.sites) ? -1 : c;
  }

  private void relocate(BitSet open, Random random) {
    int out = drawOpen(open, random, false);
    int to = out < 0 ? -1 : neighbour(out, open, random);
    if (to < 0) {
      return;
    }
    for (int k = 0; k < hosting.services; k++) {
      int from = k * hosting.sites + out % hosting.sites;
      int there = k * hosting.sites + to % hosting.sites;
      if (open.get(from)
          && !open.get(there)
          && !hosting.locked(k, to % hosting.sites)
          && hosting.serviceUsd[k][to % hosting.sites] < Double.POSITIVE_INFINITY) {
        open.clear(from);
        open.set(there);
      }
    }
  }
}
