package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.Round;

/**
 * Against Ericsson's volumes in sub-Saharan Africa, 5 GB a month in 2024 and 14 in 2030, which at 8
 * % of a day in the busy hour are 30 and 83 kilobits a second.
 */
class BusyHourLoadTest {

  private static final Money TO_2030 = new Money(0, 2027, 2030, 2025);
  private static final AccessTechnology PHONE = Round.mast().withSubscriber(Subscriber.PERSON);
  private static final Settlement TOWN = Round.village("v", 1_000);

  private static ServiceStandard byVolume(GrowthPoint... growth) {
    return new ServiceStandard(10, 20, 100, 2, 0.4, 1, 5, Sizing.VOLUME)
        .withGrowth(List.of(growth));
  }

  /** So many GB a month in a year, more by a ratio a year until 2030; households twice as much. */
  private static DemandVolume volume(double gb, int year, double growth, String... countries) {
    return new DemandVolume(
        "v",
        "v",
        List.of(countries),
        Round.of(gb, year),
        Round.of(growth, year),
        Round.of(2 * gb, year),
        Round.of(growth, year),
        Round.of(0.08, year),
        Round.of(2030, year));
  }

  private static BusyHourLoad load(ServiceStandard standard, DemandVolume... volumes) {
    return BusyHourLoad.of(standard, TO_2030, List.of(volumes));
  }

  /** 5 GB · 8,000 / 30 · 0.08 / 3,600 = 0.0296296 Mbps a person. */
  @Test
  void gigabytesAMonthAreMegabitsInTheBusyHour() {
    assertThat(load(byVolume(), volume(5, 2030, 0)).bps(TOWN, 1_000, PHONE)).isEqualTo(29_629_630);
    assertThat(load(byVolume(), volume(14, 2030, 0)).bps(TOWN, 1_000, PHONE)).isEqualTo(82_962_963);
  }

  /** 200 households of five, 10 GB each: 200 · 0.0592593. */
  @Test
  void householdsShareATerminal() {
    assertThat(load(byVolume(), volume(5, 2030, 0)).bps(TOWN, 1_000, Round.mast()))
        .isEqualTo(11_851_852);
    assertThat(load(byVolume()).households(1_000)).isEqualTo(200);
  }

  /** 1,000 people at 5 GB each, whoever's line they use. */
  @Test
  void byOneNormAHomeCarriesWhatItsPeopleWouldByPhone() {
    ServiceStandard norm = new ServiceStandard(10, 20, 100, 2, 0.4, 1, 5, Sizing.PERSON_VOLUME);
    BusyHourLoad load = load(norm, volume(5, 2030, 0));
    assertThat(load.bps(TOWN, 1_000, Round.mast())).isEqualTo(29_629_630);
    assertThat(load.bps(TOWN, 1_000, PHONE)).isEqualTo(29_629_630);
  }

  /** 19 % a year for six years is 2.84 times: 5 GB of 2024 are 14.2 in 2030. */
  @Test
  void volumesGrowToTheLastYearOfTheirForecast() {
    long grown = load(byVolume(), volume(5, 2024, 0.19)).bps(TOWN, 1_000, PHONE);
    assertThat(grown / 29_629_630.0).isCloseTo(2.8398, within(1e-4));
    Money longer = new Money(0, 2027, 2036, 2025);
    BusyHourLoad later = BusyHourLoad.of(byVolume(), longer, List.of(volume(5, 2024, 0.19)));
    assertThat(later.bps(TOWN, 1_000, PHONE)).isEqualTo(grown);
    assertThat(later.ofSized("BEN", Subscriber.PERSON, 2029)).isCloseTo(1 / 1.19, within(1e-12));
    assertThat(later.ofSized("BEN", Subscriber.PERSON, 2033)).isEqualTo(1);
  }

  @Test
  void aVolumeThatNamesTheCountryComesFirst() {
    BusyHourLoad load = load(byVolume(), volume(5, 2030, 0), volume(14, 2030, 0, "BEN"));
    assertThat(load.bps(TOWN, 1_000, PHONE)).isEqualTo(82_962_963);
    assertThat(load.bps(TOWN.withCountry("TGO"), 1_000, PHONE)).isEqualTo(29_629_630);
  }

  /** 0.5 Mbps for each of 300 adopters; an option of 5 Mbps gives half of it. */
  @Test
  void byRateAnAdopterTakesTheStandardsOverTheOverbooking() {
    BusyHourLoad load = load(Round.HALF_A_MEGABIT, volume(5, 2030, 0));
    assertThat(load.bps(TOWN, 300, PHONE)).isEqualTo(150_000_000);
    assertThat(load.bps(TOWN, 300, Round.dish())).isEqualTo(75_000_000);
  }

  /** A fifth of the people have a fifth of 30 Mbps. */
  @Test
  void institutionsStandAmongTheirPlacesPeople() {
    Settlement schools = TOWN.withInstitutionMbps(30);
    assertThat(load(Round.HALF_A_MEGABIT).bps(schools, 200, PHONE)).isEqualTo(106_000_000);
    assertThat(load(Round.HALF_A_MEGABIT).bps(schools, 0, PHONE)).isZero();
  }

  /**
   * 40 % subscribe in 2028 and take half as much as in 2030: half of the way later, 70 and 75 %.
   */
  @Test
  void demandGrowsInStraightLinesBetweenTheYearsThatAreStated() {
    ServiceStandard grows = byVolume(new GrowthPoint(2028, 0.4, 0.5));
    BusyHourLoad load = load(grows, volume(5, 2030, 0));
    assertThat(load.adoptionRatio(2027, 2027)).isEqualTo(0.4);
    assertThat(load.adoptionRatio(2029, 2027)).isCloseTo(0.7, within(1e-12));
    assertThat(load.adoptionRatio(2030, 2027)).isEqualTo(1);
    assertThat(load.sizedFor(2029).bps(TOWN, 1_000, PHONE))
        .isEqualTo(Math.round(29_629_629.63 * 0.7 * 0.75));
    assertThat(load.ofSized("BEN", Subscriber.PERSON, 2028)).isCloseTo(0.2, within(1e-12));
    assertThat(load.sizedFor(2028).ofSized("BEN", Subscriber.PERSON, 2030))
        .isCloseTo(5, within(1e-12));
  }

  @Test
  void withoutAWordOfGrowthPeopleSubscribeInEqualSteps() {
    BusyHourLoad load = load(byVolume());
    assertThat(load.adoptionRatio(2027, 2027)).isEqualTo(0.25);
    assertThat(load.adoptionRatio(2029, 2029)).isEqualTo(0.5);
  }

  /** The first phase is sized for 2028 where the next begins in 2029. */
  @Test
  void aRowOfAProgrammeIsSizedForTheYearBeforeTheNextPhase() {
    Money row = new Money(0, 2027, 2030, 2025, new Money.Waiting(List.of(2027), 2029, 0));
    ServiceStandard grows = byVolume(new GrowthPoint(2028, 0.4, 0.5));
    long bps = BusyHourLoad.of(grows, row, List.of(volume(5, 2030, 0))).bps(TOWN, 1_000, PHONE);
    assertThat(bps).isEqualTo(Math.round(29_629_629.63 * 0.4 * 0.5));
  }
}
