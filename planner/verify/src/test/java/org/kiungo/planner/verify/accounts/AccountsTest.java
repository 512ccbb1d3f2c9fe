package org.kiungo.planner.verify.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.verify.HandMade;
import org.kiungo.planner.verify.Round;
import org.kiungo.planner.verify.accounts.Account.Line;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;

/**
 * Against pytal's published case (its network of 5,000 costs 11,250 with a 25 % tax, 20 % margin,
 * 20 % administration and 3,000 of spectrum) and the plan made by hand.
 *
 * @see <a href="https://github.com/edwardoughton/pytal">pytal, its tests of costs and
 *     assessment</a>
 */
class AccountsTest {

  @TempDir Path folder;

  private static CountryEconomics country(Object... terms) {
    Map<EconomicTerm, Figure> figures = new java.util.HashMap<>();
    for (int k = 0; k < terms.length; k += 2) {
      figures.put((EconomicTerm) terms[k], Round.figure(((Number) terms[k + 1]).doubleValue()));
    }
    return new CountryEconomics("BEN", figures);
  }

  private static Account account(String id, long network, long spectrum, long revenue) {
    Account account = new Account(id);
    account.set(Line.NETWORK, network);
    account.set(Line.TAX, network / 4);
    account.set(Line.MARGIN, network / 5);
    account.set(Line.ADMINISTRATION, network / 5);
    account.set(Line.SPECTRUM, spectrum);
    account.set(Line.REVENUE, revenue);
    return account;
  }

  /** pytal: 20,000 − 11,250 = 8,750 to spare; 14,700 − 12,000 = 2,700 missing, and filled. */
  @Test
  void aRichRegionPaysForAPoorOne() {
    Account rich = account("a", 500_000, 300_000, 2_000_000);
    Account poor = account("b", 800_000, 150_000, 1_200_000);
    assertThat(rich.balance()).isEqualTo(875_000);
    Accounts.settle(List.of(rich, poor), country());
    assertThat(poor.get(Line.GAP)).isEqualTo(270_000);
    assertThat(poor.get(Line.RECEIVED)).isEqualTo(270_000);
    assertThat(poor.get(Line.PUBLIC)).isZero();
  }

  /** pytal's second case leaves 660 to the state: 11,580 − 2,500 less the other's 8,420. */
  @Test
  void whatSurplusesCannotCoverIsPublicMoney() {
    Account rich = account("a", 520_000, 300_000, 2_000_000);
    Account poor = account("b", 520_000, 300_000, 250_000);
    Accounts.settle(List.of(rich, poor), country());
    assertThat(poor.get(Line.RECEIVED)).isEqualTo(842_000);
    assertThat(poor.get(Line.PUBLIC)).isEqualTo(66_000);
  }

  /** Half of 1,000 to spare fills 200, then 300 of 400; the fund of half of 100 levied 50 more. */
  @Test
  void smallGapsComeFirstThenTheFund() {
    Account spare = account("s", 0, 0, 100_000);
    spare.set(Line.LEVY, 10_000);
    spare.set(Line.REVENUE, 110_000);
    Account large = account("l", 0, 40_000, 0);
    Account small = account("m", 0, 20_000, 0);
    Accounts.settle(
        List.of(spare, large, small),
        country(EconomicTerm.CROSS_SUBSIDY, 0.5, EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, 0.5));
    assertThat(small.get(Line.RECEIVED)).isEqualTo(20_000);
    assertThat(large.get(Line.RECEIVED)).isEqualTo(30_000);
    assertThat(large.get(Line.FUND)).isEqualTo(5_000);
    assertThat(large.get(Line.PUBLIC)).isEqualTo(5_000);
  }

  /** What is given up front is public money too, whatever it fills. */
  @Test
  void whatIsGivenUpFrontIsPublicMoney() {
    Account given = account("a", 100_000, 0, 200_000);
    given.set(Line.SUBSIDY, 10_000);
    Accounts.settle(List.of(given), country());
    assertThat(given.get(Line.GAP)).isZero();
    assertThat(given.get(Line.PUBLIC)).isEqualTo(10_000);
  }

