package org.kiungo.planner.bound;

/** Binary heap of terminals by cut size, ties by vertex number; each terminal at most once. */
public final class TerminalHeap {

  private final long[] keys;
  private final int[] terminals;
  private int size;

  public TerminalHeap(int capacity) {
    keys = new long[capacity];
    terminals = new int[capacity];
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long minKey() {
    return keys[0];
  }

  public void push(int terminal, long key) {
    int at = size++;
    while (at > 0) {
      int up = (at - 1) >> 1;
      if (!before(key, terminal, up)) {
        break;
      }
      keys[at] = keys[up];
      terminals[at] = terminals[up];
      at = up;
    }
    keys[at] = key;
    terminals[at] = terminal;
  }

  public int pop() {
    int min = terminals[0];
    size--;
    long key = keys[size];
    int terminal = terminals[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int down = 2 * at + 1;
      if (down + 1 < size && before(keys[down + 1], terminals[down + 1], down)) {
        down++;
      }
      if (before(key, terminal, down)) {
        break;
      }
      keys[at] = keys[down];
      terminals[at] = terminals[down];
      at = down;
    }
    keys[at] = key;
    terminals[at] = terminal;
    return min;
  }

  private boolean before(long key, int terminal, int at) {
    return key < keys[at] || (key == keys[at] && terminal < terminals[at]);
  }
}
