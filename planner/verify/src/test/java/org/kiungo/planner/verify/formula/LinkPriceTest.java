package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.Round;

/** Ten years without discount. */
class LinkPriceTest {

  private static final Discounting FLAT = Discounting.of(new Money(0, 2027, 2036, 2025));
  private static final Medium FIBRE = Round.fibre();
  private static final Medium MICROWAVE = Round.microwave();

  private static LinkPrice laid(Medium medium) {
    return new LinkPrice(medium, 1.1, true, null);
  }

  /**
   * 10 km · 1.1 · 20,000 + 5 % of it a year, as ITU's kit prices fibre by its length with 1.1 of
   * the straight line; its test set has 131.087385 km cost 1.1 · km · the price of one.
   *
   * @see <a href="https://github.com/FNS-Division/inframapdatabase">ITU, inframapdatabase, ESP</a>
   */
  @Test
  void cableCostsItsRoute() {
    assertThat(laid(FIBRE).cost(10, 1, FLAT))
        .isEqualTo(new Cost(22_000_000, 1_100_000, 33_000_000, 0));
    Medium itu = FIBRE.withCapexUsdPerKm(Round.figure(8_000)).withOpexRatioPerYear(null);
    assertThat(laid(itu).cost(131.087385, 1, FLAT).capexUsd())
        .isCloseTo(1_203_568.99 - 100 * 500, within(0.01));
  }

  /** Bought twice in ten years, with 10 % of it each year: 30,000 · (2 + 10 · 0.1). */
  @Test
  void hopsArePricedByTheirClass() {
    assertThat(laid(MICROWAVE).cost(15, 1, FLAT).lifetimeUsd()).isEqualTo(90_000);
    assertThat(laid(MICROWAVE).cost(15.001, 1, FLAT).lifetimeUsd()).isEqualTo(180_000);
    assertThat(LinkPrice.reaches(MICROWAVE, 40)).isTrue();
    assertThat(LinkPrice.reaches(MICROWAVE, 40.001)).isFalse();
    assertThat(LinkPrice.reaches(MICROWAVE.withMaxHopKm(Round.figure(30)), 31)).isFalse();
    assertThat(LinkPrice.reaches(FIBRE, 1e6)).isTrue();
  }

  @Test
  void furtherSystemsCostTheirShareTheirPriceOrTheirCapacity() {
    assertThat(laid(MICROWAVE).cost(15, 3, FLAT).capexUsd()).isEqualTo(60_000);
    Medium lit = FIBRE.withFurtherSystemCapexUsd(Round.figure(9_000));
    assertThat(laid(lit).cost(10, 3, FLAT).capexUsd()).isEqualTo(220_000 + 2 * 9_000);
    Medium whole = MICROWAVE.withFurtherSystemRatio(null);
    assertThat(laid(whole).cost(15, 3, FLAT).capexUsd()).isEqualTo(90_000);
    Medium sky =
        whole
            .with()
            .constellation("leo")
            .systemOpexUsdPerYear(Round.figure(1_000))
            .opexRatioPerYear(null)
            .build();
    Cost up = LinkPrice.up(sky).cost(0, 7, FLAT);
    assertThat(up).isEqualTo(new Cost(3_000_000, 700_000, 13_000_000, 0));
  }

  @Test
  void loadsTakeWholeSystems() {
    assertThat(LinkPrice.systems(MICROWAVE, 0)).isEqualTo(1);
    assertThat(LinkPrice.systems(MICROWAVE, 800_000_000)).isEqualTo(1);
    assertThat(LinkPrice.systems(MICROWAVE, 800_000_001)).isEqualTo(2);
    assertThat(LinkPrice.systems(FIBRE, Long.MAX_VALUE)).isEqualTo(1);
    assertThat(LinkPrice.mostSystems(MICROWAVE)).isEqualTo(2);
    assertThat(LinkPrice.mostSystems(FIBRE)).isEqualTo(Integer.MAX_VALUE);
  }

  /** 100 km are 110 of route: 0.55 ms and 0.25 of the hop, both ways 1.6. */
  @Test
  void lightTakesFiveMicrosecondsAKilometre() {
    assertThat(laid(FIBRE).roundTripMs(100)).isCloseTo(1.6, within(1e-12));
    assertThat(laid(MICROWAVE).roundTripMs(30)).isCloseTo(0.4, within(1e-12));
  }

  /** On a road its own length is paid, and nothing for ends at places where nothing stands. */
  @Test
  void aRoadIsItsOwnRoute() {
    assertThat(new LinkPrice(FIBRE, 1, false, null).cost(10, 1, FLAT).capexUsd())
        .isEqualTo(200_000);
    Medium ends =
        FIBRE
            .with()
            .hops(List.of(new Medium.Hop(1_000, Round.figure(500))))
            .furtherSystemCapexUsd(Round.figure(9_000))
            .build();
    assertThat(new LinkPrice(ends, 1, false, null).cost(10, 2, FLAT).capexUsd()).isEqualTo(200_000);
    assertThat(new LinkPrice(ends, 1, true, null).cost(10, 2, FLAT).capexUsd())
        .isEqualTo(200_500 + 9_000);
  }

  /** 50,000 bought with the hop, twice in ten years, and 2,000 a year, no upkeep on it. */
  @Test
  void aBorderIsPaidWithEachPurchaseOfTheLink() {
    LinkPrice over = new LinkPrice(MICROWAVE, 1, true, new Crossing("BEN-TGO", 50_000, 2_000));
    assertThat(over.cost(15, 1, FLAT).less(laid(MICROWAVE).cost(15, 1, FLAT)))
        .isEqualTo(new Cost(5_000_000, 200_000, 12_000_000, 0));
  }

  /** In public money borders are marked up as the medium that is marked up least. */
  @Test
  void bordersOfPublicMoneyTakeTheLeastMarkUp() {
    Discounting marked =
        FLAT.marked(new DiscountingTest.Marks(1, 0.3, 0), List.of(FIBRE, MICROWAVE));
    assertThat(marked.borderRatio(FIBRE.lifetimeYears())).isCloseTo(1.15 / 1.3, within(1e-12));
    assertThat(marked.borderRatio(MICROWAVE.lifetimeYears())).isEqualTo(1);
    assertThat(FLAT.borderRatio(Round.figure(3))).isEqualTo(1);
  }
}
