package org.kiungo.planner.bound;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Arcs of a graph under reduction: linked lists in and out of each vertex, and where arcs came
 * from.
 */
final class WorkingArcs {

  private static final int NONE = -1;

  private int[] tail;
  private int[] head;
  private long[] cost;
  private int[] partner;
  private int[] source;
  private int[] first;
  private int[] second;
  private int[] nextIn;
  private int[] nextOut;
  private boolean[] dead;
  private final int[] firstIn;
  private final int[] firstOut;
  private int count;

  /** Filled by {@link #look}: arcs alive at one vertex and up to two different neighbours. */
  int inDegree;

  int outDegree;
  int neighbours;
  int neighbourA;
  int neighbourB;

  WorkingArcs(ArborescenceInstance instance, boolean[] useless) {
    Digraph graph = instance.graph();
    int m = graph.arcCount();
    tail = new int[m];
    head = new int[m];
    cost = new long[m];
    partner = new int[m];
    first = new int[m];
    second = new int[m];
    nextIn = new int[m];
    nextOut = new int[m];
    dead = new boolean[m];
    source = new int[m];
    firstIn = new int[graph.vertexCount()];
    firstOut = new int[graph.vertexCount()];
    Arrays.fill(firstIn, NONE);
    Arrays.fill(firstOut, NONE);
    int[] place = new int[m];
    Arrays.fill(place, NONE);
    for (int a = 0; a < m; a++) {
      if (!useless[a]) {
        place[a] = add(graph.tail(a), graph.head(a), instance.cost(a));
        source[place[a]] = a;
      }
    }
    for (int a = 0; a < m; a++) {
      if (place[a] >= 0) {
        int back = graph.reverse(a);
        partner[place[a]] = back < 0 ? NONE : place[back];
      }
    }
  }

  private int add(int u, int v, long arcCost) {
    if (count == tail.length) {
      grow();
    }
    int a = count++;
    tail[a] = u;
    head[a] = v;
    cost[a] = arcCost;
    partner[a] = NONE;
    source[a] = NONE;
    nextIn[a] = firstIn[v];
    firstIn[v] = a;
    nextOut[a] = firstOut[u];
    firstOut[u] = a;
    return a;
  }

  private void grow() {
    int size = 16 + count + (count >> 1);
    tail = Arrays.copyOf(tail, size);
    head = Arrays.copyOf(head, size);
    cost = Arrays.copyOf(cost, size);
    partner = Arrays.copyOf(partner, size);
    source = Arrays.copyOf(source, size);
    first = Arrays.copyOf(first, size);
    second = Arrays.copyOf(second, size);
    nextIn = Arrays.copyOf(nextIn, size);
    nextOut = Arrays.copyOf(nextOut, size);
    dead = Arrays.copyOf(dead, size);
  }

  long cost(int arc) {
    return cost[arc];
  }

  void look(int v) {
    inDegree = 0;
    outDegree = 0;
    neighbours = 0;
    neighbourA = NONE;
    neighbourB = NONE;
    for (int a = firstIn[v]; a >= 0; a = nextIn[a]) {
      if (!dead[a]) {
        inDegree++;
        meet(tail[a]);
      }
    }
    for (int a = firstOut[v]; a >= 0; a = nextOut[a]) {
      if (!dead[a]) {
        outDegree++;
        meet(head[a]);
      }
    }
  }

  private void meet(int u) {
    if (u == neighbourA || u == neighbourB) {
      return;
    }
    neighbours++;
    if (neighbours == 1) {
      neighbourA = u;
    } else if (neighbours == 2) {
      neighbourB = u;
    }
  }

  /** Replaces the chains x → v → y and y → v → x by single arcs where they are not dearer. */
  void bridge(int x, int v, int y) {
    int there = join(x, v, y);
    int back = join(y, v, x);
    if (there >= 0 && back >= 0 && partner[there] < 0 && partner[back] < 0) {
      partner[there] = back;
      partner[back] = there;
    }
  }

  private int join(int x, int v, int y) {
    int in = cheapest(x, v);
    int out = cheapest(v, y);
    if (in < 0 || out < 0) {
      return NONE;
    }
    long sum = cost[in] + cost[out];
    int rival = cheapest(x, y);
    if (rival >= 0 && cost[rival] <= sum) {
      return NONE;
    }
    int a = add(x, y, sum);
    first[a] = in;
    second[a] = out;
    if (rival >= 0) {
      dead[rival] = true;
      int other = partner[rival];
      if (other >= 0) {
        partner[other] = a;
        partner[a] = other;
      }
    }
    return a;
  }

  private int cheapest(int u, int v) {
    int found = NONE;
    for (int a = firstIn[v]; a >= 0; a = nextIn[a]) {
      if (!dead[a] && tail[a] == u && (found < 0 || cost[a] < cost[found])) {
        found = a;
      }
    }
    return found;
  }

  void removeAll(int v, IntConsumer touched) {
    for (int a = firstIn[v]; a >= 0; a = nextIn[a]) {
      if (!dead[a]) {
        dead[a] = true;
        touched.accept(tail[a]);
      }
    }
    for (int a = firstOut[v]; a >= 0; a = nextOut[a]) {
      if (!dead[a]) {
        dead[a] = true;
        touched.accept(head[a]);
      }
    }
  }

  /** Gives the living arcs to a builder, links as links; working arcs in the builder's order. */
  int[] compact(int[] number, Digraph.Builder builder) {
    int[] kept = new int[count];
    int size = 0;
    for (int a = 0; a < count; a++) {
      if (dead[a]) {
        continue;
      }
      int back = partner[a];
      boolean link = back >= 0 && !dead[back] && partner[back] == a;
      if (link && back > a) {
        builder.edge(number[tail[a]], number[head[a]]);
        kept[size++] = a;
        kept[size++] = back;
      } else if (!link) {
        builder.arc(number[tail[a]], number[head[a]]);
        kept[size++] = a;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** Arcs of the original graph behind a working arc, in its direction. */
  int[] path(int arc) {
    if (source[arc] >= 0) {
      return new int[] {source[arc]};
    }
    int[] head = path(first[arc]);
    int[] rest = path(second[arc]);
    int[] whole = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, whole, head.length, rest.length);
    return whole;
  }
}
