package org.kiungo.planner.bound;

import java.util.Arrays;
import org.kiungo.planner.network.ArborescenceInstance;

/**
 * {@link LinkLoads} laid out for a dual ascent: the systems that a load takes are worked out once
 * per kind of arc and class of load when a terminal's turn comes, not on every arc.
 */
final class ArcSystems {

  private final byte[] kind;
  private final double[] stepPrice;
  private final long[] capacityBps;
  private final boolean[] fluid;

  /** Loads of terminal t by class: {@code load[first[t] … first[t + 1] − 1]}, ascending. */
  private final int[] first;

  private long[] load = new long[16];
  private int from;
  private int classes;

  /** Further systems of each kind by class of the terminal at hand. */
  private final double[] taken;

  ArcSystems(ArborescenceInstance instance, LinkLoads loads) {
    kind = loads.kind();
    stepPrice = loads.stepPrice();
    capacityBps = loads.capacityBps();
    fluid = loads.fluid();
    taken = new double[capacityBps.length * LinkLoads.CLASSES];
    first = new int[instance.graph().vertexCount() + 1];
    int filled = 0;
    for (int v = 0; v + 1 < first.length; v++) {
      if (instance.penalty(v) > 0) {
        long[] own = loads.classes(instance, v);
        if (filled + own.length > load.length) {
          load = Arrays.copyOf(load, 2 * load.length + own.length);
        }
        System.arraycopy(own, 0, load, filled, own.length);
        filled += own.length;
      }
      first[v + 1] = filled;
    }
  }

  /** Makes a terminal the one at hand. */
  void takeUp(int terminal) {
    from = first[terminal];
    classes = first[terminal + 1] - from;
    for (int k = 1; k < capacityBps.length; k++) {
      for (int c = 0; c < classes; c++) {
        taken[k * LinkLoads.CLASSES + c] =
            LinkLoads.furtherSystems(load[from + c], capacityBps[k], fluid[k]);
      }
    }
  }

  /** Number of distinct loads of the terminal at hand. */
  int classes() {
    return classes;
  }

  /** Class of a load: the last one not above it. */
  int classOf(long bps) {
    int c = 0;
    while (c + 1 < classes && load[from + c + 1] <= bps) {
      c++;
    }
    return c;
  }

  /** Private charge on an arc of a class of the terminal at hand; 0 where any load is carried. */
  long charge(int arc, int c) {
    int k = arc < kind.length ? kind[arc] : 0;
    return k == 0 ? 0 : (long) Math.floor(stepPrice[arc] * taken[k * LinkLoads.CLASSES + c]);
  }
}
