package org.kiungo.planner.steiner;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Arcs of a graph under reduction: linked lists in and out of each vertex, and where arcs came
 * from.
 */
final class WorkingArcs {

  static final int NONE = -1;
  private static final int BUILT = -2;

  /** Neighbours beyond these are counted as one more. */
  static final int MOST_NEIGHBOURS = 4;

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

  /** Filled by {@link #look}: arcs alive at one vertex, and its neighbours up to a few. */
  int inDegree;

  int outDegree;
  int neighbours;
  final int[] neighbour = new int[MOST_NEIGHBOURS];

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

  int tail(int arc) {
    return tail[arc];
  }

  int head(int arc) {
    return head[arc];
  }

  /** The first arc alive into a vertex, or none. */
  int firstIn(int v) {
    firstIn[v] = alive(firstIn[v], nextIn);
    return firstIn[v];
  }

  /** The next arc alive into the same vertex, or none. */
  int nextIn(int arc) {
    nextIn[arc] = alive(nextIn[arc], nextIn);
    return nextIn[arc];
  }

  private int alive(int arc, int[] next) {
    int a = arc;
    while (a >= 0 && dead[a]) {
      a = next[a];
    }
    return a;
  }

  void look(int v) {
    inDegree = 0;
    outDegree = 0;
    neighbours = 0;
    for (int a = firstIn(v); a >= 0; a = nextIn(a)) {
      inDegree++;
      meet(tail[a]);
    }
    for (int a = firstOut[v]; a >= 0; a = nextOut[a]) {
      if (!dead[a]) {
        outDegree++;
        meet(head[a]);
      }
    }
  }

  /** Tails of the arcs alive into a vertex, each once. */
  int[] neighboursOf(int v) {
    int[] found = new int[8];
    int size = 0;
    for (int a = firstIn(v); a >= 0; a = nextIn(a)) {
      found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
      found[size++] = tail[a];
    }
    return Arrays.stream(found, 0, size).distinct().toArray();
  }

  private void meet(int u) {
    int known = Math.min(neighbours, MOST_NEIGHBOURS);
    for (int k = 0; k < known; k++) {
      if (neighbour[k] == u) {
        return;
      }
    }
    if (known < MOST_NEIGHBOURS) {
      neighbour[known] = u;
    }
    neighbours = known + 1;
  }

  /**
   * Replaces the chains x → v → y and y → v → x by single arcs where they are cheaper.
   *
   * @param rebate taken off the cost of a chain
   */
  void bridge(int x, int v, int y, long rebate) {
    int there = join(x, v, y, rebate);
    int back = join(y, v, x, rebate);
    if (there >= 0 && back >= 0 && partner[there] < 0 && partner[back] < 0) {
      partner[there] = back;
      partner[back] = there;
    }
  }

  private int join(int x, int v, int y, long rebate) {
    int in = cheapest(x, v);
    int out = cheapest(v, y);
    if (in < 0 || out < 0) {
      return NONE;
    }
    long sum = cost[in] + cost[out] - rebate;
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

  /** The cheapest arc alive from one vertex to another, or none. */
  int cheapest(int u, int v) {
    int found = NONE;
    for (int a = firstIn(v); a >= 0; a = nextIn(a)) {
      if (tail[a] == u && (found < 0 || cost[a] < cost[found])) {
        found = a;
      }
    }
    return found;
  }

  /** Makes a link free in both directions; paths through it no longer list what is behind it. */
  void free(int arc) {
    for (int a : new int[] {arc, partner[arc]}) {
      cost[a] = 0;
      source[a] = BUILT;
    }
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
    int[] open = {arc, NONE};
    int waiting = 1;
    int[] whole = new int[1];
    int length = 0;
    while (waiting > 0) {
      int a = open[--waiting];
      if (source[a] >= 0) {
        whole = length == whole.length ? Arrays.copyOf(whole, 2 * length) : whole;
        whole[length++] = source[a];
      } else if (source[a] == NONE) {
        open = waiting + 2 > open.length ? Arrays.copyOf(open, 2 * open.length) : open;
        open[waiting++] = second[a];
        open[waiting++] = first[a];
      }
    }
    return Arrays.copyOf(whole, length);
  }
}
