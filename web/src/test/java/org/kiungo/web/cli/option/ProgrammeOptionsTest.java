package org.kiungo.web.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Phase;

/** Phases with their targets, and growth by year, as they are written on the command line. */
class ProgrammeOptionsTest {

  private final PhaseOption phase = new PhaseOption();
  private final GrowthOption growth = new GrowthOption();

  @Test
  void aPhaseMayHaveATarget() {
    assertThat(phase.convert("2027-2028:40M:0.3")).isEqualTo(new Phase(2027, 2028, 40e6, 0.3));
    assertThat(phase.convert("2027:40M").hasTarget()).isFalse();
  }

  @Test
  void growthIsAdoptionAndVolumeOfAYear() {
    assertThat(growth.convert("2029:0.2:0.5")).isEqualTo(new GrowthPoint(2029, 0.2, 0.5));
    assertThat(growth.convert("2029:0.2").hasVolume()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-2028:40M:1.3", "2027-2028:40M:30%", "2027-2028"})
  void aPhaseThatCannotBeReadIsRefused(String text) {
    assertThatThrownBy(() -> phase.convert(text))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("phases.unreadable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2029", "2029:2", "2029:0.2:0.5:1"})
  void growthThatCannotBeReadIsRefused(String text) {
    assertThatThrownBy(() -> growth.convert(text))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("growth.unreadable"));
  }
}
