package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.InputRefused;

class PlanNamesTest {

  private static final String LONGEST = "x".repeat(PlanNames.LONGEST);

  @Test
  void whatTheTableKeepsIsKeptWholeAndMoreIsRefused() {
    PlanNames.requireShort(LONGEST);
    assertThat(PlanNames.free(LONGEST, List.of())).isEqualTo(LONGEST);
    assertThat(PlanNames.free(LONGEST, List.of(LONGEST)))
        .endsWith("x (2)")
        .hasSizeLessThanOrEqualTo(PlanNames.LONGEST);
    assertThatThrownBy(() -> PlanNames.requireShort(LONGEST + "x"))
        .isInstanceOfSatisfying(
            InputRefused.class, each -> assertThat(each.code()).isEqualTo("field.tooLong"));
  }
}
