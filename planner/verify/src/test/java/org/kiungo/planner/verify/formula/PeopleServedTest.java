package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.verify.Round;

/** A thousand people, three hundred of them covered; basic service counts 0.4. */
class PeopleServedTest {

  private static Settlement covered(CountsAs as) {
    return Round.village("v", 1_000).withBaseline(0.3).withBaselineCountsAs(as);
  }

  @Test
  void whoIsServedToTheStandardTodayIsNoGain() {
    Settlement s = covered(CountsAs.STANDARD);
    assertThat(PeopleServed.below(s)).isEqualTo(700);
    assertThat(PeopleServed.basic(s)).isZero();
    assertThat(PeopleServed.raised(s, Status.BASIC)).isEqualTo(700);
    assertThat(PeopleServed.gained(s, Status.STANDARD, Round.HALF_A_MEGABIT)).isEqualTo(700);
    assertThat(PeopleServed.today(s, Round.HALF_A_MEGABIT)).isEqualTo(300);
  }

  /** To the standard 700 gain all and 300 six tenths: 880. */
  @Test
  void whoHasBasicServiceGainsWhatItFallsShortOf() {
    Settlement s = covered(CountsAs.BASIC);
    assertThat(PeopleServed.below(s)).isEqualTo(1_000);
    assertThat(PeopleServed.raised(s, Status.BASIC)).isEqualTo(700);
    assertThat(PeopleServed.raised(s, Status.STANDARD)).isEqualTo(1_000);
    assertThat(PeopleServed.gained(s, Status.STANDARD, Round.HALF_A_MEGABIT)).isEqualTo(880);
    assertThat(PeopleServed.gained(s, Status.BASIC, Round.HALF_A_MEGABIT)).isEqualTo(700);
    assertThat(PeopleServed.today(s, Round.HALF_A_MEGABIT)).isEqualTo(120);
  }

  @Test
  void whatCountsAsNothingOrIsNotKnownIsNoService() {
    assertThat(PeopleServed.below(covered(CountsAs.NOTHING))).isEqualTo(1_000);
    assertThat(PeopleServed.below(Round.village("v", 1_000))).isEqualTo(1_000);
    Settlement nobody = Round.village("v", Double.NaN);
    assertThat(PeopleServed.below(nobody)).isZero();
    assertThat(PeopleServed.today(nobody, Round.HALF_A_MEGABIT)).isZero();
  }

  @Test
  void rateAndDelayMakeTheLevel() {
    assertThat(PeopleServed.level(10, 100, Round.HALF_A_MEGABIT)).isEqualTo(Status.STANDARD);
    assertThat(PeopleServed.level(10, 100.1, Round.HALF_A_MEGABIT)).isEqualTo(Status.BASIC);
    assertThat(PeopleServed.level(10, Double.NaN, Round.HALF_A_MEGABIT)).isEqualTo(Status.BASIC);
    assertThat(PeopleServed.level(9.9, 1, Round.HALF_A_MEGABIT)).isEqualTo(Status.BASIC);
    assertThat(PeopleServed.level(1.9, 1, Round.HALF_A_MEGABIT)).isEqualTo(Status.UNSERVED);
    assertThat(PeopleServed.weight(Status.BASIC, Round.HALF_A_MEGABIT)).isEqualTo(0.4);
    assertThat(PeopleServed.weight(Status.UNSERVED, Round.HALF_A_MEGABIT)).isZero();
  }
}
