package org.kiungo.planner.place.location.assignment;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.Ranking;

/**
 * Iterated local search of a single-source assignment: open, close or exchange a site, or deal the
 * points of a few neighbouring sites out anew, descend ({@link SiteMoves}), and keep what is not
 * much worse. The price of overload rises while the search stays overloaded and falls while it does
 * not, so that it works along the edge of what fits.
 *
 * <p>Complexity: one descent around the changed sites per kick. Guarantee: none.
 *
 * @see <a href="https://doi.org/10.1007/0-306-48056-5_11">Lourenço, Martin and Stützle 2003</a>
 */
public final class SingleSourceSearch {

  /** Times that a run returns to its best before another begins. */
  private static final int RETURNS = 2;

  /** Share of the value by which a worse assignment may be taken at most. */
  private static final double TOLERANCE = 0.006;

  private final SingleSourceAssignment at;
  private final SiteMoves moves;
  private final SiteKicks kicks;
  private final SplittableRandom random;
  private final double startPrice;
  private final double highestPrice;
  private double[] promise;
  private boolean sitesMayChange = true;
  private final int[] current;
  private double currentValue;
  private final int patience;
  private final int[] runBest;
  private double runValue = Double.POSITIVE_INFINITY;
  private int fruitless;
  private int returns;
  private boolean anew;
  private boolean started;

  /** Best assignment without overload, and what it costs; infinite before the first. */
  public final int[] best;

  public double bestValue = Double.POSITIVE_INFINITY;
  public long steps;

  public SingleSourceSearch(CapacitatedModel model, SplittableRandom random) {
    this.at = new SingleSourceAssignment(model);
    this.moves = new SiteMoves(at);
    this.kicks = new SiteKicks(at, moves, random);
    this.random = random;
    this.startPrice = startPrice();
    this.highestPrice = 30 * startPrice;
    this.promise = new double[at.m];
    this.current = new int[at.n];
    this.runBest = new int[at.n];
    this.patience = 200 + 4 * at.n;
    this.best = new int[at.n];
  }

  /** What a unit of demand costs on average, sites and pairs. */
  private double startPrice() {
    double sum = 0;
    for (int i = 0; i < at.n; i++) {
      sum += at.cost[i * at.m + at.near[i * at.m + Math.min(at.m - 1, at.m / 4)]] / at.demand[i];
    }
    double dearest = Math.max(1e-6, sum / at.n);
    for (int j = 0; j < at.m; j++) {
      if (at.capacity[j] > 0) {
        dearest = Math.max(dearest, at.fixedCost[j] / at.capacity[j]);
      }
    }
    return dearest;
  }

  /** How likely each site is to be worth opening; empty ones are drawn by it. */
  public void promise(double[] openRatio) {
    promise = openRatio;
  }

  /** Builds an assignment to the given sites and descends. */
  public void build(boolean[] sites) {
    started = false;
    at.overloadPrice = startPrice;
    at.clear();
    double[] key = new double[at.n];
    for (int i = 0; i < at.n; i++) {
      key[i] = -at.demand[i];
    }
    for (int i : new Ranking(at.n).ascending(key, at.n).clone()) {
      at.put(i, cheapest(i, sites));
    }
    moves.allChanged();
    moves.descend();
    keepBest();
    if (at.overload() > 0) {
      at.overloadPrice *= 8;
      moves.allChanged();
      moves.descend();
      keepBest();
    }
  }

  private int cheapest(int i, boolean[] sites) {
    int found = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < at.m; j++) {
      if (sites[j] && at.adding(i, j) < least) {
        least = at.adding(i, j);
        found = j;
      }
    }
    return found;
  }

  /** Kicks from where the last call ended, or from the best, {@code most} times. */
  public void search(long most, BooleanSupplier stop) {
    if (!started && bestValue < Double.POSITIVE_INFINITY) {
      runFromBest();
    } else if (!started) {
      runValue = bestValue;
      resumeHere();
    }
    for (long k = 0; k < most && !stop.getAsBoolean(); k++) {
      kicks.kick(promise, sitesMayChange);
      moves.descend();
      judge();
      steps++;
    }
  }

  /** Searches among assignments to exactly these sites, from an assignment of their own. */
  public void searchWithin(boolean[] sites, long most, BooleanSupplier stop) {
    moves.allow(sites);
    sitesMayChange = false;
    build(sites);
    runValue = Double.POSITIVE_INFINITY;
    resumeHere();
    search(most, stop);
  }

  /** Takes over another search's best assignment when it is better. */
  public void adopt(SingleSourceSearch other) {
    if (other.bestValue < bestValue) {
      bestValue = other.bestValue;
      System.arraycopy(other.best, 0, best, 0, at.n);
      started = false;
    }
  }

  private void resume(int[] from, double value) {
    System.arraycopy(from, 0, current, 0, at.n);
    at.restore(current);
    currentValue = value;
    fruitless = 0;
    started = true;
  }

  private void judge() {
    double reached = at.spent() + at.overloadPrice * at.overload();
    keepBest();
    if (at.overload() == 0 && reached < runValue - 1e-9 * Math.abs(reached)) {
      runValue = reached;
      System.arraycopy(at.siteOf, 0, runBest, 0, at.n);
      fruitless = 0;
      returns = 0;
    }
    double reference = runValue < Double.POSITIVE_INFINITY ? runValue : reached;
    double tolerance = TOLERANCE * Math.abs(reference) * fruitless / patience;
    if (reached < currentValue + tolerance * random.nextDouble()) {
      System.arraycopy(at.siteOf, 0, current, 0, at.n);
      currentValue = reached;
    } else {
      at.restore(current);
    }
    adaptPrice();
    if (++fruitless > patience) {
      if (++returns <= RETURNS && runValue < Double.POSITIVE_INFINITY) {
        resume(runBest, runValue);
      } else {
        startAnew();
      }
    }
  }

  /** A new run: from the best when the last run began elsewhere, else from sites drawn anew. */
  private void startAnew() {
    returns = 0;
    runValue = Double.POSITIVE_INFINITY;
    anew = !anew || bestValue == Double.POSITIVE_INFINITY;
    if (!anew) {
      runFromBest();
      return;
    }
    at.overloadPrice = startPrice;
    int exchanges = 2 + random.nextInt(2 + Math.min(at.openCount / 2, 12));
    for (int k = 0; k < exchanges; k++) {
      kicks.jump(promise, sitesMayChange);
    }
    moves.descend();
    resumeHere();
  }

  private void runFromBest() {
    runValue = bestValue;
    System.arraycopy(best, 0, runBest, 0, at.n);
    resume(best, bestValue);
  }

  private void resumeHere() {
    resume(at.siteOf.clone(), at.spent() + at.overloadPrice * at.overload());
  }

  /** Dearer while what is kept is overloaded, cheaper while it is not. */
  private void adaptPrice() {
    double over = at.overload();
    double before = at.overloadPrice;
    at.overloadPrice =
        over > 0 ? Math.min(highestPrice, before * 1.1) : Math.max(startPrice / 100, before * 0.98);
    currentValue += (at.overloadPrice - before) * over;
  }

  private boolean keepBest() {
    if (at.overload() > 0) {
      return false;
    }
    double spent = at.spent();
    if (spent >= bestValue - 1e-9 * Math.max(1, Math.abs(spent))) {
      return false;
    }
    bestValue = spent;
    System.arraycopy(at.siteOf, 0, best, 0, at.n);
    return true;
  }
}
