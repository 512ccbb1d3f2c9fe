package org.kiungo.geodata.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Bridges, articulation points and the people behind them, against taking each away. */
class CutsTest {

  private static final IntPredicate NONE = k -> false;

  @Test
  void whatACutTakesIsWhatASearchWithoutItMisses() {
    Random random = new Random(20260101);
    for (int world = 0; world < 400; world++) {
      CutGraph graph = randomGraph(random);
      Cuts cuts = graph.cuts(0);
      double all = reached(graph, NONE, NONE);
      assertThat(cuts.reachedPeople()).isEqualTo(all);
      boolean[] behind = new boolean[graph.vertices()];
      for (int v = 1; v < graph.vertices(); v++) {
        int gone = v;
        if (cuts.reached(v)) {
          assertThat(cuts.behindVertex(v)).isEqualTo(all - reached(graph, NONE, k -> k == gone));
        }
        int edge = cuts.edgeToRoot(v);
        if (edge >= 0) {
          double lost = all - reached(graph, k -> k == edge, NONE);
          assertThat(cuts.hangs(v) ? cuts.below(v) : 0).isEqualTo(lost);
        }
      }
      double any = 0;
      for (int e = 0; e < graph.edges(); e++) {
        int without = e;
        boolean[] left = search(graph, k -> k == without, NONE);
        boolean[] with = search(graph, NONE, NONE);
        for (int v = 0; v < left.length; v++) {
          behind[v] |= with[v] && !left[v];
        }
      }
      for (int v = 0; v < behind.length; v++) {
        any += behind[v] ? graph.people(v) : 0;
      }
      assertThat(cuts.behindAnyBridge(e -> true)).isEqualTo(any);
    }
  }

  private static CutGraph randomGraph(Random random) {
    CutGraph graph = new CutGraph();
    int vertices = 2 + random.nextInt(9);
    for (int v = 0; v < vertices; v++) {
      graph.addVertex(1 + random.nextInt(50));
    }
    int edges = random.nextInt(2 * vertices);
    for (int e = 0; e < edges; e++) {
      int a = random.nextInt(vertices);
      int b = random.nextInt(vertices);
      if (a != b) {
        graph.addEdge(a, b);
      }
    }
    return graph;
  }

  private static double reached(CutGraph graph, IntPredicate edgeGone, IntPredicate vertexGone) {
    boolean[] met = search(graph, edgeGone, vertexGone);
    double people = 0;
    for (int v = 0; v < met.length; v++) {
      people += met[v] ? graph.people(v) : 0;
    }
    return people;
  }

  private static boolean[] search(CutGraph graph, IntPredicate edgeGone, IntPredicate vertexGone) {
    boolean[] met = new boolean[graph.vertices()];
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    met[0] = true;
    while (!open.isEmpty()) {
      int at = open.poll();
      for (int e = 0; e < graph.edges(); e++) {
        if (!edgeGone.test(e) && (graph.end(e, 0) == at || graph.end(e, 1) == at)) {
          int to = graph.other(e, at);
          if (!met[to] && !vertexGone.test(to)) {
            met[to] = true;
            open.add(to);
          }
        }
      }
    }
    return met;
  }
}
