package org.kiungo.planner.place.location.problem;

/** Sorts numbers with their indices, on primitive arrays that are used again and again. */
public final class Ranking {

  private final int[] order;
  private final int[] spare;

  public Ranking(int most) {
    this.order = new int[most];
    this.spare = new int[most];
  }

  /** Indices 0 … count − 1 by ascending key, equal keys by index; valid until the next call. */
  public int[] ascending(double[] key, int count) {
    for (int k = 0; k < count; k++) {
      order[k] = k;
    }
    sort(key, 0, count);
    return order;
  }

  private void sort(double[] key, int low, int high) {
    if (high - low < 12) {
      for (int a = low + 1; a < high; a++) {
        int moving = order[a];
        int b = a - 1;
        while (b >= low && key[order[b]] > key[moving]) {
          order[b + 1] = order[b--];
        }
        order[b + 1] = moving;
      }
      return;
    }
    int middle = (low + high) >>> 1;
    sort(key, low, middle);
    sort(key, middle, high);
    if (key[order[middle - 1]] <= key[order[middle]]) {
      return;
    }
    System.arraycopy(order, low, spare, low, middle - low);
    int left = low;
    int right = middle;
    for (int at = low; left < middle; at++) {
      order[at] =
          right < high && key[order[right]] < key[spare[left]] ? order[right++] : spare[left++];
    }
  }
}
