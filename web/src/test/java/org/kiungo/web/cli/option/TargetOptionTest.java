package org.kiungo.web.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.TypeConversionException;

class TargetOptionTest {

  private final TargetOption option = new TargetOption();

  @Test
  void aPublishedTargetSetsTheSpeedThatCounts() {
    BroadbandTarget gambia = option.convert("national").published(List.of("GMB"));
    assertThat(gambia.amount()).isEqualTo(90);
    ServiceStandard standard = TargetOption.standard(ServiceStandard.DEFAULT, gambia);
    assertThat(standard.downlinkMbps()).isEqualTo(5);
    assertThat(standard.basicDownlinkMbps()).isEqualTo(2);
    assertThat(option.convert("AU").published(List.of("NAM", "ZMB")).mbps()).isEqualTo(6);
  }

  @Test
  void aRatioSetsNothingElse() {
    TargetOption.Target ratio = option.convert("0.9");
    assertThat(ratio.ratio()).isEqualTo(0.9);
    assertThat(ratio.published(List.of("NAM"))).isNull();
    assertThat(TargetOption.standard(ServiceStandard.DEFAULT, null))
        .isEqualTo(ServiceStandard.DEFAULT);
  }

  @Test
  void whatIsNoShareOfThePeopleIsRefused() {
    assertThatThrownBy(() -> option.convert("national").published(List.of("BEN")))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("target.none");
    assertThatThrownBy(() -> option.convert("national").published(List.of("NAM", "ZMB")))
        .hasMessageContaining("target.countries");
    assertThatThrownBy(() -> option.convert("most")).isInstanceOf(TypeConversionException.class);
  }
}
