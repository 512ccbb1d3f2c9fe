package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Where a search goes from one way to pay to another: a project joins, others make room for it by
 * leaving or by changing their payers; or a project's payers change. What it proposes keeps every
 * condition and envelope if what it was given did.
 */
public final class Exchange {

  private static final int TRIES = 8;

  private static final int DRAWS = 3;

  private final List<Job> jobs;
  private final List<Row> rows;
  private final int partners;
  private final Payer payer;
  private final Prices prices;
  private final double[] lambda;
  private final double[] gift;
  private final double[] cost;
  private final double[] worth;
  private final List<List<Integer>> carried = new ArrayList<>();
  private final double largest;

  Exchange(
      List<Job> jobs,
      List<Row> rows,
      Payer payer,
      Prices prices,
      double[] lambda,
      double[] giftRatio) {
    this.jobs = jobs;
    this.rows = rows;
    this.partners = giftRatio.length;
    this.payer = payer;
    this.prices = prices;
    this.lambda = lambda;
    this.gift = giftRatio;
    cost = prices.at(lambda).cost();
    worth = new double[cost.length];
    for (int p = 0; p < cost.length; p++) {
      worth[p] = jobs.get(p).weight() / Math.max(1e-12, cost[p]);
    }
    jobs.forEach(job -> carried.add(new ArrayList<>()));
    for (int p = 0; p < jobs.size(); p++) {
      for (int r : jobs.get(p).requires()) {
        carried.get(r).add(p);
      }
    }
    double most = 0;
    for (double each : prices.ofPartners(lambda, 0)) {
      most = Math.max(most, each);
    }
    largest = most > 0 ? most : 1;
  }

  /**
   * Another way to pay.
   *
   * @param deals by project, null where it is not funded
   * @return null when the draw changed nothing
   */
  public Deal[] propose(Deal[] deals, Random random) {
    State state = new State(jobs, rows, partners, payer, deals);
    int draw = random.nextInt(10);
    if (draw < 2) {
      repay(state, random);
    } else {
      int p = pick(state, random, false);
      if (p < 0) {
        repay(state, random);
      } else {
        if (draw >= 5) {
          leave(state, random, 1 + random.nextInt(draw == 9 ? 3 : 1));
        }
        join(state, p, random);
        refill(state, random);
      }
    }
    return java.util.Arrays.equals(state.deals(), deals) ? null : state.deals();
  }

  private int pick(State state, Random random, boolean funded) {
    List<Integer> those = new ArrayList<>();
    for (int p = 0; p < jobs.size(); p++) {
      if (state.funded(p) == funded && cost[p] < Double.POSITIVE_INFINITY) {
        those.add(p);
      }
    }
    if (those.isEmpty()) {
      return -1;
    }
    // the best of those left out, the worst of those funded
    int best = those.get(random.nextInt(those.size()));
    for (int draw = 1; draw < DRAWS; draw++) {
      int p = those.get(random.nextInt(those.size()));
      if (funded == worth[p] < worth[best]) {
        best = p;
      }
    }
    return best;
  }

  private void repay(State state, Random random) {
    int p = pick(state, random, true);
    if (p >= 0) {
      state.repay(p, noisy(jobs.get(p).phase(), random));
    }
  }

  private void leave(State state, Random random, int number) {
    for (int k = 0; k < number; k++) {
      int p = pick(state, random, true);
      if (p >= 0) {
        withCarried(state, p);
      }
    }
  }

  /** Whoever hangs on a project leaves with it. */
  private void withCarried(State state, int p) {
    if (state.funded(p)) {
      state.drop(p);
      carried.get(p).forEach(child -> withCarried(state, child));
    }
  }

  /** A project joins after those it requires; true when all of them are paid for. */
  private boolean join(State state, int p, Random random) {
    if (state.funded(p)) {
      return true;
    }
    for (int r : jobs.get(p).requires()) {
      if (!join(state, r, random)) {
        return false;
      }
    }
    return state.fund(p, noisy(jobs.get(p).phase(), random)) || afterRoom(state, p, random);
  }

  /** Others change their payers, away from those whom a project could use. */
  private boolean afterRoom(State state, int p, Random random) {
    int wanted = jobs.get(p).lawful();
    int phase = jobs.get(p).phase();
    for (int k = 0; k < TRIES; k++) {
      int q = pick(state, random, true);
      if (q < 0) {
        return false;
      }
      if ((state.deals()[q].payers() & wanted) == 0) {
        continue;
      }
      double[] away = noisy(jobs.get(q).phase(), random);
      for (int i = 0; i < partners; i++) {
        away[i] += (wanted >> i & 1) == 1 ? 10 * largest * random.nextDouble() : 0;
      }
      state.repay(q, away);
      if (state.fund(p, noisy(phase, random))) {
        return true;
      }
    }
    return false;
  }

  /** What is left pays for whatever it can, by people per price. */
  private void refill(State state, Random random) {
    for (int k = 0; k < TRIES; k++) {
      int best = -1;
      double most = 0;
      for (int draw = 0; draw < 3; draw++) {
        int p = pick(state, random, false);
        double worth = p < 0 ? 0 : jobs.get(p).weight() / Math.max(1e-12, cost[p]);
        if (p >= 0 && state.ready(p) && worth > most) {
          best = p;
          most = worth;
        }
      }
      if (best >= 0) {
        state.fund(best, noisy(jobs.get(best).phase(), random));
      }
    }
  }

  private double[] noisy(int phase, Random random) {
    double[] price = prices.ofPartners(lambda, phase);
    for (int k = 0; k < price.length; k++) {
      price[k] = price[k] * (0.8 + 0.4 * random.nextDouble()) + 1e-6 * largest * gift[k];
    }
    return price;
  }
}
