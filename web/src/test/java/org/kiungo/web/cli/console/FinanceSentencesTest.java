package org.kiungo.web.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.MoneyEvidence;

/** A rate at which less comes back than was spent is no return, and is printed nowhere. */
class FinanceSentencesTest {

  private static final MoneyEvidence NO_RANGE =
      new MoneyEvidence(new PublicMoneyRange(9e5, 9e5), List.of(), () -> MoneyDrivers.UNKNOWN);

  private static FinanceBrief at(double irrRatio) {
    FinanceBrief.Sums sums =
        new FinanceBrief.Sums("", 1e6, 0, 0, 0, 0, 0, 0, 0, 1e5, 9e5, 0, 0, 9e5);
    return new FinanceBrief(
        sums,
        null,
        null,
        9e5,
        0,
        -8e5,
        irrRatio,
        Double.NaN,
        50,
        5,
        null,
        null,
        null,
        null,
        Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | -0.868 | none, it does not pay back
          fr | -0.868 | aucun, la mise n’est pas récupérée
          en | NaN    | none, it does not pay back
          en | 0.125  | Internal rate of return 12.5% per year
          """)
  void aRateBelowZeroIsNoReturn(String language, double rate, String told) {
    FinanceBrief brief = at(rate);
    assertThat(brief.returnsMoney()).isEqualTo(rate > 0);
    assertThat(FinanceSentences.of(brief, NO_RANGE, false, Words.in(language)))
        .contains(told)
        .doesNotContain("86,8", "86.8");
  }

  /** Public money is told as on pages, with its range; of phases the cost is of each's own year. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | USD 900 k (USD 0 to USD 43.6 M with every price and market term | what each phase builds counts at its own first year
          fr | chaque prix et chaque condition de marché à la borne favorable | ce que chaque phase construit compte à sa propre première année
          """)
  void publicMoneyHasItsRange(String language, String ranged, String phased) {
    Words words = Words.in(language);
    MoneyEvidence range =
        new MoneyEvidence(
            new PublicMoneyRange(0, 43_600_123.45), List.of(), () -> MoneyDrivers.UNKNOWN);
    assertThat(FinanceSentences.of(at(-1), range, true, words).replace('\u00a0', ' '))
        .contains(ranged, phased)
        .doesNotContain("43,600,123");
    assertThat(FinanceSentences.of(at(-1), NO_RANGE, false, words)).doesNotContain(ranged, phased);
  }

  private static String askedFor(double publicUsd) {
    Plan.Totals totals =
        PlanTotalsBuilder.builder().lifetimeCostUsd(21e6).viabilityGapUsd(publicUsd).build();
    return FundingSentences.askedFor(totals, Words.in("en")).orElse("");
  }

  @Test
  void partnersAreAskedForTheNetworkAndTheRestOfPublicMoneyHasNoPayer() {
    assertThat(askedFor(30.8e6)).contains("21,000,000", "30,800,000", "the other 9,800,000");
    assertThat(askedFor(12e6)).contains("21,000,000", "12,000,000").doesNotContain("other");
    assertThat(askedFor(Double.NaN)).as("nobody knows").isEmpty();
  }
}
