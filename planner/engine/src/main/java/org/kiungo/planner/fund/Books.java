package org.kiungo.planner.fund;

import java.util.List;

/** What each partner has spent by phase, and what is left of its envelopes. */
final class Books {

  private final List<Row> rows;
  private final long[] spent;

  Books(List<Row> rows) {
    this.rows = rows;
    spent = new long[rows.size()];
  }

  void add(Job job, Deal deal) {
    book(job, deal, 1);
  }

  void remove(Job job, Deal deal) {
    book(job, deal, -1);
  }

  private void book(Job job, Deal deal, int sign) {
    for (int r = 0; r < spent.length; r++) {
      if (rows.get(r).covers(job.phase())) {
        spent[r] += sign * deal.cents(rows.get(r).partner());
      }
    }
  }

  /** Cents that partners may still spend in a phase. */
  long[] room(int phase, int partners) {
    long[] room = new long[partners];
    java.util.Arrays.fill(room, Long.MAX_VALUE);
    for (int r = 0; r < spent.length; r++) {
      Row row = rows.get(r);
      if (row.covers(phase)) {
        int k = row.partner();
        room[k] = Math.min(room[k], row.cents() - spent[r]);
      }
    }
    return room;
  }

  /** Share of its money that each partner has spent already, 0–1, of the fullest row of a phase. */
  double[] full(int phase, int partners) {
    double[] full = new double[partners];
    for (int r = 0; r < spent.length; r++) {
      Row row = rows.get(r);
      if (row.covers(phase)) {
        double share = (double) spent[r] / Math.max(1, row.cents());
        full[row.partner()] = Math.max(full[row.partner()], share);
      }
    }
    return full;
  }

  /** Cents spent beyond envelopes. */
  long overdrawn() {
    long over = 0;
    for (int r = 0; r < spent.length; r++) {
      over += Math.max(0, spent[r] - rows.get(r).cents());
    }
    return over;
  }

  long spent(int row) {
    return spent[row];
  }
}
