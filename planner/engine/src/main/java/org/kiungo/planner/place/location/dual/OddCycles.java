package org.kiungo.planner.place.location.dual;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Finds {@link CoverCuts} that a fractional opening violates: sites opened in part are nodes, a
 * group that two of them cover is an edge between them, as long as the group is from being covered
 * exactly once by these two alone; an odd cycle shorter than 1 is a violated cut. Shortest odd
 * cycles are shortest paths in the graph doubled by parity.
 *
 * <p>Complexity: one search of short paths per site opened in part. Guarantee: what is found is
 * violated; cuts of another shape are not looked for.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-78240-4">Grötschel, Lovász and Schrijver 1993,
 *     chapter 9</a>
 */
public final class OddCycles {

  private static final double WHOLE = 0.02;
  private static final double LEAST_VIOLATION = 0.02;
  private static final double SHORT = 1 - LEAST_VIOLATION;

  private record Edge(int from, int to, double length, int group) {}

  private record Reached(double distance, int node) {}

  private final AssignmentCosts costs;
  private final double[] open;
  private Edge[][] edgesOf;

  /** Node 2j + parity: its distance from where the search began, and the edge it was reached by. */
  private final double[] distance;

  private final Edge[] by;

  private OddCycles(AssignmentCosts costs, double[] open) {
    this.costs = costs;
    this.open = open;
    this.distance = new double[2 * costs.sites];
    this.by = new Edge[2 * costs.sites];
  }

  /**
   * Adds to the cuts those that this opening violates.
   *
   * @param open share of each site opened, 0–1
   * @return how many were added
   */
  public static int separate(AssignmentCosts costs, double[] open, CoverCuts cuts) {
    OddCycles cycles = new OddCycles(costs, open);
    cycles.findEdges();
    int added = 0;
    for (int j = 0; j < costs.sites; j++) {
      int[] groups = cycles.edgesOf[j] == null ? null : cycles.through(j);
      if (groups != null && cuts.add(costs, groups, open, LEAST_VIOLATION)) {
        added++;
      }
    }
    return added;
  }

  /** The best group for each pair of sites. */
  private void findEdges() {
    TreeMap<Long, Edge> best = new TreeMap<>();
    int[] part = new int[costs.sites];
    for (int g = 0; g < costs.users; g++) {
      double covered = 0;
      int parts = 0;
      for (int e = costs.start[g]; e < costs.start[g + 1]; e++) {
        double y = open[costs.site[e]];
        covered += y;
        if (y > WHOLE && y < 1 - WHOLE) {
          part[parts++] = costs.site[e];
        }
      }
      double length = Math.abs(covered - 1) + covered;
      for (int a = 0; a < parts && length - 2 < SHORT; a++) {
        for (int b = a + 1; b < parts; b++) {
          double left = Math.max(1e-6, length - open[part[a]] - open[part[b]]);
          if (left < SHORT) {
            Edge edge = new Edge(part[a], part[b], left, g);
            best.merge((long) part[a] * costs.sites + part[b], edge, this::better);
          }
        }
      }
    }
    int[] degree = new int[costs.sites];
    for (Edge edge : best.values()) {
      degree[edge.from]++;
      degree[edge.to]++;
    }
    edgesOf = new Edge[costs.sites][];
    for (Edge edge : best.values()) {
      attach(edge.from, edge, degree);
      attach(edge.to, new Edge(edge.to, edge.from, edge.length, edge.group), degree);
    }
  }

  private void attach(int j, Edge edge, int[] degree) {
    if (edgesOf[j] == null) {
      edgesOf[j] = new Edge[degree[j]];
    }
    edgesOf[j][--degree[j]] = edge;
  }

  /** A cut's price is limited by the weight of its groups: heavy ones are worth a little length. */
  private Edge better(Edge one, Edge other) {
    double worth = (1 - one.length) * costs.outsideCost[one.group];
    return (1 - other.length) * costs.outsideCost[other.group] > worth ? other : one;
  }

  /** Groups on a shortest odd cycle through j; {@code null} when none is short enough. */
  private int[] through(int j) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::node));
    distance[2 * j] = 0;
    queue.add(new Reached(0, 2 * j));
    while (!queue.isEmpty()) {
      Reached next = queue.poll();
      if (next.node == 2 * j + 1) {
        return groups(j);
      }
      if (next.distance > distance[next.node]) {
        continue;
      }
      for (Edge edge : edgesOf[next.node / 2]) {
        int to = 2 * edge.to + 1 - next.node % 2;
        double reached = next.distance + edge.length;
        if (reached < SHORT && reached < distance[to]) {
          distance[to] = reached;
          by[to] = edge;
          queue.add(new Reached(reached, to));
        }
      }
    }
    return null;
  }

  private int[] groups(int j) {
    int[] groups = new int[2 * costs.sites];
    int count = 0;
    for (int node = 2 * j + 1; node != 2 * j; node = 2 * by[node].from + 1 - node % 2) {
      groups[count++] = by[node].group;
    }
    int[] cycle = Arrays.copyOf(groups, count);
    return Arrays.stream(cycle).distinct().count() == count ? cycle : null;
  }
}
