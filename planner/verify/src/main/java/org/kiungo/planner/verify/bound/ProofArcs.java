package org.kiungo.planner.verify.bound;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Discounting;
import org.kiungo.planner.verify.formula.LinkPrice;
import org.kiungo.planner.verify.formula.SkyLinks;

/** Arcs of a proof's graph in the order they are read: lifetime cents, and of a further system. */
final class ProofArcs {

  int count;
  int[] from = new int[1024];
  int[] to = new int[1024];
  double[] cents = new double[1024];
  double[] step = new double[1024];
  long[] capacity = new long[1024];

  /** Cents that the last bits of the arithmetic decide on. */
  int[] unsure = new int[1024];

  private final Discounting years;
  final ProofEnds ends;

  ProofArcs(Discounting years, ProofEnds ends) {
    this.years = years;
    this.ends = ends;
  }

  private void add(
      int tail, int head, double firstCents, double stepCents, long bps, long unsureCents) {
    if (count == from.length) {
      int size = count + (count >> 1);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
      cents = Arrays.copyOf(cents, size);
      step = Arrays.copyOf(step, size);
      capacity = Arrays.copyOf(capacity, size);
      unsure = Arrays.copyOf(unsure, size);
    }
    from[count] = tail;
    to[count] = head;
    cents[count] = firstCents;
    step[count] = stepCents;
    unsure[count] = (int) unsureCents;
    capacity[count++] = bps;
  }

  /** The first unit of a site that several settlements may use. */
  void addSite(int place, int site, Cost first) {
    add(place, site, first.lifetimeCents(), 0, Long.MAX_VALUE, first.unsureCents());
  }

  /**
   * One arc per medium that spans the link, but for those never cheaper than another there.
   *
   * @param end number of the link's end, seen from the head
   */
  void addLink(int tail, int head, int end, double km, List<LinkPrice> spanning) {
    int n = spanning.size();
    long[] bps = new long[n];
    Cost[] one = new Cost[n];
    Cost[] step = new Cost[n];
    long[] most = new long[n];
    for (int m = 0; m < n; m++) {
      LinkPrice laid = spanning.get(m);
      var capacity = laid.medium().systemMbps();
      bps[m] = capacity == null ? Long.MAX_VALUE : BusyHourLoad.bps(capacity.value());
      boolean ends = capacity != null && laid.medium().mostSystems() != null;
      most[m] = ends ? bps[m] * LinkPrice.mostSystems(laid.medium()) : Long.MAX_VALUE;
      one[m] = laid.cost(km, 1, years);
      step[m] = capacity == null ? Cost.ZERO : laid.cost(km, 2, years).less(one[m]);
    }
    for (int m = 0; m < n; m++) {
      boolean dominated = false;
      for (int other = 0; other < n; other++) {
        long first = one[other].lifetimeCents() - one[m].lifetimeCents();
        long further = step[other].lifetimeCents() - step[m].lifetimeCents();
        boolean wider = bps[other] >= bps[m] && most[other] >= most[m];
        boolean noDearer = wider && first <= 0 && further <= 0;
        boolean equal = bps[other] == bps[m] && most[other] == most[m];
        boolean same = equal && first == 0 && further == 0;
        dominated |= other != m && noDearer && (!same || other < m);
      }
      if (!dominated) {
        long unsure = Math.max(one[m].unsureCents(), step[m].unsureCents());
        Medium medium = spanning.get(m).medium();
        ends.put(count, end, most[m], SkyLinks.isOf(medium) ? medium : null);
        add(tail, head, one[m].lifetimeCents(), step[m].lifetimeCents(), bps[m], unsure);
      }
    }
  }
}
