package org.kiungo.planner.place.location.exchange;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Iterated local search over sets of open sites: exchange (or add, or drop) a few sites at random,
 * descend by {@link VertexSubstitution}, keep what is not much worse. All changes are made one by
 * one on the same bookkeeping, back to the kept set as well, so that a kick costs little more than
 * the moves it leads to.
 *
 * <p>Complexity: a few best exchanges per kick. Guarantee: none.
 *
 * @see <a href="https://doi.org/10.1007/0-306-48056-5_11">Lourenço, Martin and Stützle 2003</a>
 */
public final class InterchangeSearch {

  /** Kicks without a better set after which a run returns to its best. */
  private static final int PATIENCE = 120;

  /** Times that a run returns to its best before another begins. */
  private static final int RETURNS = 2;

  /** Share of the value by which a worse set may be kept at most. */
  private static final double TOLERANCE = 0.002;

  /** Kicks after which gains and losses are summed anew, so that rounding does not build up. */
  private static final int SUMMED_ANEW = 500;

  private final AssignmentCosts costs;
  private final SplittableRandom random;
  private final VertexSubstitution sites;
  private final boolean countMayChange;
  private double[] promise;
  private int[] current;
  private double currentValue = Double.POSITIVE_INFINITY;
  private int[] run;
  private double runValue = Double.POSITIVE_INFINITY;
  private int fruitless;
  private int returns;
  private boolean anew;
  private long kicks;

  /** Best set found, and what it costs; infinite before the first. */
  public int[] best;

  public double bestValue = Double.POSITIVE_INFINITY;

  public InterchangeSearch(
      AssignmentCosts costs,
      double[] fixedCost,
      int width,
      boolean countMayChange,
      SplittableRandom random) {
    this.costs = costs;
    this.random = random;
    this.sites = new VertexSubstitution(costs, fixedCost, width, countMayChange);
    this.countMayChange = countMayChange;
    this.promise = new double[costs.sites];
  }

  /** Sites that may stand open at most. */
  public int width() {
    return sites.width();
  }

  public long steps() {
    return sites.steps();
  }

  /** How likely each site is to be worth opening; closed ones are drawn by it. */
  void promise(double[] openRatio) {
    promise = openRatio;
  }

  /** Descends from these distinct sites. */
  public void descendFrom(int[] opened, BooleanSupplier stop) {
    sites.restart(opened);
    currentValue = sites.descend(stop);
    current = sites.opened();
    keepBest();
  }

  /** Kicks from where the last call ended, at first from the best set. */
  void search(long most, BooleanSupplier stop) {
    if (best.length == 0 || best.length == costs.sites && !countMayChange) {
      return;
    }
    if (run == null) {
      runFrom(best, bestValue);
    }
    for (long k = 0; k < most && !stop.getAsBoolean(); k++) {
      kick();
      double reached = sites.descend(stop);
      double tolerance = TOLERANCE * Math.abs(runValue) * fruitless / PATIENCE;
      if (reached <= currentValue + tolerance * random.nextDouble()) {
        currentValue = reached;
        current = sites.opened();
        keepBest();
        keepBestOfRun();
      } else {
        goTo(current);
      }
      if (++fruitless > PATIENCE) {
        fruitless = 0;
        if (++returns <= RETURNS) {
          current = run;
          currentValue = runValue;
          goTo(current);
        } else {
          startAnew(stop);
        }
      }
      if (++kicks % SUMMED_ANEW == 0) {
        sites.restart(current);
      }
    }
  }

  private void runFrom(int[] start, double value) {
    sites.restart(start);
    current = start;
    currentValue = value;
    run = start;
    runValue = value;
    fruitless = 0;
    returns = 0;
  }

  /** A new run: from the best when the last one began elsewhere, else far from it. */
  private void startAnew(BooleanSupplier stop) {
    anew = !anew;
    if (!anew) {
      runFrom(best, bestValue);
      return;
    }
    int exchanges = 1 + random.nextInt(1 + sites.count() / 2);
    for (int k = 0; k < exchanges && sites.count() < costs.sites; k++) {
      int in = drawClosed();
      sites.exchange(in, slotFor(in));
    }
    double value = sites.descend(stop);
    runFrom(sites.opened(), value);
    keepBest();
  }

  private void keepBestOfRun() {
    if (currentValue < runValue) {
      runValue = currentValue;
      run = current;
      fruitless = 0;
      returns = 0;
    }
  }

  private boolean keepBest() {
    if (currentValue >= bestValue) {
      return false;
    }
    bestValue = currentValue;
    best = current;
    return true;
  }

  private void kick() {
    do {
      int draw = countMayChange ? random.nextInt(4) : 3;
      if (draw == 0 && sites.count() < sites.width() && sites.count() < costs.sites) {
        sites.add(drawClosed());
      } else if (draw == 1 && sites.count() > 1) {
        sites.drop(random.nextInt(sites.count()));
      } else if (sites.count() > 0 && sites.count() < costs.sites) {
        int in = drawClosed();
        sites.exchange(in, slotFor(in));
      }
    } while (random.nextInt(3) > 0);
  }

  /** A closed site, rather one that the fractional optimum opens in part. */
  private int drawClosed() {
    int drawn = -1;
    for (int tries = 0; tries < 4 || drawn < 0; tries++) {
      int j = random.nextInt(costs.sites);
      if (!sites.isOpen(j) && (drawn < 0 || promise[j] > promise[drawn])) {
        drawn = j;
      }
    }
    return drawn;
  }

  /** A site to close for it: one that serves some demand point within its reach, or any. */
  private int slotFor(int in) {
    int size = costs.siteStart[in + 1] - costs.siteStart[in];
    if (size > 0 && random.nextInt(3) > 0) {
      int slot = sites.slotServing(costs.user[costs.siteStart[in] + random.nextInt(size)]);
      if (slot >= 0) {
        return slot;
      }
    }
    return random.nextInt(sites.count());
  }

  /** Exchanges, adds and drops whatever differs from the target. */
  private void goTo(int[] target) {
    boolean[] wanted = new boolean[costs.sites];
    for (int j : target) {
      wanted[j] = true;
    }
    int next = 0;
    for (int slot = sites.count() - 1; slot >= 0; slot--) {
      if (!wanted[sites.siteIn(slot)]) {
        while (next < target.length && sites.isOpen(target[next])) {
          next++;
        }
        if (next < target.length) {
          sites.exchange(target[next], slot);
        } else {
          sites.drop(slot);
        }
      }
    }
    for (int j : target) {
      if (!sites.isOpen(j)) {
        sites.add(j);
      }
    }
  }
}
