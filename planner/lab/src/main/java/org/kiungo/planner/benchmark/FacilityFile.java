package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;

/**
 * A fixed-charge location file in any of the layouts that libraries use. Which one it is follows
 * from how many numbers there are, from whether the capacities hold the demand, and from whether
 * the parts begin where lines begin.
 *
 * @param capacity s_j; NaN where the file leaves it open
 * @param fixedCost f_j
 * @param demand d_i
 * @param cost cost[i][j] of serving all of demand point i from site j
 */
record FacilityFile(double[] capacity, double[] fixedCost, double[] demand, double[][] cost) {

  private static final int MOST = 100_000;

  /** The file as a model in which every site may open. */
  CapacitatedModel model() {
    return new CapacitatedModel(
        AssignmentCosts.ofMatrix(cost), demand, capacity, fixedCost, capacity.length);
  }

  /** How the parts follow one another; m sites, n demand points. */
  private enum Layout {
    /** {@code m n}; capacities; fixed costs; demands; a row of m costs per demand point. */
    LISTS {
      @Override
      FacilityFile read(Parts in, int m, int n) {
        double[] capacity = in.take(m);
        double[] fixedCost = in.take(m);
        double[] demand = in.take(n);
        return new FacilityFile(capacity, fixedCost, demand, in.rows(n, m));
      }
    },
    /** OR-Library: {@code m n}; capacity and fixed cost per site; demand and m costs per point. */
    WAREHOUSES {
      @Override
      FacilityFile read(Parts in, int m, int n) {
        double[][] pairs = in.rows(m, 2);
        double[][] rows = in.rows(n, 1 + m);
        double[][] cost = new double[n][];
        for (int i = 0; i < n; i++) {
          cost[i] = Arrays.copyOfRange(rows[i], 1, 1 + m);
        }
        return new FacilityFile(column(pairs, 0), column(pairs, 1), column(rows, 0), cost);
      }
    },
    /** Holmberg, Yang: {@code m n}; capacity and fixed cost per site; demands; n costs per site. */
    PAIRS {
      @Override
      FacilityFile read(Parts in, int m, int n) {
        double[][] pairs = in.rows(m, 2);
        double[] demand = in.take(n);
        return new FacilityFile(
            column(pairs, 0), column(pairs, 1), demand, transposed(in.rows(m, n), n));
      }
    },
    /** Avella and Boccia: {@code m n}; demands; capacities; fixed costs; n unit costs per site. */
    DEMAND_FIRST {
      @Override
      FacilityFile read(Parts in, int m, int n) {
        double[] demand = in.take(n);
        double[] capacity = in.take(m);
        double[] fixedCost = in.take(m);
        double[][] cost = transposed(in.rows(m, n), n);
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < m; j++) {
            cost[i][j] *= demand[i];
          }
        }
        return new FacilityFile(capacity, fixedCost, demand, cost);
      }
    },
    /** Delmaire: {@code n m}; m costs per demand point; demands; fixed costs; capacities. */
    COSTS_FIRST {
      @Override
      FacilityFile read(Parts in, int n, int m) {
        double[][] cost = in.rows(n, m);
        double[] demand = in.take(n);
        double[] fixedCost = in.take(m);
        return new FacilityFile(in.take(m), fixedCost, demand, cost);
      }
    },
    /** UflLib: {@code m n 0}; number, fixed cost and n costs per site; no capacities. */
    SITES {
      @Override
      FacilityFile read(Parts in, int m, int n) {
        in.take(1);
        double[][] rows = in.rows(m, 2 + n);
        double[] open = new double[m];
        Arrays.fill(open, Double.NaN);
        double[] one = new double[n];
        Arrays.fill(one, 1);
        double[][] cost = new double[n][m];
        for (int j = 0; j < m; j++) {
          for (int i = 0; i < n; i++) {
            cost[i][j] = rows[j][2 + i];
          }
        }
        return new FacilityFile(open, column(rows, 1), one, cost);
      }
    };

    abstract FacilityFile read(Parts in, int first, int second);

    /** Numbers after the first two. */
    long size(long first, long second) {
      return switch (this) {
        case SITES -> 1 + first * (2 + second);
        case COSTS_FIRST -> first + 2 * second + first * second;
        default -> 2 * first + second + first * second;
      };
    }
  }

  /** Hands out the parts in turn and counts how many begin a line. */
  private static final class Parts {
    private final NumberLines lines;
    private int at = 2;
    private int parts;
    private int aligned;

    Parts(NumberLines lines) {
      this.lines = lines;
    }

    double[] take(int count) {
      parts++;
      aligned += lines.lineStart().get(at) ? 1 : 0;
      return Arrays.copyOfRange(lines.number(), at, at += count);
    }

    double[][] rows(int rows, int width) {
      double[][] taken = new double[rows][];
      for (int r = 0; r < rows; r++) {
        taken[r] = take(width);
      }
      return taken;
    }
  }

  /**
   * @param capacity of every site whose capacity the file leaves open; NaN = leave it open
   * @throws InputRefused if the numbers fit no layout
   */
  static FacilityFile read(Path file, double capacity) throws IOException {
    NumberLines lines = NumberLines.read(file);
    int first = lines.count(0, MOST);
    int second = lines.count(1, MOST);
    FacilityFile best = null;
    double bestScore = -1;
    for (Layout layout : Layout.values()) {
      long rest = lines.number().length - 2 - layout.size(first, second);
      if (rest == 0 || rest == 1) {
        Parts parts = new Parts(lines);
        FacilityFile read = layout.read(parts, first, second);
        boolean pairs = layout == Layout.WAREHOUSES || layout == Layout.PAIRS;
        double score =
            (read.holdsDemand() ? 1 : 0)
                + (double) parts.aligned / parts.parts
                + (pairs && first > 2 && pairPerLine(lines) ? 1 : 0);
        if (score > bestScore + 1e-12) {
          bestScore = score;
          best = read;
        }
      }
    }
    if (best == null) {
      throw lines.refused(lines.number().length);
    }
    return best.checked(lines).withOpenCapacity(capacity);
  }

  /** True when the two lines after the first hold two numbers each. */
  private static boolean pairPerLine(NumberLines lines) {
    return lines.lineStart().nextSetBit(3) == 4 && lines.lineStart().nextSetBit(5) == 6;
  }

  private boolean holdsDemand() {
    double need = Arrays.stream(demand).sum();
    return !(Arrays.stream(capacity).sum() < need);
  }

  private FacilityFile checked(NumberLines lines) {
    for (int i = 0; i < demand.length; i++) {
      for (double c : cost[i]) {
        if (!(c >= 0)) {
          throw lines.refused(lines.number().length);
        }
      }
      if (!(demand[i] >= 0)) {
        throw lines.refused(lines.number().length);
      }
    }
    return this;
  }

  private FacilityFile withOpenCapacity(double given) {
    double[] filled = Arrays.stream(capacity).map(s -> Double.isNaN(s) ? given : s).toArray();
    return new FacilityFile(filled, fixedCost, demand, cost);
  }

  /**
   * @throws InputRefused when the file leaves capacities open and none was given
   */
  FacilityFile withCapacities(Path file) {
    if (Arrays.stream(capacity).anyMatch(Double::isNaN)) {
      throw new InputRefused("benchmark.location.capacity", "file", file.getFileName());
    }
    return this;
  }

  private static double[] column(double[][] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
  }

  private static double[][] transposed(double[][] rows, int columns) {
    double[][] turned = new double[columns][rows.length];
    for (int j = 0; j < rows.length; j++) {
      for (int i = 0; i < columns; i++) {
        turned[i][j] = rows[j][i];
      }
    }
    return turned;
  }
}
