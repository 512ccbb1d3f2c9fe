package org.kiungo.planner.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger.Money3;

class LedgerTest {

  @Test
  void whatWasExpectedIsToldInNamesAndFigures() {
    assertThat(told(new Money3(92530.63, 12e6, 0)))
        .isEqualTo("capexUsd 92530.63, opexUsdPerYear 12000000, lifetimeCostUsd 0");
    assertThat(told(Optional.of(new LonLat(27.5, -29.3)))).isEqualTo("lon 27.5, lat -29.3");
    assertThat(told(List.of(new LonLat(1, 2), new LonLat(3, 4))))
        .isEqualTo("lon 1, lat 2; lon 3, lat 4");
    assertThat(told(Optional.empty())).isEqualTo("none");
    assertThat(told(Double.NaN)).isEqualTo("NaN");
    assertThat(told("≥ 3 cells")).isEqualTo("≥ 3 cells");
  }

  private static String told(Object expected) {
    Ledger ledger = new Ledger();
    ledger.holds("rule", "place", false, expected, "other");
    return ledger.checks().get(0).expected();
  }
}