  /**
   * PVIFA of ten years is 6.7101 at 8 % and 5.0188 at 15 %: 33.7 % more than the capital itself.
   */
  @ParameterizedTest
  @CsvSource({"0.15, 2027, 0.3370", "0.08, 2027, 0", "0.05, 2027, 0", "0.12, 2032, 0.1076"})
  void capitalCostsWhatItsInstalmentsAreWorthBeyondIt(double rate, int from, double ratio) {
    assertThat(
            Accounts.capitalRatio(
                country(EconomicTerm.COST_OF_CAPITAL, rate), Round.TEN_YEARS, from))
        .isCloseTo(ratio, within(1e-4));
  }

  /** 100 people, half of them in 2027, 10 USD a month, 10 % more in 2028: 6,000 + 0.8 · 13,200. */
  @Test
  void subscribersPayTheirTiersRevenue() {
    Revenues revenues =
        new Revenues(
            BusyHourLoad.of(Round.HALF_A_MEGABIT, Round.TWO_YEARS, List.of()), Round.TWO_YEARS);
    CountryEconomics terms =
        country(
            EconomicTerm.ARPU_LOW,
            8,
            EconomicTerm.ARPU_GROWTH,
            0.1,
            EconomicTerm.ROAMING_REVENUE,
            0.25);
    Settlement village = Round.village("v", 100);
    assertThat(revenues.presentUsd(village, terms, 100, 2027)).isCloseTo(16_560, within(1e-9));
    assertThat(revenues.presentUsd(village, terms, 100, 2028)).isCloseTo(13_200, within(1e-9));
  }

  @Test
  void aTierIsWhatThePlaceSaysOrHowDenseItIs() {
    Settlement village = Round.village("v", 100);
    assertThat(Revenues.tier(village)).isEqualTo(EconomicTerm.ARPU_LOW);
    assertThat(Revenues.tier(village.withPopulation(750))).isEqualTo(EconomicTerm.ARPU_MIDDLE);
    assertThat(Revenues.tier(village.withAreaKm2(Double.NaN))).isEqualTo(EconomicTerm.ARPU_LOW);
    assertThat(Revenues.tier(village.withAttributes(Map.of("wealthTier", "high"))))
        .isEqualTo(EconomicTerm.ARPU_HIGH);
  }

  private Accounts byHand(HandMade plan) {
    FolderReader reader = plan.write(folder);
    return Accounts.of(new Facts(reader), new Claims(reader));
  }

  /** a pays 15,000, five eighths of the mast's 42,000 and of the hop's 36,000: 63,750. */
  @Test
  void whatSeveralUseIsDividedByTheirDemand() {
    Accounts accounts = byHand(new HandMade());
    assertThat(accounts.all()).extracting(Account::settlementId).containsExactly("a", "b", "c");
    Account a = accounts.all().get(0);
    assertThat(a.get(Line.NETWORK)).isEqualTo(6_375_000);
    assertThat(a.get(Line.TAX)).isEqualTo(1_275_000);
    assertThat(a.get(Line.REVENUE)).isEqualTo(1_800_000);
    assertThat(accounts.sum(Line.NETWORK)).isEqualTo(14_200_000);
    assertThat(accounts.publicUsd()).isEqualTo(166_400);
  }

  /** 30 % of 58,750 given; 10 % of what is beyond, 5,000: 18,125 of a. */
  @Test
  void subsidiesAreSharesOfCapexAndOpex() {
    HandMade plan = new HandMade();
    var terms =
        (tools.jackson.databind.node.ObjectNode)
            plan.document("economics.json").get("economics").get(0).get("terms");
    terms.set("capexSubsidyRatio", terms.get("taxRatio").deepCopy());
    ((tools.jackson.databind.node.ObjectNode) terms.get("capexSubsidyRatio")).put("value", 0.3);
    terms.set("opexSubsidyRatio", terms.get("marginRatio").deepCopy());
    assertThat(byHand(plan).all().get(0).get(Line.SUBSIDY)).isEqualTo(1_812_500);
  }

