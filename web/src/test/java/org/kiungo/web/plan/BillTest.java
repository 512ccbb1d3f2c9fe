package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.FinanceBrief.Sums;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Bill.Evidence;
import org.kiungo.web.plan.Bill.Part;

class BillTest {

  /** Every kind of line: levy and fund, a subsidy up front, places with money to spare. */
  private static final Sums ALL =
      new Sums(
          "LSO", 100.01, 10.02, 20.03, 30.04, 2.05, 1.06, 20.07, 15.08, 60.09, 117.11, 3.05, 1.03,
          128.11);

  private static final Figure ASSUMED = new Figure(0.3, 0.1, 0.45, 2021, "study", true);
  private static final Figure PUBLISHED = new Figure(0.1, 0.1, 0.1, 2024, "regulator", false);

  private static FinanceBrief finance(Sums total, List<Sums> countries) {
    return new FinanceBrief(
        total, countries, null, total.publicUsd(), 0, 0, 0, 0, 0, 0, null, null, null, null, null);
  }

  private static Bill bill(Sums sums, CountryEconomics... terms) {
    return Bill.all(finance(sums, List.of(sums)), List.of(terms)).get(0);
  }

  @Test
  void everyTotalIsWhatTheLinesBeforeItAddUpTo() {
    Bill bill = bill(ALL);
    long cents = 0;
    for (Bill.Line each : bill.lines()) {
      if (each.part().isTotal()) {
        assertThat(each.cents()).as(each.part().word()).isEqualTo(cents);
      } else {
        assertThat(each.fromCents()).isEqualTo(cents);
        cents += each.cents();
      }
    }
    assertThat(bill.usd(Part.COST)).isEqualTo(183.28);
    assertThat(bill.usd(Part.SURPLUS)).isEqualTo(9.00);
    assertThat(bill.usd(Part.GAP)).isEqualTo(117.11);
    assertThat(bill.usd(Part.PUBLIC)).isEqualTo(128.11);
    assertThat(bill.usd(Part.NET)).isEqualTo(97.01);
    assertThat(bill.backUsd()).as("the levy is the fund's").isEqualTo(31.10);
    assertThat(bill.keptUsd()).isEqualTo(5.95);
    for (Bill.Line each : bill.lines()) {
      assertThat(bill.fromRatio(each)).isBetween(0.0, 1.0);
      assertThat(bill.fromRatio(each) + bill.ratio(each)).isBetween(0.0, 1 + 1e-9);
    }
  }

  @Test
  void aLineIsAsSureAsTheMarketTermsOfAllCountries() {
    CountryEconomics here =
        new CountryEconomics(
            "LSO", Map.of(EconomicTerm.TAX, PUBLISHED, EconomicTerm.MARGIN, ASSUMED));
    CountryEconomics there =
        new CountryEconomics(
            "SWZ", Map.of(EconomicTerm.TAX, PUBLISHED, EconomicTerm.MARGIN, PUBLISHED));
    Sums other = sumsOf("SWZ");
    List<Bill> bills = Bill.all(finance(ALL, List.of(ALL, other)), List.of(here, there));
    assertThat(bills).extracting(Bill::of).containsExactly("", "LSO", "SWZ");
    assertThat(evidence(bills.get(0), Part.TAX)).isEqualTo(Evidence.PUBLISHED);
    assertThat(evidence(bills.get(0), Part.MARGIN)).isEqualTo(Evidence.ASSUMED);
    assertThat(evidence(bills.get(2), Part.MARGIN)).isEqualTo(Evidence.PUBLISHED);
    assertThat(evidence(bills.get(0), Part.ADMINISTRATION)).isEqualTo(Evidence.UNKNOWN);
    assertThat(evidence(bills.get(0), Part.LEVY))
        .as("none is no lack")
        .isEqualTo(Evidence.COMPUTED);
  }

  private static Sums sumsOf(String country) {
    return new Sums(country, 50, 0, 0, 5, 0, 0, 0, 0, 54, 1, 0, 0, 1);
  }

  private static Evidence evidence(Bill bill, Part part) {
    return bill.lines().stream()
        .filter(each -> each.part() == part)
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  @Test
  void stepsOfNothingAreLeftOutUnlessNobodyKnows() {
    Bill bill = bill(sumsOf("SWZ"), new CountryEconomics("SWZ", Map.of()));
    assertThat(bill.shown())
        .extracting(Bill.Line::part)
        .contains(Part.ADMINISTRATION, Part.NET)
        .doesNotContain(Part.LEVY, Part.FUND, Part.SUBSIDY, Part.SURPLUS, Part.CROSS, Part.GAP);
    assertThat(bill(ALL).shown()).hasSize(Part.values().length);
    assertThat(bill(new Sums("SWZ", 50, 0, 0, 0, 0, 0, 0, 0, 49, 1, 0, 0, 1)).shown())
        .extracting(Bill.Line::part)
        .endsWith(Part.REVENUE, Part.PUBLIC);
  }

  @Test
  void whyIsSaidWhereMorePublicMoneyIsNeededThanTheWorksCost() {
    Words words = Words.in("en");
    assertThat(BillWords.why(bill(ALL), usd -> "$" + usd, words))
        .startsWith("$128.11 of public money are needed for works that cost $100.01 to build")
        .contains("$10.02 for capital", "$20.03 for administration", "$20.07 of margin")
        .contains("$30.04 of taxes", "$1.06 of spectrum", "$2.05 for the universal-service levy")
        .contains("$5.95 that places", "of it all, users pay $60.09.")
        .endsWith(
            "$31.1 come back to the state as taxes and spectrum fees, so that it spends $97.01"
                + " on balance.");
    assertThat(BillWords.why(bill(sumsOf("SWZ")), usd -> "$" + usd, words))
        .isEqualTo(
            "$5.0 come back to the state as taxes and spectrum fees, so that it takes in $4.0 more"
                + " than it spends.");
    Sums none = new Sums("SWZ", 50, 0, 0, 5, 0, 0, 0, 0, 55, 0, 0, 0, 0);
    assertThat(BillWords.why(bill(none), usd -> "$" + usd, words)).isEmpty();
    Sums unknown = new Sums("SWZ", 50, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN);
    assertThat(Bill.all(finance(unknown, List.of(unknown)), List.of())).isEmpty();
  }
}
