package org.kiungo.planner.steiner.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Takes a few neighbouring vertices out of the tree and joins the parts by stars, the one with the
 * least cost per part joined first. Where many terminals share a vertex, one star replaces several
 * shortest paths between two parts at a time.
 *
 * <p>Ruin and recreate: Schrimpf and others, Journal of Computational Physics 159 (2000) 139–171,
 * https://doi.org/10.1006/jcph.1999.6413; the measure of a star is the average distance heuristic's
 * (Rayward-Smith, International Journal of Mathematical Education in Science and Technology 14
 * (1983) 15–23), here over direct arcs; parts that no star joins are joined by shortest paths. For
 * graphs in which every arc has its reverse at the same cost.
 */
final class StarRecreation {

  /** Most vertices taken out at once. */
  private static final int MOST_OUT = 5;

  /** Vertices of the tree looked at for those. */
  private static final int NEAR = 60;

  /** Parts together with more vertices than this are put back: looking around them takes long. */
  private static final int MOST_MEMBERS = 1000;

  /** A star's cost counts up to so much more, by chance. */
  private static final double NOISE = 0.1;

  private static final int REST = 0;

  private final TreeState tree;
  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final Reconnection reconnection;
  private final int[] part;
  private final int[] partStamp;
  private final int[] seen;
  private final int[] near = new int[NEAR];
  private int[] top = new int[64];

  /** Per part the one it was merged into. */
  private int[] leader = new int[64];

  private int parts;
  private final int[] members;
  private int memberCount;
  private final int[] candidates;
  private int candidateCount;
  private int stamp;

  private long[] partCost = new long[64];
  private int[] partArc = new int[64];
  private int[] partSeen = new int[64];
  private int look;
  private int[] order = new int[64];
  private double bestRatio;
  private int bestCentre;
  private int bestArc;
  private int[] starArc = new int[64];
  private int starSize;

  StarRecreation(TreeState tree, Reconnection reconnection) {
    this.tree = tree;
    this.reconnection = reconnection;
    instance = tree.instance;
    graph = tree.graph;
    int n = graph.vertexCount();
    part = new int[n];
    partStamp = new int[n];
    seen = new int[n];
    members = new int[n];
    candidates = new int[n];
  }

  /** Takes vertices out around a random one and joins the parts; false: the tree is in parts. */
  boolean step(SplittableRandom random) {
    stamp++;
    parts = 1;
    ruin(random);
    return tidyParts() && recreate(random);
  }

  private void ruin(SplittableRandom random) {
    int n = graph.vertexCount();
    int start = random.nextInt(n);
    while (!tree.contains(start)) {
      start = start + 1 == n ? 0 : start + 1;
    }
    int wanted = 1 + random.nextInt(MOST_OUT);
    int count = 1;
    near[0] = start;
    seen[start] = stamp;
    for (int k = 0; k < count; k++) {
      int v = near[k];
      if (tree.parentArc[v] >= 0) {
        count = look(tree.parent(v), count);
      }
      for (int c = tree.firstChild[v]; c >= 0; c = tree.nextSibling[c]) {
        count = look(c, count);
      }
    }
    for (int k = 0; k < count && wanted > 0; k++) {
      int v = near[k];
      if (v == tree.root || !tree.contains(v)) {
        continue;
      }
      if (instance.penalty(v) == 0) {
        takeOut(v);
        wanted--;
      } else if (!tree.isDetached(v) && random.nextInt(4) == 0) {
        KeyPathExchange.cutAbove(tree, v);
        addPart(v);
        wanted--;
      }
    }
  }

  private int look(int v, int count) {
    if (count == NEAR || seen[v] == stamp) {
      return count;
    }
    seen[v] = stamp;
    near[count] = v;
    return count + 1;
  }

  private void takeOut(int v) {
    while (tree.firstChild[v] >= 0) {
      int x = tree.firstChild[v];
      tree.detach(x);
      addPart(x);
    }
    if (!tree.isDetached(v)) {
      KeyPathExchange.cutAbove(tree, v);
    }
    tree.setParent(v, -1);
  }

  private void addPart(int v) {
    if (parts == top.length) {
      int size = 2 * parts;
      top = Arrays.copyOf(top, size);
      leader = Arrays.copyOf(leader, size);
      partCost = Arrays.copyOf(partCost, size);
      partArc = Arrays.copyOf(partArc, size);
      partSeen = Arrays.copyOf(partSeen, size);
      order = Arrays.copyOf(order, size);
      starArc = Arrays.copyOf(starArc, size);
    }
    top[parts++] = v;
  }

  /** Frees what no terminal needs at the tops, and numbers the vertices; false if too many. */
  private boolean tidyParts() {
    int kept = 1;
    memberCount = 0;
    candidateCount = 0;
    leader[REST] = REST;
    for (int k = 1; k < parts; k++) {
      int t = top[k];
      while (t >= 0 && tree.isDetached(t) && instance.penalty(t) == 0 && tree.childCount(t) < 2) {
        int next = tree.firstChild[t];
        if (next >= 0) {
          tree.detach(next);
        }
        tree.setParent(t, -1);
        t = next;
      }
      if (t >= 0 && tree.isDetached(t)) {
        top[kept] = t;
        leader[kept] = kept;
        int from = memberCount;
        join(t, kept);
        for (int m = from; m < memberCount; m++) {
          for (int c = tree.firstChild[members[m]]; c >= 0; c = tree.nextSibling[c]) {
            if (memberCount >= MOST_MEMBERS) {
              return false;
            }
            join(c, kept);
          }
        }
        kept++;
      }
    }
    parts = kept;
    for (int m = 0; m < memberCount; m++) {
      offerNeighbours(members[m]);
    }
    return true;
  }

