package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.value.InputRefused;

/** One instance of three sites and two demand points, in every layout that libraries use. */
class LocationFileTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("instance.txt"), text.replace('|', '\n'));
  }

  private static BenchmarkLimits limits(int p, double radius) {
    return new BenchmarkLimits(
        5, 1, p, radius, Double.NaN, Double.NaN, System::nanoTime, System::nanoTime);
  }

  private double solve(String family, String text, int p, double radius) throws IOException {
    return BenchmarkFamily.find(family).orElseThrow().run(file(text), limits(p, radius)).value();
  }

  @ParameterizedTest
  @CsvSource({
    // capacities, fixed costs, demands, costs per demand point
    "'3 2|9 8 7|5 6 4|3 6|2 4 6|9 3 1'",
    // the same with the optimum behind
    "'3 2|9 8 7|5 6 4|3 6|2 4 6|9 3 1|12'",
    // OR-Library: capacity and fixed cost per site; demand, then costs
    "'3 2|9 5|8 6|7 4|3|2 4 6|6|9 3 1'",
    // Delmaire: points before sites, costs first, then demands, fixed costs, capacities
    "'2 3|2 4 6|9 3 1|3 6|5 6 4|9 8 7'",
  })
  void everyLayoutIsTheSameInstance(String text) throws IOException {
    FacilityFile read = FacilityFile.read(file(text), Double.NaN);
    assertThat(read.capacity()).containsExactly(9, 8, 7);
    assertThat(read.fixedCost()).containsExactly(5, 6, 4);
    assertThat(read.demand()).containsExactly(3, 6);
    assertThat(read.cost()).isDeepEqualTo(new double[][] {{2, 4, 6}, {9, 3, 1}});
  }

  @Test
  void pairsThenDemandsThenCostsPerSite() throws IOException {
    FacilityFile read =
        FacilityFile.read(file("3 3|9 5|8 6|7 4|3 6 2|2 9 5|4 3 7|6 1 8"), Double.NaN);
    assertThat(read.fixedCost()).containsExactly(5, 6, 4);
    assertThat(read.demand()).containsExactly(3, 6, 2);
    assertThat(read.cost()).isDeepEqualTo(new double[][] {{2, 4, 6}, {9, 3, 1}, {5, 7, 8}});
  }

  @Test
  void costsPerUnitBecomeCostsOfTheWholeDemand() throws IOException {
    FacilityFile read = FacilityFile.read(file("3 2|3 6|9 8 7|50 60 40|2 9|4 3|6 1"), Double.NaN);
    assertThat(read.capacity()).containsExactly(9, 8, 7);
    assertThat(read.cost()).isDeepEqualTo(new double[][] {{6, 12, 18}, {54, 18, 6}});
  }

  @Test
  void siteRowsOfUflLibHaveNoCapacity() throws IOException {
    assertThat(solve("uflp", "FILE: tiny|3 2 0|1 5 2 9|2 6 4 3|3 4 6 1", 0, 0)).isEqualTo(11);
  }

  @Test
  void openCapacitiesAreAskedForAndFilledIn() throws IOException {
    String text = "2 2|capacity 5|capacity 6|3|2 4|6|9 3";
    assertThatThrownBy(() -> solve("cflp", text, 0, 0))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("benchmark.location.capacity"));
    assertThat(FacilityFile.read(file(text), 7).capacity()).containsExactly(7, 7);
  }

  @Test
  void cutFilesAreRefusedWithTheWordThatIsMissing() {
    assertThatThrownBy(() -> FacilityFile.read(file("3 2|9 8 7|5 6 4|3 6|2 4 6|9"), Double.NaN))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("benchmark.location.word"));
  }

  @ParameterizedTest
  @CsvSource({
    // OR-Library: distances rounded down
    "'1 99|4 2 10|1 0 0 5|2 1 1 5|3 10 0 5|4 11 1 5', 2",
    // Lorena: x y capacity demand, distances as they are
    "'4 2|0 0 10 5|1 1 10 5|10 0 10 5|11 1 10 5', 2.8284271",
    // Ceselli: distances, demands, capacities
    "'4 2|0 1 9 9|1 0 9 9|9 9 0 1|9 9 1 0|5 5 5 5|10 10 10 10', 2",
  })
  void capacitatedMediansInThreeLayouts(String text, double optimum) throws IOException {
    assertThat(solve("cpmp", text, 0, 0)).isCloseTo(optimum, within(1e-6));
  }

  @Test
  void aFileOfManyMedianProblemsIsRefused() {
    String many = "2|1 99|2 1 10|1 0 0 5|2 1 1 5|2 99|2 1 10|1 0 0 5|2 1 1 5";
    assertThatThrownBy(() -> solve("cpmp", many, 0, 0)).isInstanceOf(InputRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'4 points|0 0 5|1 0 6|9 0 7|30 0 8', 18",
    "'4|0 0 0 5|1 1 0 6|2 9 0 7|3 30 0 8', 18",
    "'4|0 0 0 1 5|1 1 0 1 6|2 9 0 1 7|3 30 0 1 8', 18",
    "'NAME : a|NODE_COORD_SECTION|0 0|1 0|9 0|30 0|DEMAND_SECTION|5|6|7|8|EOF', 18",
    "'NODE_COORD_SECTION|1 0 0|2 1 0|3 9 0|4 30 0', 3",
  })
  void pointsInTheLayoutsOfCoveringLibraries(String text, double covered) throws IOException {
    assertThat(solve("mclp", text, 1, 8)).isEqualTo(covered);
  }

  @Test
  void degreesAreMeasuredAlongTheEarth() throws IOException {
    String text =
        "EDGE_WEIGHT_TYPE : COORD|NODE_COORD_SECTION|60 10|60 10.01|60 11|DEMAND_SECTION|5|6|7";
    // One hundredth of a degree of longitude is 557 m at 60 degrees north.
    assertThat(solve("mclp", text, 1, 556)).isEqualTo(7);
    assertThat(solve("mclp", text, 1, 558)).isEqualTo(11);
  }

  @Test
  void mediansOnMatricesAndPoints() throws IOException {
    assertThat(solve("pmedian", "3 1|0 2 9|2 0 4|9 4 0", 0, 0)).isEqualTo(6);
    assertThat(solve("pmedian", "NODE_COORD_SECTION|1 0 0|2 2 0|3 6 0", 1, 0)).isEqualTo(6);
    assertThatThrownBy(() -> solve("pmedian", "NODE_COORD_SECTION|1 0 0|2 2 0", 0, 0))
        .isInstanceOf(InputRefused.class);
  }
}
