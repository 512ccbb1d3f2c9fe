package org.kiungo.planner.verify.bound;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.plan.SiteChecks;

/** Arcs of a proof's graph in the order they are read: lifetime cents, and of a further system. */
final class ProofArcs {

  int count;
  int[] from = new int[1024];
  int[] to = new int[1024];
  double[] cents = new double[1024];
  double[] step = new double[1024];
  long[] capacity = new long[1024];
  private final Money money;

  ProofArcs(Money money) {
    this.money = money;
  }

  void add(int tail, int head, double firstCents, double stepCents, long bps) {
    if (count == from.length) {
      int size = count + (count >> 1);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
      cents = Arrays.copyOf(cents, size);
      step = Arrays.copyOf(step, size);
      capacity = Arrays.copyOf(capacity, size);
    }
    from[count] = tail;
    to[count] = head;
    cents[count] = firstCents;
    step[count] = stepCents;
    capacity[count++] = bps;
  }

  /** One arc per medium that spans the link, but for those never cheaper than another there. */
  void addLink(int tail, int head, double km, List<Medium> spanning) {
    int n = spanning.size();
    long[] bps = new long[n];
    long[] one = new long[n];
    long[] step = new long[n];
    long[] most = new long[n];
    for (int m = 0; m < n; m++) {
      Medium medium = spanning.get(m);
      boolean endless = medium.systemMbps() == null;
      bps[m] = endless ? Long.MAX_VALUE : SiteChecks.bps(medium.systemMbps().value());
      boolean ends = !endless && medium.mostSystems() != null;
      most[m] = ends ? bps[m] * LinkCost.mostSystems(medium) : Long.MAX_VALUE;
      one[m] = LinkCost.link(medium, km, 1, money).lifetimeCents();
      step[m] = endless ? 0 : LinkCost.link(medium, km, 2, money).lifetimeCents() - one[m];
    }
    for (int m = 0; m < n; m++) {
      boolean dominated = false;
      for (int other = 0; other < n; other++) {
        boolean wider = bps[other] >= bps[m] && most[other] >= most[m];
        boolean noDearer = wider && one[other] <= one[m] && step[other] <= step[m];
        boolean equal = bps[other] == bps[m] && most[other] == most[m];
        boolean same = equal && one[other] == one[m] && step[other] == step[m];
        dominated |= other != m && noDearer && (!same || other < m);
      }
      if (!dominated) {
        add(tail, head, one[m], step[m], bps[m]);
      }
    }
  }
}
