package org.kiungo.planner.verify.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Settlement;

/** Weights of districts as proofs state them. */
class DistrictWeightsTest {

  private static final double[] PEOPLE = {0.1, 0.4, 0.2, 0.3};

  private static DistrictWeights weights(double... weight) {
    List<Settlement> settlements = new ArrayList<>();
    for (int d = 0; d < PEOPLE.length; d++) {
      settlements.add(
          SmallWorlds.settlement("s" + d, d, 0, 1_000 * PEOPLE[d]).withDistrict("d" + d));
    }
    return new DistrictWeights(settlements, ScenarioFile.DEFAULT.standard(), weight);
  }

  @Test
  void weightsThatPlannersLearnAreLent() {
    Welfare.Weights learned = Welfare.EQUITABLE_SHARE.weights(PEOPLE);
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 100; k++) {
      assertThat(weights(learned.weight()).lend()).isTrue();
      learned.learn(random.doubles(4).toArray(), random.nextDouble());
    }
  }

  /** A floor may lie on one district; no mean of the worse off of two people weighs so. */
  @Test
  void moreThanCanBeLentIsNotLent() {
    assertThat(weights(1, 0, 0, 0).lend()).isFalse();
    // a tenth of people is in one of two draws in 19 of 100 cases
    assertThat(weights(0.19, 0.4, 0.2, 0.21).lend()).isTrue();
    assertThat(weights(0.191, 0.4, 0.2, 0.209).lend()).isFalse();
    assertThatThrownBy(() -> weights(0.5, 0.5, 0.1, 0)).isInstanceOf(IllegalStateException.class);
  }
}
