package org.kiungo.planner.network;

import java.util.Arrays;

/**
 * A tree directed away from the root: for each vertex in it the arc it is entered by.
 *
 * @param parentArc per vertex the arc that enters it, −1 for the root and for vertices left out
 * @param value Σ arc costs + Σ penalties of terminals left out, in the instance's units
 */
public record Arborescence(int[] parentArc, long value) {

  /** Recomputes the value of a parent array; says nothing about its shape. */
  public static Arborescence of(ArborescenceInstance instance, int[] parentArc) {
    long value = 0;
    boolean missing = false;
    for (int v = 0; v < parentArc.length; v++) {
      if (parentArc[v] >= 0) {
        value += instance.cost(parentArc[v]);
      } else if (instance.penalty(v) == ArborescenceInstance.MANDATORY) {
        missing = true;
      } else {
        value += instance.penalty(v);
      }
    }
    return new Arborescence(parentArc, missing ? value + ArborescenceInstance.MANDATORY : value);
  }

  /** The root alone: every terminal left out. */
  public static Arborescence empty(ArborescenceInstance instance) {
    int[] parentArc = new int[instance.graph().vertexCount()];
    Arrays.fill(parentArc, -1);
    return of(instance, parentArc);
  }

  /** Per arc of the graph, whether the tree has it. */
  public boolean[] uses(Digraph graph) {
    boolean[] arcs = new boolean[graph.arcCount()];
    for (int a : parentArc) {
      if (a >= 0) {
        arcs[a] = true;
      }
    }
    return arcs;
  }

  /** Whether any mandatory terminal is missing. */
  public boolean isFeasible() {
    return value < ArborescenceInstance.MANDATORY;
  }

  /**
   * @throws IllegalStateException if an arc does not enter its vertex, a vertex does not hang on
   *     the root, or the value is not the sum of its parts
   */
  public void check(ArborescenceInstance instance) {
    Digraph graph = instance.graph();
    if (parentArc[instance.root()] != -1 || of(instance, parentArc).value != value) {
      throw new IllegalStateException("root entered, or value not the sum of its parts");
    }
    int[] order = topDown(instance);
    int members = 1;
    for (int v = 0; v < parentArc.length; v++) {
      if (parentArc[v] >= 0) {
        members++;
        if (graph.head(parentArc[v]) != v) {
          throw new IllegalStateException("arc " + parentArc[v] + " does not enter vertex " + v);
        }
      }
    }
    if (members != order.length) {
      throw new IllegalStateException(members + " vertices, " + order.length + " hang on the root");
    }
  }

  /** Vertices that hang on the root, parents before children, root first. */
  public int[] topDown(ArborescenceInstance instance) {
    Digraph graph = instance.graph();
    int n = parentArc.length;
    int[] firstChild = new int[n];
    int[] nextSibling = new int[n];
    Arrays.fill(firstChild, -1);
    Arrays.fill(nextSibling, -1);
    for (int v = n - 1; v >= 0; v--) {
      if (parentArc[v] >= 0) {
        int parent = graph.tail(parentArc[v]);
        nextSibling[v] = firstChild[parent];
        firstChild[parent] = v;
      }
    }
    int[] order = new int[n];
    int count = 1;
    order[0] = instance.root();
    for (int k = 0; k < count; k++) {
      for (int c = firstChild[order[k]]; c >= 0; c = nextSibling[c]) {
        order[count++] = c;
      }
    }
    return Arrays.copyOf(order, count);
  }
}
