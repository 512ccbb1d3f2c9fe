package org.kiungo.planner.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;

class BusyHourTest {

  private static final Catalogue BUILT_IN = CatalogueReader.builtIn();
  private static final AccessTechnology PHONE =
      SmallWorlds.mast().withSubscriber(Subscriber.PERSON);
  private static final AccessTechnology HOME =
      SmallWorlds.mast().withSubscriber(Subscriber.HOUSEHOLD);

  private static Money until(int year) {
    return new Money(0.08, 2024, year, 2025);
  }

  private static double mbps(String country, AccessTechnology technology, Money money) {
    Settlement place = SmallWorlds.settlement("s", 2, 9, 1000).withCountry(country);
    return new BusyHour(ServiceStandard.DEFAULT, money, BUILT_IN).mbps(place, 1000, technology);
  }

  @Test
  void fiveGigabytesAMonthAreThirtyKilobitsASecondAtEightPercentOfTheDay() {
    assertThat(BusyHour.mbps(5, 0.08)).isCloseTo(0.0296, within(0.0001));
  }

  @Test
  void usersGrowUntilTheForecastsEnd() {
    // half of 1,000 people subscribe, 4.5 share a household
    assertThat(mbps("KEN", PHONE, until(2024)))
        .isCloseTo(500 * 5 * 8000 / 30.0 * 0.1 / 3600, within(1e-9));
    double in2030 = 500 * 5 * StrictMath.pow(1.19, 6) * 8000 / 30.0 * 0.1 / 3600;
    assertThat(mbps("KEN", PHONE, until(2030))).isCloseTo(in2030, within(1e-9));
    assertThat(mbps("KEN", PHONE, until(2036))).isCloseTo(in2030, within(1e-9));
  }

  @Test
  void aPersonAtTheStandardGetsTheSameByEveryTechnology() {
    for (int year : new int[] {2024, 2030, 2036}) {
      assertThat(mbps("KEN", HOME, until(year)))
          .isCloseTo(mbps("KEN", PHONE, until(year)), within(1e-9));
    }
    BusyHour norm = new BusyHour(ServiceStandard.DEFAULT, until(2024), BUILT_IN);
    assertThat(norm.gbPerMonth("KEN", Subscriber.PERSON)).isEqualTo(5);
    assertThat(norm.gbPerMonth("KEN", Subscriber.HOUSEHOLD)).isEqualTo(22.5);
    double person = 5 * 8000 / 30.0 * 0.1 / 3600;
    assertThat(norm.mbpsPerSubscriber("KEN", Subscriber.PERSON)).isCloseTo(person, within(1e-12));
    assertThat(norm.mbpsPerSubscriber("KEN", Subscriber.HOUSEHOLD))
        .isCloseTo(4.5 * person, within(1e-12));
  }

  @Test
  void linesMayBeSizedByWhatTheyAreUsedFor() {
    ServiceStandard each = new ServiceStandard(10, 20, 100, 2, 0.4, 0.5, 4.5, Sizing.VOLUME);
    BusyHour byLine = new BusyHour(each, until(2024), BUILT_IN);
    Settlement place = SmallWorlds.settlement("s", 2, 9, 1000).withCountry("KEN");
    assertThat(byLine.mbps(place, 1000, HOME))
        .isCloseTo(500 / 4.5 * 125 * 8000 / 30.0 * 0.1 / 3600, within(1e-9));
    assertThat(byLine.gbPerMonth("KEN", Subscriber.HOUSEHOLD)).isEqualTo(125);
    assertThat(byLine.shareOfSized("KEN", Subscriber.HOUSEHOLD, 2024)).isEqualTo(1);
  }

  @Test
  void countriesHaveTheirOwnVolumes() {
    assertThat(mbps("EGY", PHONE, until(2030))).isGreaterThan(3 * mbps("KEN", PHONE, until(2030)));
  }

  @Test
  void theNormOfBeforeStaysPossible() {
    Settlement place = SmallWorlds.settlement("s", 2, 9, 1000);
    BusyHour byRate = new BusyHour(SmallWorlds.PLAIN, Money.DEFAULT, BUILT_IN);
    assertThat(byRate.mbps(place, 1000, PHONE)).isEqualTo(500);
    Catalogue silent = new Catalogue("t", BUILT_IN.technologies(), BUILT_IN.media());
    BusyHour unknown = new BusyHour(ServiceStandard.DEFAULT, Money.DEFAULT, silent);
    assertThat(unknown.mbps(place, 1000, PHONE)).isEqualTo(250);
  }
}
