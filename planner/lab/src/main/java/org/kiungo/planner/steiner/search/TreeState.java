package org.kiungo.planner.steiner.search;

import java.util.Arrays;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * An arborescence under change: children lists, running value and a journal to undo a move.
 *
 * <p>During a move a subtree may hang on nothing: its top is then marked as detached and pays its
 * penalty until it is attached again.
 */
final class TreeState {

  final ArborescenceInstance instance;
  final Digraph graph;
  final int root;
  final int[] parentArc;
  final int[] firstChild;
  final int[] nextSibling;
  private final int[] previousSibling;
  private final int[] childCount;
  private final boolean[] detached;
  private long value;
  private int[] journalVertex = new int[256];
  private int[] journalArc = new int[256];
  private int journalSize;

  TreeState(ArborescenceInstance instance) {
    this.instance = instance;
    graph = instance.graph();
    root = instance.root();
    int n = graph.vertexCount();
    parentArc = new int[n];
    firstChild = new int[n];
    nextSibling = new int[n];
    previousSibling = new int[n];
    childCount = new int[n];
    detached = new boolean[n];
  }

  /**
   * Starts from a tree; the value counts modulo 2^64, right whenever no mandatory one is missing.
   */
  void load(Arborescence tree) {
    Arrays.fill(firstChild, -1);
    Arrays.fill(childCount, 0);
    Arrays.fill(parentArc, -1);
    Arrays.fill(detached, false);
    value = 0;
    for (int v = 0; v < parentArc.length; v++) {
      value += instance.penalty(v);
    }
    for (int v = parentArc.length - 1; v >= 0; v--) {
      if (tree.parentArc()[v] >= 0) {
        place(v, tree.parentArc()[v]);
      }
    }
    journalSize = 0;
  }

  Arborescence snapshot() {
    return Arborescence.of(instance, parentArc.clone());
  }

  long value() {
    return value;
  }

  boolean contains(int v) {
    return parentArc[v] >= 0 || v == root || detached[v];
  }

  boolean isDetached(int v) {
    return detached[v];
  }

  int childCount(int v) {
    return childCount[v];
  }

  int parent(int v) {
    return graph.tail(parentArc[v]);
  }

  /** A vertex at which key paths end: the root, a terminal, or a branching vertex. */
  boolean isKey(int v) {
    return v == root || childCount[v] != 1 || instance.penalty(v) > 0;
  }

  /** Enters a vertex by an arc, or by none (−1: left out, or free to be dropped). */
  void setParent(int v, int arc) {
    if (journalSize == journalVertex.length) {
      journalVertex = Arrays.copyOf(journalVertex, 2 * journalSize);
      journalArc = Arrays.copyOf(journalArc, 2 * journalSize);
    }
    journalVertex[journalSize] = v;
    journalArc[journalSize++] = parentArc[v];
    place(v, arc);
    detached[v] = false;
  }

  /** Cuts a subtree off but keeps its vertices in. */
  void detach(int v) {
    setParent(v, -1);
    detached[v] = true;
  }

  private void place(int v, int arc) {
    int old = parentArc[v];
    if (old >= 0) {
      int u = graph.tail(old);
      int before = previousSibling[v];
      int after = nextSibling[v];
      if (before >= 0) {
        nextSibling[before] = after;
      } else {
        firstChild[u] = after;
      }
      if (after >= 0) {
        previousSibling[after] = before;
      }
      childCount[u]--;
      value -= instance.cost(old);
    } else {
      value -= instance.penalty(v);
    }
    parentArc[v] = arc;
    if (arc >= 0) {
      int u = graph.tail(arc);
      int first = firstChild[u];
      nextSibling[v] = first;
      previousSibling[v] = -1;
      if (first >= 0) {
        previousSibling[first] = v;
      }
      firstChild[u] = v;
      childCount[u]++;
      value += instance.cost(arc);
    } else {
      value += instance.penalty(v);
    }
  }

  /** Turns the subtree at a detached top so that w, one of its vertices, becomes the top. */
  void reroot(int top, int w) {
    int x = w;
    int arc = parentArc[w];
    setParent(w, -1);
    while (x != top) {
      int parent = graph.tail(arc);
      int next = parentArc[parent];
      setParent(parent, graph.reverse(arc));
      x = parent;
      arc = next;
    }
    detached[top] = false;
    detached[w] = true;
  }

  /** A point to return to; valid until the journal is cleared or rolled back beyond it. */
  int mark() {
    return journalSize;
  }

  /** The k-th vertex touched since the journal was cleared; repeats are possible. */
  int touched(int k) {
    return journalVertex[k];
  }

  void clearJournal() {
    journalSize = 0;
  }

  void rollbackTo(int mark) {
    while (journalSize > mark) {
      int v = journalVertex[--journalSize];
      place(v, journalArc[journalSize]);
      detached[v] = false;
    }
  }

  /** Removes childless vertices upward while their penalty does not exceed their arc. */
  void dropLeaf(int leaf) {
    int x = leaf;
    while (x != root
        && childCount[x] == 0
        && parentArc[x] >= 0
        && instance.penalty(x) <= instance.cost(parentArc[x])) {
      int up = parent(x);
      setParent(x, -1);
      x = up;
    }
  }
}
