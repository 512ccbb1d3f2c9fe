package org.kiungo.planner.fund;

import java.util.List;

/** Sums over funded projects, kept up to date deal by deal. */
public final class Standing {

  private final List<Job> jobs;
  private final List<Row> rows;
  private final Books books;
  private final boolean[] funded;
  private long value;

  Standing(List<Job> jobs, List<Row> rows) {
    this.jobs = jobs;
    this.rows = rows;
    books = new Books(rows);
    funded = new boolean[jobs.size()];
  }

  /** The same question with nothing funded. */
  public Standing empty() {
    return new Standing(jobs, rows);
  }

  /**
   * @param deal null changes nothing
   */
  public void add(int project, Deal deal) {
    if (deal != null) {
      books.add(jobs.get(project), deal);
      funded[project] = true;
      value += jobs.get(project).weight();
    }
  }

  /**
   * @param deal null changes nothing
   */
  public void remove(int project, Deal deal) {
    if (deal != null) {
      books.remove(jobs.get(project), deal);
      funded[project] = false;
      value -= jobs.get(project).weight();
    }
  }

  /** Thousandths of weighted people. */
  public long value() {
    return value;
  }

  /** Cents beyond envelopes, and one for each project that misses one it requires. */
  public long broken() {
    long broken = books.overdrawn();
    for (int p = 0; p < funded.length; p++) {
      if (funded[p]) {
        for (int r : jobs.get(p).requires()) {
          broken += funded[r] ? 0 : 1;
        }
      }
    }
    return broken;
  }
}
