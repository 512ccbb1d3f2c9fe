package org.kiungo.web.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.model.value.InputRefused;

class AmountTest {

  /** Sixty dollars for each person without 4G, two digits, a million at least; countries add up. */
  @Test
  void theDefaultBudgetFollowsFromTheCountries() {
    var asked = new BudgetOption().convert("default");
    assertThat(asked.applyAsDouble(List.of("LSO"))).isEqualTo(21e6);
    assertThat(asked.applyAsDouble(List.of("MUS"))).isEqualTo(1e6);
    assertThat(asked.applyAsDouble(List.of("LSO", "MUS"))).isEqualTo(22e6);
    assertThat(new BudgetOption().convert("60M").applyAsDouble(List.of("LSO"))).isEqualTo(60e6);
    assertThatThrownBy(() -> new BudgetOption().convert("defaults"))
        .isInstanceOf(InputRefused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60M|6e7",
        "1.2bn|1.2e9",
        "250,000,000|2.5e8",
        "0|0",
        "90k|9e4",
        "2B|2e9",
        "0.1M|100000"
      })
  void amountsAreReadAsPeopleWriteThem(String text, double usd) {
    assertThat(new Amount().convert(text)).isEqualTo(usd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-60M", "lots", "60X", "1e9", "NaN", "", "60,00M", "1.2.3M"})
  void othersAreRefused(String text) {
    assertThatThrownBy(() -> new Amount().convert(text)).isInstanceOf(InputRefused.class);
  }
}