  @Test
  void withoutARevenueNobodyKnowsPublicMoney() {
    HandMade plan = new HandMade();
    ((tools.jackson.databind.node.ObjectNode)
            plan.document("economics.json").get("economics").get(0).get("terms"))
        .remove("arpuLowUsdPerMonth");
    assertThat(byHand(plan).publicUsd()).isNaN();
  }

  /**
   * A link that nobody uses is everybody's; a third of a cent falls to who is rounded down most.
   */
  @Test
  void whatNobodyUsesIsEverybodys() {
    HandMade plan = new HandMade();
    plan.link("d", "N", "microwave", 0).put("lifetimeCostUsd", 425.01);
    long[] before = network(new HandMade());
    long[] after = network(plan);
    // 250, 150 and 25 Mbps of 425: 250.0059, 150.0035 and 25.0006
    assertThat(after[0] - before[0]).isEqualTo(25_001);
    assertThat(after[1] - before[1]).isEqualTo(15_000);
    assertThat(after[2] - before[2]).isEqualTo(2_500);
  }

  private long[] network(HandMade plan) {
    return byHand(plan).all().stream().mapToLong(each -> each.get(Line.NETWORK)).toArray();
  }

  /** 1 + 0.1 + 0.2 + 0.1; the least of two countries counts; licences and capital of neither. */
  @Test
  void publicMoneyMarksUpByTheLeastOfAnyCountry() {
    CountryEconomics dear =
        country(
            EconomicTerm.TAX,
            0.2,
            EconomicTerm.ADMINISTRATION,
            0.1,
            EconomicTerm.MARGIN,
            0.1,
            EconomicTerm.SPECTRUM,
            0.04,
            EconomicTerm.COST_OF_CAPITAL,
            0.15,
            EconomicTerm.CAPEX_SUBSIDY,
            0.5);
    PublicTerms one = PublicTerms.of(List.of(dear), Round.TEN_YEARS);
    assertThat(one.onEverything()).isCloseTo(1.4, within(1e-12));
    assertThat(one.onFirstPurchases()).isCloseTo(0.1685, within(1e-4));
    assertThat(one.licenceUsdPerMhzPop()).isEqualTo(0.04);
    PublicTerms both = PublicTerms.of(List.of(dear, country()), Round.TEN_YEARS);
    assertThat(both).isEqualTo(new PublicTerms(1, 0, 0));
    assertThat(PublicTerms.slackCents(10, 5)).isEqualTo(100);
  }

  /** The revenue above, 16,560, less the 3 % levied of which two thirds are paid out: 99 %. */
  @Test
  void leavingAPlaceForgoesItsRevenueButForLostLevies() {
    CountryEconomics terms =
        country(
            EconomicTerm.ARPU_LOW,
            8,
            EconomicTerm.ARPU_GROWTH,
            0.1,
            EconomicTerm.ROAMING_REVENUE,
            0.25,
            EconomicTerm.UNIVERSAL_SERVICE_LEVY,
            0.03,
            EconomicTerm.UNIVERSAL_SERVICE_DISBURSED,
            2 / 3.0);
    Money money = Round.TWO_YEARS;
    BusyHourLoad load = BusyHourLoad.of(Round.HALF_A_MEGABIT, money, List.of());
    assertThat(PublicTerms.forgoneCents(Round.village("v", 100), terms, load, money))
        .isEqualTo(1_639_440);
    assertThat(
            PublicTerms.forgoneCents(Round.village("v", 100).withBaseline(1), terms, load, money))
        .isZero();
  }
}
