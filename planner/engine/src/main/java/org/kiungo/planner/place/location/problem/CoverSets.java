package org.kiungo.planner.place.location.problem;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sites cover which demand points. Demand points with identical cover sets are one: their
 * weights add up, which is exact and often shrinks a model several times.
 */
public final class CoverSets {

  public final int sites;

  /** sitesOf[g] = sites that cover group g, ascending. */
  public final int[][] sitesOf;

  /** Weight of all demand points in a group. */
  public final double[] weight;

  /** groupOf[i] = group of demand point i. */
  public final int[] groupOf;

  private CoverSets(int sites, int[][] sitesOf, double[] weight, int[] groupOf) {
    this.sites = sites;
    this.sitesOf = sitesOf;
    this.weight = weight;
    this.groupOf = groupOf;
  }

  /**
   * @param sites number of candidate sites
   * @param sitesOf sitesOf[i] = sites that cover demand point i, in any order
   * @param weight weight[i] ≥ 0
   */
  public static CoverSets of(int sites, int[][] sitesOf, double[] weight) {
    Map<IntBuffer, Integer> groups = new LinkedHashMap<>();
    int[] groupOf = new int[sitesOf.length];
    double[] total = new double[sitesOf.length];
    for (int i = 0; i < sitesOf.length; i++) {
      int[] sorted = sitesOf[i].clone();
      Arrays.sort(sorted);
      Integer group = groups.putIfAbsent(IntBuffer.wrap(sorted), groups.size());
      groupOf[i] = group == null ? groups.size() - 1 : group;
      total[groupOf[i]] += weight[i];
    }
    int[][] sets = new int[groups.size()][];
    groups.forEach((set, group) -> sets[group] = set.array());
    return new CoverSets(sites, sets, Arrays.copyOf(total, sets.length), groupOf);
  }

  /**
   * Site j covers demand point i when distance[i][j] ≤ S.
   *
   * @param distance distance[i][j], i = demand point, j = candidate site
   * @param standard S, in the distances' unit
   * @param weight weight[i] ≥ 0
   */
  public static CoverSets within(double[][] distance, double standard, double[] weight) {
    int sites = distance.length == 0 ? 0 : distance[0].length;
    int[][] sitesOf = new int[distance.length][];
    for (int i = 0; i < distance.length; i++) {
      int[] covering = new int[sites];
      int count = 0;
      for (int j = 0; j < sites; j++) {
        if (distance[i][j] <= standard) {
          covering[count++] = j;
        }
      }
      sitesOf[i] = Arrays.copyOf(covering, count);
    }
    return of(sites, sitesOf, weight);
  }

  /** Number of groups with distinct cover sets. */
  public int groups() {
    return sitesOf.length;
  }

  /**
   * Sites that no other site dominates: a site whose demand points are all covered by another one
   * is never needed before it. Of sites with equal cover sets the first stays.
   *
   * @return kept sites, ascending
   */
  public int[] undominatedSites() {
    int[][] groupsOf = groupsPerSite();
    int[] kept = new int[sites];
    int count = 0;
    for (int j = 0; j < sites; j++) {
      if (!dominated(j, groupsOf)) {
        kept[count++] = j;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private boolean dominated(int j, int[][] groupsOf) {
    int[] mine = groupsOf[j];
    if (mine.length == 0) {
      return true;
    }
    int rarest = mine[0];
    for (int g : mine) {
      rarest = sitesOf[g].length < sitesOf[rarest].length ? g : rarest;
    }
    for (int k : sitesOf[rarest]) {
      boolean larger =
          groupsOf[k].length > mine.length || groupsOf[k].length == mine.length && k < j;
      if (larger && contains(groupsOf[k], mine)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(int[] all, int[] some) {
    int at = 0;
    for (int g : some) {
      while (at < all.length && all[at] < g) {
        at++;
      }
      if (at == all.length || all[at] != g) {
        return false;
      }
    }
    return true;
  }

  /** groupsOf[j] = groups covered by site j, ascending. */
  public int[][] groupsPerSite() {
    int[] size = new int[sites];
    for (int[] set : sitesOf) {
      for (int j : set) {
        size[j]++;
      }
    }
    int[][] groupsOf = new int[sites][];
    for (int j = 0; j < sites; j++) {
      groupsOf[j] = new int[size[j]];
    }
    int[] next = new int[sites];
    for (int g = 0; g < sitesOf.length; g++) {
      for (int j : sitesOf[g]) {
        groupsOf[j][next[j]++] = g;
      }
    }
    return groupsOf;
  }

  /** The same demand points with only these sites, numbered by their place among them. */
  public CoverSets restrictedTo(int[] kept) {
    int[] number = new int[sites];
    Arrays.fill(number, -1);
    for (int k = 0; k < kept.length; k++) {
      number[kept[k]] = k;
    }
    int[][] sets = new int[sitesOf.length][];
    for (int g = 0; g < sets.length; g++) {
      sets[g] = Arrays.stream(sitesOf[g]).map(j -> number[j]).filter(k -> k >= 0).toArray();
    }
    CoverSets fewer = of(kept.length, sets, weight);
    int[] groups = new int[groupOf.length];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = fewer.groupOf[groupOf[i]];
    }
    return new CoverSets(kept.length, fewer.sitesOf, fewer.weight, groups);
  }

  /** Costs 0 for a covering site; a group left uncovered pays {@code outsideCost}. */
  public AssignmentCosts costs(double[] outsideCost) {
    double[][] zero = new double[sitesOf.length][];
    for (int g = 0; g < sitesOf.length; g++) {
      zero[g] = new double[sitesOf[g].length];
    }
    return AssignmentCosts.ofLists(sites, sitesOf, zero, outsideCost);
  }

  /** The groups' sites, given to each demand point under their own numbers. */
  public int[] perDemandPoint(int[] siteOfGroup, int[] kept) {
    int[] siteOf = new int[groupOf.length];
    for (int i = 0; i < siteOf.length; i++) {
      int k = siteOfGroup[groupOf[i]];
      siteOf[i] = k < 0 ? -1 : kept[k];
    }
    return siteOf;
  }
}
