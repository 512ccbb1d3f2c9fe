package org.kiungo.planner.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.model.money.Money;

/**
 * The published test case of pytal (github.com/edwardoughton/pytal, MIT): a 25 % tax, 20 % margin
 * and 20 % administration on the network, 2 × 10 MHz at 0.125 and 2 × 10 MHz at 0.025 USD per MHz
 * and person. pytal leaves administration of the case at 20 % of one year.
 */
class PytalChainTest {

  /** 20 MHz × 0.125 + 20 MHz × 0.025 = 3 USD per person: one MHz at 3 USD stands for both bands. */
  private static final MarketTerms PYTAL = new MarketTerms(0.25, 0.2, 0.2, 3, Double.NaN, 0, 0, 0);

  private static Account account(String id, double network, double people, double revenue) {
    return PYTAL.account(id, network, network, 0, people, revenue, Money.DEFAULT);
  }

  @Test
  void aRichRegionPaysForAPoorOne() {
    Account rich = account("a", 5000, 1000, 20_000);
    Account poor = account("b", 8000, 500, 12_000);
    assertThat(rich.taxCents()).isEqualTo(1250_00);
    assertThat(rich.marginCents()).isEqualTo(1000_00);
    assertThat(rich.administrationCents()).isEqualTo(1000_00);
    assertThat(rich.spectrumCents()).isEqualTo(3000_00);
    assertThat(rich.costCents()).isEqualTo(11_250_00);
    assertThat(rich.surplusCents()).isEqualTo(8_750_00);
    assertThat(poor.costCents()).isEqualTo(14_700_00);
    List<Funded> funded = CrossSubsidy.settle(List.of(rich, poor), 1);
    assertThat(funded.get(1).receivedCents()).isEqualTo(2_700_00);
    assertThat(funded.get(1).publicCents()).isZero();
  }

  @Test
  void whatSurplusesCannotCoverIsPublicMoney() {
    Account rich = account("a", 5200, 1000, 20_000);
    Account poor = account("b", 5200, 1000, 2_500);
    List<Funded> funded = CrossSubsidy.settle(List.of(rich, poor), 1);
    assertThat(funded.get(0).givenCents()).isEqualTo(8_420_00);
    assertThat(funded.get(1).receivedCents()).isEqualTo(8_420_00);
    assertThat(funded.get(1).publicCents()).isEqualTo(660_00);
  }

  @Test
  void elevenYearsOfRevenueAreDiscounted() {
    assertThat(Revenue.constantUsd(5000, 7, 0.05, 11)).isCloseTo(305_260.72, within(0.005));
  }
}
