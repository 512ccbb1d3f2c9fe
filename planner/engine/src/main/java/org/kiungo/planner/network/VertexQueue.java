package org.kiungo.planner.network;

import java.util.Arrays;

/**
 * Indexed binary heap of vertices by long key, ties by vertex number so that every run is the same.
 */
public final class VertexQueue {

  private final long[] key;
  private final int[] heap;
  private final int[] position;
  private int size;

  /** For vertices 0 … vertexCount − 1. */
  public VertexQueue(int vertexCount) {
    key = new long[vertexCount];
    heap = new int[vertexCount];
    position = new int[vertexCount];
    Arrays.fill(position, -1);
  }

  /** True when nothing waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The least key; something must wait. */
  public long minKey() {
    return key[heap[0]];
  }

  /** Inserts a vertex or lowers its key; a higher key is ignored. */
  public void offer(int vertex, long newKey) {
    int at = position[vertex];
    if (at < 0) {
      at = size++;
    } else if (newKey >= key[vertex]) {
      return;
    }
    key[vertex] = newKey;
    while (at > 0) {
      int up = (at - 1) >> 1;
      int other = heap[up];
      if (!before(vertex, other)) {
        break;
      }
      heap[at] = other;
      position[other] = at;
      at = up;
    }
    heap[at] = vertex;
    position[vertex] = at;
  }

  /** Takes out the vertex with the least key; there must be one. */
  public int poll() {
    int min = heap[0];
    position[min] = -1;
    int last = heap[--size];
    if (size > 0) {
      sink(last);
    }
    return min;
  }

  private void sink(int vertex) {
    int at = 0;
    while (true) {
      int down = 2 * at + 1;
      if (down >= size) {
        break;
      }
      if (down + 1 < size && before(heap[down + 1], heap[down])) {
        down++;
      }
      if (!before(heap[down], vertex)) {
        break;
      }
      heap[at] = heap[down];
      position[heap[at]] = at;
      at = down;
    }
    heap[at] = vertex;
    position[vertex] = at;
  }

  /** Takes out everything. */
  public void clear() {
    while (size > 0) {
      position[heap[--size]] = -1;
    }
  }

  private boolean before(int v, int w) {
    return key[v] < key[w] || (key[v] == key[w] && v < w);
  }
}
