package org.kiungo.planner.deploy.prices;

import java.util.Arrays;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.radio.SiteUnits;

/**
 * Sites whose whole units few settlements share: what any set of them pays is capped by what the
 * units that the set takes cost, as {@link org.kiungo.planner.bound.Pools} has it. A site is one if
 * at most {@value #MOST_MEMBERS} settlements may use it, together they take more than one unit, and
 * at most {@value #MOST_SETS} sets fill their units as far as they can: where many share a site,
 * dividing it by what is taken loses little.
 */
final class SitePools {

  /** Also a limit of the verifier, which looks at all sets. */
  private static final int MOST_MEMBERS = 12;

  private static final int MOST_SETS = 64;

  /** Member of each option; −1 = its site is none of them. */
  final int[] member;

  /** The first option of each member. */
  int[] option = new int[64];

  /** Sets of member m: {@code sets[first[m] … first[m + 1] − 1]}. */
  int[] first = new int[65];

  int[] sets = new int[256];

  /** Site and units of each set. */
  int[] setSite = new int[64];

  int[] setUnits = new int[64];
  private int members;
  private int setCount;
  private int listed;

  private final boolean[] pooled;
  private final AccessOptions options;
  private final int[] firstOf = new int[MOST_MEMBERS];
  private final long[] taken = new long[MOST_MEMBERS];
  private final long[] sum = new long[1 << MOST_MEMBERS];
  private final int[] mask = new int[MOST_SETS];

  SitePools(AccessOptions options) {
    this.options = options;
    member = new int[options.count()];
    Arrays.fill(member, -1);
    pooled = new boolean[options.sites()];
    for (int s = 0; s < options.sites(); s++) {
      int count = options.siteEnd(s) - options.siteFirst(s) > 1 ? members(s) : 0;
      int found = count > 0 ? maximalSets(count) : 0;
      if (found > 0) {
        pooled[s] = true;
        add(s, count, found);
      }
    }
    option = Arrays.copyOf(option, members);
    first = Arrays.copyOf(first, members + 1);
    sets = Arrays.copyOf(sets, listed);
    setSite = Arrays.copyOf(setSite, setCount);
    setUnits = Arrays.copyOf(setUnits, setCount);
  }

  boolean isPooled(int s) {
    return pooled[s];
  }

  /** Collects the settlements that may use a site; 0 where it is none to be pooled. */
  private int members(int s) {
    int count = 0;
    long all = 0;
    for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
      if (!options.isVariant(k, s)) {
        if (count == MOST_MEMBERS) {
          return 0;
        }
        firstOf[count] = k;
        taken[count] = options.taken(options.siteOption(k));
        all += taken[count++];
      }
    }
    return all > SiteUnits.WHOLE ? count : 0;
  }

  /** Sets that nobody can join without a further unit; 0 where there are too many. */
  private int maximalSets(int count) {
    int found = 0;
    for (int set = 1; set < 1 << count; set++) {
      int lowest = Integer.numberOfTrailingZeros(set);
      sum[set] = sum[set & set - 1] + taken[lowest];
    }
    for (int set = 1; set < 1 << count; set++) {
      long room = SiteUnits.units(sum[set]) * SiteUnits.WHOLE - sum[set];
      boolean maximal = true;
      for (int m = 0; m < count && maximal; m++) {
        maximal = (set >> m & 1) != 0 || taken[m] > room;
      }
      if (maximal) {
        if (found == MOST_SETS) {
          return 0;
        }
        mask[found++] = set;
      }
    }
    return found;
  }

  private void add(int s, int count, int found) {
    setSite = longer(setSite, setCount + found);
    setUnits = longer(setUnits, setCount + found);
    for (int k = 0; k < found; k++) {
      setSite[setCount + k] = s;
      setUnits[setCount + k] = SiteUnits.units(sum[mask[k]]);
    }
    option = longer(option, members + count);
    first = longer(first, members + count + 1);
    for (int m = 0; m < count; m++) {
      option[members] = options.siteOption(firstOf[m]);
      int end = m + 1 < count ? firstOf[m + 1] : options.siteEnd(s);
      for (int k = firstOf[m]; k < end; k++) {
        member[options.siteOption(k)] = members;
      }
      sets = longer(sets, listed + found);
      for (int k = 0; k < found; k++) {
        if ((mask[k] >> m & 1) != 0) {
          sets[listed++] = setCount + k;
        }
      }
      first[++members] = listed;
    }
    setCount += found;
  }

  private static int[] longer(int[] array, int size) {
    return size <= array.length ? array : Arrays.copyOf(array, size + (size >> 1));
  }
}
