package org.kiungo.planner.fund;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The cheapest way to pay for one project in full. For given partners it is found exactly: totals
 * by partner form a polymatroid, on which filling from the cheapest upward is optimal as long as
 * what was placed may still be moved between classes of works.
 *
 * @see <a href="https://doi.org/10.1007/3-540-36478-1_2">Edmonds 1970, Submodular functions,
 *     matroids, and certain polyhedra</a>
 */
final class Payer {

  private final Company company;
  private final Map<Integer, int[]> subsets = new HashMap<>();

  Payer(Company company) {
    this.company = company;
  }

  /**
   * The cheapest deal that keeps every condition.
   *
   * @param price of each partner's cent, ≥ 0
   * @param room cents that each partner has left
   * @return null when there is none
   */
  Deal pay(Job job, double[] price, long[] room) {
    int n = price.length;
    long[] most = new long[n];
    int able = 0;
    boolean tickets = false;
    for (int k = 0; k < n; k++) {
      most[k] = Math.max(0, Math.min(job.most()[k], room[k]));
      if (most[k] >= job.least()[k]) {
        able |= 1 << k;
        tickets |= job.least()[k] > 1;
      } else {
        most[k] = 0;
      }
    }
    if (!tickets && company.isFree()) {
      return new Fill(job, most, able).cheapest(price);
    }
    Deal best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int set : subsets.computeIfAbsent(able, company::subsets)) {
      if (couldPay(job, most, set)) {
        Deal deal = new Fill(job, most, set).withLeast().cheapest(price);
        double cost = deal == null ? Double.POSITIVE_INFINITY : cost(deal, price);
        if (cost < least) {
          least = cost;
          best = deal;
        }
      }
    }
    return best;
  }

  private static boolean couldPay(Job job, long[] most, int set) {
    long reach = 0;
    long minimum = 0;
    for (int k = 0; k < most.length; k++) {
      if ((set >> k & 1) == 1) {
        reach += most[k];
        minimum += job.least()[k];
      }
    }
    return reach >= job.totalCents() && minimum <= job.totalCents();
  }

  /** The price of a deal. */
  static double cost(Deal deal, double[] price) {
    double cost = 0;
    for (int k = 0; k < price.length; k++) {
      cost += price[k] * deal.cents(k);
    }
    return cost;
  }

  /** Money placed on classes of works, partner by partner. */
  private static final class Fill {
    private final Job job;
    private final long[] most;
    private final int set;
    private final long[][] placed;
    private final long[] left;
    private final long[] total;
    private boolean possible = true;

    Fill(Job job, long[] most, int set) {
      this.job = job;
      this.most = most;
      this.set = set;
      placed = new long[job.cents().length][most.length];
      left = job.cents().clone();
      total = new long[most.length];
    }

    /** First what each partner pays at least. */
    Fill withLeast() {
      for (int k = 0; k < most.length && possible; k++) {
        if ((set >> k & 1) == 1) {
          possible = place(k, job.least()[k]);
        }
      }
      return this;
    }

    Deal cheapest(double[] price) {
      if (!possible) {
        return null;
      }
      int done = 0;
      for (int round = 0; round < most.length; round++) {
        int next = -1;
        for (int k = 0; k < most.length; k++) {
          boolean open = ((set & ~done) >> k & 1) == 1;
          if (open && (next < 0 || price[k] < price[next])) {
            next = k;
          }
        }
        if (next < 0) {
          break;
        }
        done |= 1 << next;
        place(next, most[next] - total[next]);
      }
      return Arrays.stream(left).allMatch(c -> c == 0) ? new Deal(placed) : null;
    }

    /** Places as much of an amount as there is room for; true when all of it. */
    private boolean place(int partner, long amount) {
      long rest = amount;
      while (rest > 0) {
        long moved = push(partner, rest, 0);
        if (moved == 0) {
          return false;
        }
        rest -= moved;
        total[partner] += moved;
      }
      return true;
    }

    /** Along a path that moves others' money to classes with room. */
    private long push(int partner, long amount, int seenClasses) {
      int seen = seenClasses;
      for (int c = 0; c < left.length; c++) {
        if ((job.payers()[c] >> partner & 1) == 1 && left[c] > 0) {
          long moved = Math.min(amount, left[c]);
          left[c] -= moved;
          placed[c][partner] += moved;
          return moved;
        }
      }
      for (int c = 0; c < left.length; c++) {
        if ((job.payers()[c] >> partner & 1) == 1 && (seen >> c & 1) == 0) {
          seen |= 1 << c;
          for (int other = 0; other < most.length; other++) {
            long theirs = placed[c][other];
            long moved =
                other == partner || theirs == 0 ? 0 : push(other, Math.min(amount, theirs), seen);
            if (moved > 0) {
              placed[c][other] -= moved;
              placed[c][partner] += moved;
              return moved;
            }
          }
        }
      }
      return 0;
    }
  }
}
