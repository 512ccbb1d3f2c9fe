package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoverageModelTest {

  private static final double[] SCORES = {8, 5, 2, -1};
  private static final long[] PEOPLE = {500_000, 200_000, 200_000, 100_000};

  @Test
  void theThresholdMakesTheExpectedPeopleTheShare() {
    for (double share : new double[] {0.003, 0.1, 0.46, 0.9, 0.994}) {
      double threshold = CoverageModel.threshold(SCORES, PEOPLE, share);
      assertThat(CoverageModel.share(SCORES, PEOPLE, threshold)).isEqualTo(share, within(1e-9));
    }
  }

  @Test
  void nobodyAndEverybodyAreCertain() {
    double nobody = CoverageModel.threshold(SCORES, PEOPLE, 0);
    double everybody = CoverageModel.threshold(SCORES, PEOPLE, 1);
    for (double score : SCORES) {
      assertThat(CoverageModel.ratio(score, nobody)).isZero();
      assertThat(CoverageModel.ratio(score, everybody)).isOne();
    }
  }

  @Test
  void denserAndNearerTheRoadIsLikelier() {
    assertThat(CoverageModel.score(1000, 1)).isGreaterThan(CoverageModel.score(100, 1));
    assertThat(CoverageModel.score(100, 1)).isGreaterThan(CoverageModel.score(100, 30));
    assertThat(CoverageModel.score(100, 150)).isEqualTo(CoverageModel.score(100, 100));
    assertThat(CoverageModel.score(100, Double.NaN)).isEqualTo(CoverageModel.score(100, 0));
    // twenty kilometres of road weigh as much as a density smaller by the factor e
    assertThat(CoverageModel.score(100 * Math.E, 20))
        .isEqualTo(CoverageModel.score(100, 0), within(1e-3));
  }

  @Test
  void atTheThresholdTheChanceIsEven() {
    assertThat(CoverageModel.ratio(3.2, 3.2)).isEqualTo(0.5);
    assertThat(CoverageModel.ratio(3.8, 3.2)).isEqualTo(1 / (1 + Math.exp(-1)), within(1e-12));
  }
}