  private void join(int v, int number) {
    part[v] = number;
    partStamp[v] = stamp;
    members[memberCount++] = v;
  }

  private void offerNeighbours(int v) {
    for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
      int u = graph.tail(a);
      if (!tree.contains(u) && seen[u] != -stamp) {
        seen[u] = -stamp;
        candidates[candidateCount++] = u;
      }
    }
  }

  private int partOf(int v) {
    return partStamp[v] == stamp ? leader[part[v]] : REST;
  }

  /** Makes one part of two. */
  private void merge(int number, int into) {
    for (int k = 1; k < parts; k++) {
      leader[k] = leader[k] == number ? into : leader[k];
    }
  }

  private boolean recreate(SplittableRandom random) {
    for (int left = parts; left > 1; ) {
      bestRatio = Double.MAX_VALUE;
      bestCentre = -1;
      bestArc = -1;
      for (int m = 0; m < memberCount; m++) {
        lookForArc(members[m], random);
      }
      int kept = 0;
      for (int k = 0; k < candidateCount; k++) {
        int v = candidates[k];
        if (!tree.contains(v) && lookForStar(v, random)) {
          candidates[kept++] = v;
        } else {
          seen[v] = 0;
        }
      }
      candidateCount = kept;
      if (bestCentre >= 0) {
        left -= addStar();
      } else if (bestArc >= 0) {
        attach(partOf(graph.tail(bestArc)), partOf(graph.head(bestArc)), bestArc);
        left--;
      } else if (addPath()) {
        left--;
      } else {
        return false;
      }
    }
    return true;
  }

  private void lookForArc(int v, SplittableRandom random) {
    int own = partOf(v);
    for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
      long cost = instance.cost(a);
      if (cost < bestRatio && tree.contains(graph.tail(a)) && partOf(graph.tail(a)) != own) {
        double ratio = cost * (1 + NOISE * random.nextDouble());
        if (ratio < bestRatio) {
          bestRatio = ratio;
          bestArc = a;
        }
      }
    }
  }

  /** False for a vertex beside one part only, which can join nothing until a new vertex comes. */
  private boolean lookForStar(int v, SplittableRandom random) {
    look++;
    int count = 0;
    for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
      int u = graph.tail(a);
      if (tree.contains(u)) {
        int p = partOf(u);
        if (partSeen[p] != look) {
          partSeen[p] = look;
          partCost[p] = Long.MAX_VALUE;
          order[count++] = p;
        }
        if (instance.cost(a) < partCost[p]) {
          partCost[p] = instance.cost(a);
          partArc[p] = a;
        }
      }
    }
    if (count < 2) {
      return false;
    }
    for (int i = 1; i < count; i++) {
      int p = order[i];
      int j = i;
      for (; j > 0 && partCost[order[j - 1]] > partCost[p]; j--) {
        order[j] = order[j - 1];
      }
      order[j] = p;
    }
    double least = Double.MAX_VALUE;
    int size = 0;
    long sum = partCost[order[0]];
    for (int r = 1; r < count; r++) {
      sum += partCost[order[r]];
      if ((double) sum / r <= least) {
        least = (double) sum / r;
        size = r + 1;
      }
    }
    double ratio = least * (1 + NOISE * random.nextDouble());
    if (ratio < bestRatio) {
      bestRatio = ratio;
      bestCentre = v;
      starSize = size;
      for (int i = 0; i < size; i++) {
        starArc[i] = partArc[order[i]];
      }
    }
    return true;
  }

  /** Adds the best star; how many parts fewer there are. */
  private int addStar() {
    int base = 0;
    for (int i = 1; i < starSize; i++) {
      base = partOf(graph.tail(starArc[i])) == REST ? i : base;
    }
    int baseArc = starArc[base];
    int number = partOf(graph.tail(baseArc));
    tree.setParent(bestCentre, baseArc);
    join(bestCentre, number);
    offerNeighbours(bestCentre);
    for (int i = 0; i < starSize; i++) {
      if (i != base) {
        int x = graph.tail(starArc[i]);
        hang(partOf(x), x, graph.reverse(starArc[i]), number);
      }
    }
    return starSize - 1;
  }

  /** Joins the parts at both ends of an arc. */
  private void attach(int from, int to, int arc) {
    if (to == REST) {
      hang(from, graph.tail(arc), graph.reverse(arc), to);
    } else {
      hang(to, graph.head(arc), arc, from);
    }
  }

  private void hang(int number, int x, int arc, int below) {
    tree.reroot(top[number], x);
    tree.setParent(x, arc);
    merge(number, below);
  }

  /** Joins a part to another by a shortest path; false if none leads there. */
  private boolean addPath() {
    int number = 1;
    while (leader[number] == REST) {
      number++;
    }
    number = leader[number];
    int x = top[number];
    int mark = tree.mark();
    if (reconnection.reconnect(x, Long.MAX_VALUE / 4) == Long.MAX_VALUE) {
      return false;
    }
    for (int k = mark; k < tree.mark(); k++) {
      int v = tree.touched(k);
      if (partStamp[v] != stamp) {
        join(v, number);
        offerNeighbours(v);
      }
    }
    while (partOf(x) == number) {
      x = tree.parent(x);
    }
    merge(number, partOf(x));
    return true;
  }
}
