package org.kiungo.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.today.TodayTotals;

class ComparisonTotalsTest {

  private static final TodayTotals LITTLE = new TodayTotals(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  private static final TodayTotals MUCH = new TodayTotals(11, 22, 33, 44, 55, 66, 77, 88, 99, 110);

  private static Plan.Totals totals(double served, TodayTotals today) {
    return new Plan.Totals(900, 100, served, 0, 0, 0, 0, 0, Double.NaN, today, null);
  }

  @Test
  void whatHangsOnTodaysCoverageIsComparedWhereBothPlansKnowIt() {
    assertThat(ComparisonController.totals(totals(40, LITTLE), totals(50, MUCH)))
        .containsEntry("peopleServed", 10.0)
        .containsEntry("peopleBaselineLow", 10.0)
        .containsEntry("peopleGainedLikely", 50.0)
        .containsEntry("peopleGainedUnsure", 80.0);
  }

  @Test
  void ofAPlanThatDoesNotKnowItNoSuchDifferenceIsTold() {
    assertThat(ComparisonController.totals(totals(40, null), totals(50, MUCH)))
        .containsEntry("peopleServed", 10.0)
        .doesNotContainKey("peopleGainedLikely");
  }
}
