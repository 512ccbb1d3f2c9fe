package org.kiungo.planner.fund;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bound from prices of money. Every row of money gets a price λ ≥ 0; a project then costs the
 * cheapest lawful way to pay for it, whatever the envelopes hold, and is worth funding where its
 * people, with those of the projects it carries, outweigh that. No payments fund more people than
 *
 * <p>{@code UB(λ) = Σ λ_r · cents_r + Σ_roots max(0, value)},
 *
 * <p>{@code value(p) = weight_p − cost_p(λ) + Σ_children max(0, value)}.
 *
 * <p>A project that requires several counts as a child of the one that costs most; who must or must
 * not pay together and least amounts are left out: both only raise the bound.
 */
final class Prices {

  private final List<Job> jobs;
  private final List<Row> rows;
  private final int partners;
  private final int[] parent;
  private final int[] childrenFirst;
  private final Payer payer;
  private final long[] endless;

  Prices(List<Job> jobs, List<Row> rows, int partners) {
    this.jobs = jobs.stream().map(Prices::withoutLeast).toList();
    this.rows = rows;
    this.partners = partners;
    parent = new int[jobs.size()];
    for (int p = 0; p < parent.length; p++) {
      parent[p] = parent(p);
    }
    childrenFirst = childrenFirst();
    payer = new Payer(new Company(new int[partners], Collections.nCopies(partners, List.of())));
    endless = new long[partners];
    Arrays.fill(endless, Long.MAX_VALUE);
  }

  private int parent(int p) {
    int most = -1;
    for (int r : jobs.get(p).requires()) {
      if (most < 0 || jobs.get(r).totalCents() > jobs.get(most).totalCents()) {
        most = r;
      }
    }
    return most;
  }

  private int[] childrenFirst() {
    int[] depth = new int[parent.length];
    for (int p = 0; p < depth.length; p++) {
      for (int at = parent[p]; at >= 0; at = parent[at]) {
        depth[p]++;
      }
    }
    return IntStream.range(0, depth.length)
        .boxed()
        .sorted((a, b) -> depth[b] != depth[a] ? depth[b] - depth[a] : a - b)
        .mapToInt(i -> i)
        .toArray();
  }

  /**
   * What prices say.
   *
   * @param bound thousandths of weighted people
   * @param used cents of each row that the projects worth funding would use
   * @param cost of each project at these prices; infinite where nobody may pay
   */
  record Answer(double bound, double[] used, double[] cost) {}

  /** Prices of partners' cents in a phase, from prices of rows. */
  double[] ofPartners(double[] lambda, int phase) {
    double[] price = new double[partners];
    for (int r = 0; r < lambda.length; r++) {
      if (rows.get(r).covers(phase)) {
        price[rows.get(r).partner()] += lambda[r];
      }
    }
    return price;
  }

  /**
   * @param lambda thousandths of weighted people per cent of each row, ≥ 0
   */
  Answer at(double[] lambda) {
    int n = jobs.size();
    double[] cost = new double[n];
    Deal[] deal = new Deal[n];
    double[][] price = new double[1 + jobs.stream().mapToInt(Job::phase).max().orElse(0)][];
    double[] value = new double[n];
    for (int p : childrenFirst) {
      Job job = jobs.get(p);
      if (price[job.phase()] == null) {
        price[job.phase()] = ofPartners(lambda, job.phase());
      }
      deal[p] = payer.pay(job, price[job.phase()], endless);
      cost[p] =
          deal[p] == null ? Double.POSITIVE_INFINITY : Payer.cost(deal[p], price[job.phase()]);
      value[p] += job.weight() - cost[p];
      if (parent[p] >= 0 && value[p] > 0) {
        value[parent[p]] += value[p];
      }
    }
    double bound = 0;
    for (int r = 0; r < lambda.length; r++) {
      bound += lambda[r] * rows.get(r).cents();
    }
    boolean[] funded = new boolean[n];
    double[] used = new double[lambda.length];
    for (int k = n - 1; k >= 0; k--) {
      int p = childrenFirst[k];
      funded[p] = value[p] > 0 && (parent[p] < 0 || funded[parent[p]]);
      if (value[p] > 0 && parent[p] < 0) {
        bound += value[p];
      }
      if (funded[p]) {
        for (int r = 0; r < used.length; r++) {
          if (rows.get(r).covers(jobs.get(p).phase())) {
            used[r] += deal[p].cents(rows.get(r).partner());
          }
        }
      }
    }
    return new Answer(bound, used, cost);
  }

  /** A project without least amounts. */
  private static Job withoutLeast(Job of) {
    long[] one = new long[of.least().length];
    Arrays.fill(one, 1);
    return new Job(
        of.project(),
        of.phase(),
        of.weight(),
        of.cents(),
        of.payers(),
        of.most(),
        one,
        of.requires());
  }
}
