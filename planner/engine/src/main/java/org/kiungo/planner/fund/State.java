package org.kiungo.planner.fund;

import java.util.List;

/** Deals of funded projects that keep every condition and envelope, with what is left. */
final class State {

  /** By how much money counts as dearer when its envelope is spent: envelopes end together. */
  private static final double SPARING = 1;

  private final List<Job> jobs;
  private final int partners;
  private final Payer payer;
  private final Books books;
  private final Deal[] deals;

  State(List<Job> jobs, List<Row> rows, int partners, Payer payer, Deal[] deals) {
    this.jobs = jobs;
    this.partners = partners;
    this.payer = payer;
    this.deals = deals.clone();
    books = new Books(rows);
    for (int p = 0; p < deals.length; p++) {
      if (deals[p] != null) {
        books.add(jobs.get(p), deals[p]);
      }
    }
  }

  Deal[] deals() {
    return deals;
  }

  boolean funded(int p) {
    return deals[p] != null;
  }

  /** True when everything a project requires is funded. */
  boolean ready(int p) {
    for (int r : jobs.get(p).requires()) {
      if (deals[r] == null) {
        return false;
      }
    }
    return true;
  }

  /** Pays for a project from what is left; false leaves all as it was. */
  boolean fund(int p, double[] price) {
    Job job = jobs.get(p);
    double[] full = books.full(job.phase(), partners);
    for (int k = 0; k < full.length; k++) {
      full[k] = price[k] * (1 + SPARING * full[k]);
    }
    Deal deal = payer.pay(job, full, books.room(job.phase(), partners));
    if (deal != null) {
      put(p, deal);
    }
    return deal != null;
  }

  void put(int p, Deal deal) {
    deals[p] = deal;
    books.add(jobs.get(p), deal);
  }

  /** Takes a project's money back. */
  Deal drop(int p) {
    Deal deal = deals[p];
    books.remove(jobs.get(p), deal);
    deals[p] = null;
    return deal;
  }

  /** Pays for a funded project anew, where that is possible. */
  void repay(int p, double[] price) {
    Deal before = drop(p);
    if (!fund(p, price)) {
      put(p, before);
    }
  }

  /** Thousandths of weighted people. */
  long value() {
    long value = 0;
    for (int p = 0; p < deals.length; p++) {
      value += deals[p] == null ? 0 : jobs.get(p).weight();
    }
    return value;
  }
}
