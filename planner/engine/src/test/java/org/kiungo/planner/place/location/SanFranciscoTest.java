package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/** 205 census tracts, 16 candidate stores: the four optima that spopt publishes for them. */
class SanFranciscoTest {

  private double[][] distance;
  private double[] weight;

  private void read() throws IOException {
    Path file =
        OrLibrary.data(
            "validation/spopt/SF_network_distance_candidateStore_16_censusTract_205_new.csv");
    List<String> rows = Files.readAllLines(file);
    Map<String, Integer> store = new LinkedHashMap<>();
    Map<String, Integer> tract = new LinkedHashMap<>();
    distance = new double[205][16];
    weight = new double[205];
    for (String row : rows.subList(1, rows.size())) {
      String[] cell = row.split(",");
      int j = store.computeIfAbsent(cell[1], name -> store.size());
      int i = tract.computeIfAbsent(cell[2], name -> tract.size());
      distance[i][j] = Double.parseDouble(cell[0]);
      weight[i] = Double.parseDouble(cell[3]);
    }
    assertThat(store).hasSize(16);
    assertThat(tract).hasSize(205);
  }

  @Test
  void setCoveringNeedsEightStores() throws IOException {
    read();
    LocationSolution solution =
        SetCovering.solve(
            CoverSets.within(distance, 5000, weight),
            LocationLimits.DEFAULT,
            Progress.NONE,
            () -> false);
    assertThat(solution.value()).isEqualTo(8);
    assertThat(solution.bound()).isEqualTo(8);
  }

  @Test
  void maximalCoveringReaches875247People() throws IOException {
    read();
    LocationSolution solution =
        MaximalCovering.solve(
            CoverSets.within(distance, 5000, weight),
            4,
            LocationLimits.DEFAULT,
            Progress.NONE,
            () -> false);
    assertThat(solution.value()).isEqualTo(875_247);
    assertThat(solution.bound()).isEqualTo(875_247);
  }

  @Test
  void medianIsThePublishedSum() throws IOException {
    read();
    LocationSolution solution =
        PMedian.solve(
            AssignmentCosts.ofMatrix(distance, weight),
            4,
            LocationLimits.DEFAULT,
            Progress.NONE,
            () -> false);
    assertThat(solution.value()).isCloseTo(2_848_268_129.7145, within(1e-3));
    assertThat(solution.gapRatio()).isLessThan(1e-8);
  }

  @Test
  void centreIsThePublishedDistance() throws IOException {
    read();
    LocationSolution solution =
        PCentre.solve(distance, 4, LocationLimits.DEFAULT, Progress.NONE, () -> false);
    assertThat(solution.value()).isCloseTo(7403.0638, within(1e-4));
    assertThat(solution.bound()).isEqualTo(solution.value());
  }
}
