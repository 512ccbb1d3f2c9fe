package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.Round;

/** Against the tables of present values at the end of textbooks of finance, four decimals. */
class DiscountingTest {

  private static Discounting years(double rate, int years) {
    return Discounting.of(new Money(rate, 2027, 2026 + years, 2025));
  }

  /** The table's annuity of one payment less, and one at once: PVIFA(8 %, 9) = 6.2469. */
  @ParameterizedTest
  @CsvSource({
    "0.08, 10, 7.2469",
    "0.05, 20, 13.0853",
    "0.10, 5, 4.1699",
    "0.12, 30, 9.0218",
    "0.01, 2, 1.9901",
    "0, 10, 10",
    "0.08, 1, 1"
  })
  void upkeepIsAnAnnuityDue(double rate, int years, double table) {
    assertThat(years(rate, years).upkeep()).isCloseTo(table, within(1e-4));
  }

  /** Sums of the table of PVIF at 8 %: 0.7938 after 3 years, 0.6806 after 5, 0.6302, 0.5002. */
  @ParameterizedTest
  @CsvSource({
    "5, 1.6806",
    "3, 2.9242",
    "9, 1.5002",
    "10, 1",
    "25, 1",
    "4.6, 1.6806",
    "0.2, 7.2469"
  })
  void whatWearsOutIsBoughtAgain(double lifetimeYears, double table) {
    assertThat(years(0.08, 10).purchases(lifetimeYears)).isCloseTo(table, within(2e-4));
  }

  @Test
  void theSmallestRatesLoseNoDigits() {
    assertThat(years(1e-9, 10).upkeep()).isCloseTo(10 - 45e-9, within(1e-13));
  }

  /** v = 0.8: 100 + 0.8 · 50. */
  @Test
  void amountsOfEachYearAreAddedUp() {
    double[] usd = {100, 50};
    assertThat(Discounting.of(Round.TWO_YEARS).presentUsd(usd)).isCloseTo(140, within(1e-12));
    assertThat(Discounting.of(Round.TWO_YEARS).from(2028).upkeep()).isEqualTo(1);
  }

  /** Two years are worth 1.8, the second alone 1: 2 · 1.8 − 1 · 1 = 2.6, of cents two. */
  @Test
  void waitingWeighsNowAgainstThePhaseAfter() {
    Money row = new Money(0.25, 2027, 2028, 2025, new Money.Waiting(List.of(2027), 2028, 1));
    Discounting years = Discounting.of(row);
    assertThat(years.upkeep()).isCloseTo(2.6, within(1e-12));
    assertThat(years.purchases(1)).isCloseTo(2.6, within(1e-12));
    assertThat(years.purchases(2)).isCloseTo(1, within(1e-12));
    assertThat(years.yearly(100).lifetimeCents()).isEqualTo(26_000 - 2);
  }

  /** A charge of 3 % and capital at 10 % of first purchases; 1.3 + 0.1 / 1.6806 of five years. */
  @Test
  void publicMoneyIsMarkedUp() {
    Discounting marked = years(0.08, 10).marked(new Marks(1.3, 0.1, 0), List.of());
    assertThat(marked.upkeep()).isCloseTo(1.3 * 7.2469, within(2e-4));
    assertThat(marked.purchases(5)).isCloseTo(1.3 * 1.6806 + 0.1, within(2e-4));
    assertThat(marked.markUp(Round.figure(5))).isCloseTo(1.3 + 0.1 / 1.6806, within(1e-4));
  }

  record Marks(double onEverything, double onFirstPurchases, double licenceUsdPerMhzPop)
      implements Prices.MarkUps {}
}
