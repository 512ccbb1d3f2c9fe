package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

@Tag("slow")
class PMedianTest {

  static LocationSolution solve(double[][] cost, int p) {
    return PMedian.solve(
        AssignmentCosts.ofMatrix(cost), p, LocationLimits.DEFAULT, Progress.NONE, () -> false);
  }

  @Test
  void twoHundredRandomWorldsEqualBruteForce() {
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      int n = 3 + random.nextInt(12);
      int m = 2 + random.nextInt(8);
      int p = 1 + random.nextInt(m);
      double[][] cost = SmallWorlds.costs(random, n, m, seed % 2 == 0);
      double best = SmallWorlds.leastOverSubsets(m, p, p, open -> SmallWorlds.nearest(cost, open));
      LocationSolution solution = solve(cost, p);
      assertThat(solution.value()).as("seed %d", seed).isCloseTo(best, within(1e-9 * best + 1e-9));
      assertThat(solution.bound()).as("seed %d", seed).isCloseTo(best, within(1e-6 * best + 1e-9));
      assertThat(solution.opened()).hasSize(p);
    }
  }

  @Test
  void permutedRowsLeaveTheValueUnchanged() {
    Random random = new Random(7);
    double[][] cost = SmallWorlds.costs(random, 30, 12, true);
    double[][] permuted = SmallWorlds.permuted(cost, random);
    assertThat(solve(permuted, 4).value()).isEqualTo(solve(cost, 4).value());
  }

  @Test
  void equalSeedsGiveEqualAnswers() {
    double[][] cost = SmallWorlds.costs(new Random(3), 60, 40, false);
    assertThat(solve(cost, 6).opened()).isEqualTo(solve(cost, 6).opened());
  }

  @Test
  void stopReturnsAPlanWithAValidBound() {
    double[][] cost = SmallWorlds.costs(new Random(5), 80, 80, true);
    LocationSolution stopped =
        PMedian.solve(
            AssignmentCosts.ofMatrix(cost), 9, LocationLimits.DEFAULT, Progress.NONE, () -> true);
    LocationSolution finished = solve(cost, 9);
    assertThat(stopped.value()).isGreaterThanOrEqualTo(finished.value());
    assertThat(stopped.bound()).isLessThanOrEqualTo(finished.value());
  }

  @Test
  void asManySitesAsExistServeEverybodyFromTheirNearest() {
    double[][] cost = {{1, 5}, {7, 2}};
    assertThat(solve(cost, 2).value()).isEqualTo(3);
  }

  @Test
  void moreSitesThanExistAreRefused() {
    assertThatThrownBy(() -> solve(new double[][] {{1, 2}}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed 1 to 2");
  }

  /** Optima of the OR-Library, Beasley 1990; a plain run takes some. */
  static List<Arguments> optima() {
    return instances(
        SeededSample.of(
            "p-median instances",
            List.of(
                "pmed1 5819",
                "pmed2 4093",
                "pmed5 1355",
                "pmed6 7824",
                "pmed10 1255",
                "pmed11 7696",
                "pmed15 1729",
                "pmed20 1789"),
            4));
  }

  /** Of 600 and 900 places, which take longest. */
  static List<Arguments> largeOptima() {
    return instances(List.of("pmed30 1989", "pmed40 5128"));
  }

  private static List<Arguments> instances(List<String> named) {
    return named.stream()
        .map(each -> each.split(" "))
        .map(each -> Arguments.of(each[0], Double.parseDouble(each[1])))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("largeOptima")
  @Tag("exhaustive")
  void optimaOfLargeInstancesAreReachedAndProven(String name, double optimum) throws IOException {
    orLibraryOptimaAreReachedAndProven(name, optimum);
  }

  @ParameterizedTest
  @MethodSource("optima")
  void orLibraryOptimaAreReachedAndProven(String name, double optimum) throws IOException {
    double[][] d = OrLibrary.pmed(OrLibrary.data("validation/orlib/" + name + ".txt"));
    int n = d.length - 1;
    LocationSolution solution = solve(Arrays.copyOf(d, n), (int) d[n][0]);
    assertThat(solution.value()).isEqualTo(optimum);
    assertThat(solution.bound()).isEqualTo(optimum);
  }
}
