package org.kiungo.planner.fund;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Funds projects in the order of their people per price, each with what it requires. */
final class Greedy {

  private final List<Job> jobs;
  private final List<Row> rows;
  private final int partners;
  private final Payer payer;
  private final Prices prices;

  Greedy(List<Job> jobs, List<Row> rows, int partners, Payer payer, Prices prices) {
    this.jobs = jobs;
    this.rows = rows;
    this.partners = partners;
    this.payer = payer;
    this.prices = prices;
  }

  /**
   * @param kept deals to begin with, kept as they are
   */
  State at(double[] lambda, Deal[] kept) {
    State state = new State(jobs, rows, partners, payer, kept);
    double[] cost = prices.at(lambda).cost();
    double[] worth = new double[jobs.size()];
    for (int p = 0; p < worth.length; p++) {
      worth[p] = jobs.get(p).weight() / Math.max(1e-12, cost[p]);
    }
    Integer[] order = IntStream.range(0, worth.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.<Integer>comparingDouble(p -> -worth[p]).thenComparing(p -> p));
    for (int p : order) {
      if (jobs.get(p).weight() > 0) {
        fund(state, p, lambda);
      }
    }
    return state;
  }

  private boolean fund(State state, int p, double[] lambda) {
    if (state.funded(p)) {
      return true;
    }
    for (int r : jobs.get(p).requires()) {
      if (!fund(state, r, lambda)) {
        return false;
      }
    }
    return state.fund(p, prices.ofPartners(lambda, jobs.get(p).phase()));
  }
}
