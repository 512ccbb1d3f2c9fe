package org.kiungo.planner.deploy.draft;

/**
 * Several decisions changed together, in an order that never closes a loop of arcs.
 *
 * @param kind 0 = a settlement's option, 1 = a place's arc
 * @param index settlement or place
 * @param before value it replaces
 * @param after new value
 */
public record BlockChange(int[] kind, int[] index, int[] before, int[] after) {

  public int size() {
    return kind.length;
  }

  /** True when step k changes a settlement's option. */
  public boolean isChoice(int k) {
    return kind[k] == Journal.CHOOSE;
  }

  /** Makes the change. */
  public void applyTo(Draft draft) {
    for (int k = 0; k < kind.length; k++) {
      if (isChoice(k)) {
        draft.choose(index[k], after[k]);
      } else {
        draft.reparent(index[k], after[k]);
      }
    }
  }

  /** The change that takes this one back, in reverse order. */
  public BlockChange reversed() {
    int n = kind.length;
    BlockChange back = new BlockChange(new int[n], new int[n], new int[n], new int[n]);
    for (int k = 0; k < n; k++) {
      back.kind[n - 1 - k] = kind[k];
      back.index[n - 1 - k] = index[k];
      back.before[n - 1 - k] = after[k];
      back.after[n - 1 - k] = before[k];
    }
    return back;
  }
}
