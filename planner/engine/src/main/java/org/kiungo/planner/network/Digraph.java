package org.kiungo.planner.network;

import java.util.Arrays;

/**
 * A directed graph in compressed rows on primitive arrays; topology only, so that one graph serves
 * every price: costs live in a {@code long[]} beside it, one entry per arc.
 *
 * <p>Arcs are numbered by head, so the arcs into a vertex are contiguous (the direction dual ascent
 * reads); the arcs out of a vertex are listed through {@link #outArc}. Both arcs of an undirected
 * link know each other through {@link #reverse}. Parallel arcs are kept; loops are refused.
 */
public final class Digraph {

  private final int vertexCount;
  private final int[] tail;
  private final int[] head;
  private final int[] inStart;
  private final int[] outStart;
  private final int[] outArc;
  private final int[] reverse;
  private final int[] arcOfInsertion;

  private Digraph(int vertexCount, int arcCount, int[] tails, int[] heads, int[] partners) {
    this.vertexCount = vertexCount;
    inStart = starts(heads, arcCount);
    outStart = starts(tails, arcCount);
    tail = new int[arcCount];
    head = new int[arcCount];
    reverse = partners == null ? null : new int[arcCount];
    arcOfInsertion = new int[arcCount];
    int[] next = Arrays.copyOf(inStart, vertexCount);
    for (int k = 0; k < arcCount; k++) {
      int a = next[heads[k]]++;
      arcOfInsertion[k] = a;
      tail[a] = tails[k];
      head[a] = heads[k];
    }
    for (int k = 0; reverse != null && k < arcCount; k++) {
      reverse[arcOfInsertion[k]] = partners[k] < 0 ? -1 : arcOfInsertion[partners[k]];
    }
    outArc = new int[arcCount];
    next = Arrays.copyOf(outStart, vertexCount);
    for (int a = 0; a < arcCount; a++) {
      outArc[next[tail[a]]++] = a;
    }
  }

  private int[] starts(int[] ends, int arcCount) {
    int[] start = new int[vertexCount + 1];
    for (int k = 0; k < arcCount; k++) {
      start[ends[k] + 1]++;
    }
    for (int v = 0; v < vertexCount; v++) {
      start[v + 1] += start[v];
    }
    return start;
  }

  /** Collects arcs and links; the k-th call's arc is found again with {@link #arcOfInsertion}. */
  public static Builder builder(int vertexCount) {
    return builder(vertexCount, 16);
  }

  /**
   * As the other.
   *
   * @param expectedArcs room for so many is made at once
   */
  public static Builder builder(int vertexCount, int expectedArcs) {
    return new Builder(vertexCount, expectedArcs);
  }

  public int vertexCount() {
    return vertexCount;
  }

  public int arcCount() {
    return tail.length;
  }

  public int tail(int arc) {
    return tail[arc];
  }

  public int head(int arc) {
    return head[arc];
  }

  /** First arc into a vertex; its arcs in are {@code inStart(v) … inStart(v + 1) − 1}. */
  public int inStart(int vertex) {
    return inStart[vertex];
  }

  /** First position of a vertex's arcs out; positions end before {@code outStart(v + 1)}. */
  public int outStart(int vertex) {
    return outStart[vertex];
  }

  /** Arc at a position between {@code outStart(v)} and {@code outStart(v + 1) − 1}. */
  public int outArc(int position) {
    return outArc[position];
  }

  /** The same link in the other direction, or −1 for a one-way arc. */
  public int reverse(int arc) {
    return reverse == null ? -1 : reverse[arc];
  }

  /** Arc number of the k-th arc given to the builder (an edge counts as two, forward first). */
  public int arcOfInsertion(int k) {
    return arcOfInsertion[k];
  }

  /** Reorders values given in the builder's order into arc order. */
  public long[] arranged(long[] byInsertion) {
    long[] byArc = new long[byInsertion.length];
    for (int k = 0; k < byInsertion.length; k++) {
      byArc[arcOfInsertion[k]] = byInsertion[k];
    }
    return byArc;
  }

  /** Grows arrays of arcs. */
  public static final class Builder {

    private final int vertexCount;
    private int count;
    private int[] tails;
    private int[] heads;

    /** Null while no arc has a partner. */
    private int[] partners;

    private Builder(int vertexCount, int expectedArcs) {
      this.vertexCount = vertexCount;
      tails = new int[Math.max(16, expectedArcs)];
      heads = new int[tails.length];
    }

    /** One-way arc from {@code tail} to {@code head}; returns its insertion number. */
    public int arc(int tail, int head) {
      if (tail == head) {
        throw new IllegalArgumentException("loop at vertex " + tail);
      }
      if (count == tails.length) {
        int size = count + (count >> 1);
        tails = Arrays.copyOf(tails, size);
        heads = Arrays.copyOf(heads, size);
      }
      tails[count] = tail;
      heads[count] = head;
      return count++;
    }

    /** Two arcs u → v and v → u that are one link; returns the first one's insertion number. */
    public int edge(int u, int v) {
      int forward = arc(u, v);
      int backward = arc(v, u);
      int known = partners == null ? 0 : partners.length;
      if (known < tails.length) {
        partners = partners == null ? new int[tails.length] : Arrays.copyOf(partners, tails.length);
        Arrays.fill(partners, known, partners.length, -1);
      }
      partners[forward] = backward;
      partners[backward] = forward;
      return forward;
    }

    public Digraph build() {
      if (partners != null && partners.length < count) {
        int known = partners.length;
        partners = Arrays.copyOf(partners, count);
        Arrays.fill(partners, known, count, -1);
      }
      return new Digraph(vertexCount, count, tails, heads, partners);
    }
  }
}
