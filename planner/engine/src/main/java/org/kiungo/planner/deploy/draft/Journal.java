package org.kiungo.planner.deploy.draft;

import java.util.Arrays;

/** Changes tried on a draft, so that they can be taken back or handed on as one block. */
public final class Journal {

  static final int CHOOSE = 0;
  static final int REPARENT = 1;

  private final Draft draft;
  private int[] kind = new int[64];
  private int[] index = new int[64];
  private int[] before = new int[64];
  private int[] after = new int[64];
  private int size;

  public Journal(Draft draft) {
    this.draft = draft;
  }

  /** The draft that is changed. */
  public Draft draft() {
    return draft;
  }

  /** Changes noted so far: a mark to roll back to. */
  public int size() {
    return size;
  }

  public void choose(int settlement, int option) {
    if (draft.choice(settlement) != option) {
      note(CHOOSE, settlement, draft.choice(settlement), option);
      draft.choose(settlement, option);
    }
  }

  public void reparent(int place, int arc) {
    if (draft.arc(place) != arc) {
      note(REPARENT, place, draft.arc(place), arc);
      draft.reparent(place, arc);
    }
  }

  private void note(int what, int which, int old, int now) {
    if (size == kind.length) {
      kind = Arrays.copyOf(kind, 2 * size);
      index = Arrays.copyOf(index, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
      after = Arrays.copyOf(after, 2 * size);
    }
    kind[size] = what;
    index[size] = which;
    before[size] = old;
    after[size++] = now;
  }

  /** Takes back everything after a mark ({@link #size()} then). */
  public void rollBackTo(int mark) {
    while (size > mark) {
      size--;
      if (kind[size] == CHOOSE) {
        draft.choose(index[size], before[size]);
      } else {
        draft.reparent(index[size], before[size]);
      }
    }
  }

  /** Forgets what was done: it stays. */
  public void keep() {
    size = 0;
  }

  public BlockChange toBlock() {
    return new BlockChange(
        Arrays.copyOf(kind, size),
        Arrays.copyOf(index, size),
        Arrays.copyOf(before, size),
        Arrays.copyOf(after, size));
  }
}
