package org.kiungo.planner.place.location.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.MaximalCovering;
import org.kiungo.planner.place.location.SmallWorlds;
import org.kiungo.planner.place.location.exchange.Vicinity;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

class CoverCutsTest {

  private static AssignmentCosts costs(int sites, int[][] sitesOf, double... weight) {
    return CoverSets.of(sites, sitesOf, weight).costs(weight);
  }

  @Test
  void cutsProveWhatTheRelaxationCannot() {
    int[][] triangle = {{0, 1}, {1, 2}, {0, 2}};
    double[] weight = {10, 10, 10};
    LocationLimits noBranching = new LocationLimits(1, 5, 500, 0);
    LocationSolution solved =
        MaximalCovering.solve(
            CoverSets.of(3, triangle, weight), 1, noBranching, Progress.NONE, () -> false);
    assertThat(solved.value()).isEqualTo(20);
    assertThat(solved.bound()).isEqualTo(20);
    double[] half = {0.5, 0.5, 0.5};
    CoverCuts cuts = new CoverCuts();
    assertThat(OddCycles.separate(costs(3, triangle, weight), half, cuts)).isEqualTo(1);
    assertThat(OddCycles.separate(costs(3, triangle, weight), half, cuts)).isZero();
  }

  /** Whatever is open, a cut's left side is at most its right side. */
  @Test
  void noOpeningViolatesACut() {
    int found = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int sites = 4 + random.nextInt(6);
      int[][] sitesOf = randomSets(random, sites);
      double[] weight = random.doubles(sitesOf.length, 1, 9).toArray();
      CoverSets cover = CoverSets.of(sites, sitesOf, weight);
      AssignmentCosts costs = cover.costs(cover.weight);
      double[] open = new double[sites];
      Arrays.setAll(open, j -> random.nextInt(3) == 0 ? random.nextDouble() : 0.5);
      CoverCuts cuts = new CoverCuts();
      found += OddCycles.separate(costs, open, cuts);
      for (int set = 0; set < 1 << sites; set++) {
        double[] whole = new double[sites];
        for (int j = 0; j < sites; j++) {
          whole[j] = set >> j & 1;
        }
        assertThat(largestViolation(costs, cuts, whole)).as("seed %d", seed).isNotPositive();
      }
      assertThat(cuts.count() == 0 || largestViolation(costs, cuts, open) > 0).isTrue();
    }
    assertThat(found).isGreaterThan(300);
  }

  private static int[][] randomSets(Random random, int sites) {
    int[][] sitesOf = new int[6 + random.nextInt(15)][];
    for (int i = 0; i < sitesOf.length; i++) {
      sitesOf[i] = random.ints(2 + random.nextInt(2), 0, sites).distinct().toArray();
    }
    return sitesOf;
  }

  private static double largestViolation(AssignmentCosts costs, CoverCuts cuts, double[] open) {
    double[] missed = new double[costs.users];
    for (int g = 0; g < costs.users; g++) {
      double covered = 0;
      for (int e = costs.start[g]; e < costs.start[g + 1]; e++) {
        covered += open[costs.site[e]];
      }
      missed[g] = 1 - Math.min(1, covered);
    }
    double[] violation = new double[cuts.count()];
    cuts.violations(missed, open, violation, 0);
    return Arrays.stream(violation).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** The dual pays for cuts what it takes: at any prices, no opening costs less than its bound. */
  @Test
  void boundsHoldAtEveryStepOfAClimb() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int sites = 4 + random.nextInt(6);
      int p = 1 + random.nextInt(sites - 1);
      CoverSets cover =
          CoverSets.of(sites, randomSets(random, sites), random.doubles(30, 1, 9).toArray());
      AssignmentCosts costs = cover.costs(cover.weight);
      CoverCuts cuts = new CoverCuts();
      double[] open = random.doubles(sites, 0.2, 0.8).toArray();
      OddCycles.separate(costs, open, cuts);
      Arrays.fill(open, 0.5);
      OddCycles.separate(costs, open, cuts);
      double least = SmallWorlds.leastOverSubsets(sites, p, p, chosen -> missed(costs, chosen));
      double[] prices = random.doubles(costs.users + cuts.count(), 0, 4).toArray();
      for (int steps : new int[] {1, 10, 300}) {
        LagrangianDual dual =
            new LagrangianDual(
                costs, new double[sites], p, SitePricing.uncapacitated(costs), cuts, Ascent.FINE);
        dual.climb(
            prices,
            new byte[sites],
            least,
            () -> Double.POSITIVE_INFINITY,
            steps,
            () -> false,
            chosen -> {});
        assertThat(dual.bestBound).as("seed %d", seed).isLessThanOrEqualTo(least + 1e-9);
      }
    }
  }

  private static double missed(AssignmentCosts costs, boolean[] chosen) {
    double missed = 0;
    for (int g = 0; g < costs.users; g++) {
      missed += costs.nearest(g, chosen) < 0 ? costs.outsideCost[g] : 0;
    }
    return missed;
  }

  @Test
  void manySitesAreSearchedInPartsAndTheSameEachTime() {
    Random random = new Random(3);
    double[][] place = new double[900][];
    Arrays.setAll(place, i -> new double[] {random.nextDouble(), random.nextDouble()});
    double[][] distance = new double[900][300];
    for (int i = 0; i < 900; i++) {
      for (int j = 0; j < 300; j++) {
        distance[i][j] = Math.hypot(place[i][0] - place[j][0], place[i][1] - place[j][1]);
      }
    }
    CoverSets cover = CoverSets.within(distance, 0.05, random.doubles(900, 1, 9).toArray());
    LocationLimits limits = new LocationLimits(7, 4, 200, 20);
    LocationSolution one = MaximalCovering.solve(cover, 70, limits, Progress.NONE, () -> false);
    LocationSolution two = MaximalCovering.solve(cover, 70, limits, Progress.NONE, () -> false);
    assertThat(two.opened()).isEqualTo(one.opened());
    assertThat(two.value()).isEqualTo(one.value());
    assertThat(two.bound()).isEqualTo(one.bound());
    assertThat(one.bound()).isGreaterThanOrEqualTo(one.value());
    assertThat(one.gapRatio()).isLessThan(0.002);
    AssignmentCosts costs = cover.costs(cover.weight);
    int[] part = new Vicinity(costs, new SplittableRandom(1)).draw(one.opened(), 5);
    assertThat(part).doesNotHaveDuplicates().hasSizeBetween(1, costs.users / 2);
  }
}
