package org.kiungo.planner.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.demand.UseByYear.Year;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanAccessSiteBuilder;
import org.kiungo.planner.model.PlanSettlementServiceBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.money.Money;

class UseByYearTest {

  private static final Money TEN_YEARS = new Money(0, 2027, 2036, 2025);

  /** Town is served from the first year, village by a dish until its mast comes in 2032. */
  private static final Plan PLAN =
      new Plan(
          List.of(service("town", 1800, 900, 2027), service("village", 3000, 1500, 2032)),
          List.of(site("town", 1, 2027), site("village", 2, 2032)),
          List.of(),
          List.of(),
          null,
          new Programme(
              List.of(),
              List.of(new Programme.Further("village:mast", 2034, 1, 0, 0, 0)),
              List.of(
                  new Programme.Replaced(
                      "village", "dish", Status.BASIC, 2027, 2032, 3000, 1000, 600, 0, 0, 0))));

  private static SettlementService service(String id, double people, double mbps, int from) {
    return PlanSettlementServiceBuilder.builder()
        .settlementId(id)
        .status(Status.STANDARD)
        .technologyId("mast")
        .siteId(id + ":mast")
        .peopleServed(people)
        .demandMbps(mbps)
        .buildYear(from)
        .build();
  }

  private static AccessSite site(String id, int units, int from) {
    return PlanAccessSiteBuilder.builder()
        .id(id + ":mast")
        .technologyId("mast")
        .placeId(id)
        .units(units)
        .masts(1)
        .buildYear(from)
        .build();
  }

  private static PlanningProblem world(ServiceStandard standard) {
    return SmallWorlds.problem(
            List.of(
                SmallWorlds.settlement("town", 2, 9, 1800),
                SmallWorlds.settlement("village", 3, 9, 3000)),
            List.of(),
            List.of(),
            List.of(),
            List.of(SmallWorlds.mast(), SmallWorlds.dish()))
        .withTerms(standard, TEN_YEARS);
  }

  @Test
  void whoIsServedAdoptsInEqualStepsAndSitesFillWithThem() {
    List<Year> years = UseByYear.of(world(SmallWorlds.PLAIN), PLAN);
    assertThat(years).extracting(Year::year).startsWith(2027).endsWith(2036).hasSize(10);
    Year first = years.get(0);
    // a tenth of the town on its mast and of the village on its dish
    assertThat(first.loadMbps()).isCloseTo(90 + 100, within(1e-9));
    assertThat(first.adoptionRatio()).isCloseTo(0.1, within(1e-9));
    assertThat(first.sites()).isEqualTo(1);
    assertThat(first.nearlyFullRatio()).isZero();
    // the village begins anew: a fifth of it in 2032, on the one unit that stands until 2034
    assertThat(years.get(5).loadMbps()).isCloseTo(0.6 * 900 + 300, within(1e-9));
    assertThat(years.get(5).adoptionRatio()).isCloseTo((0.6 * 1800 + 0.2 * 3000) / 4800, near());
    assertThat(years.get(5).sites()).isEqualTo(2);
    assertThat(years).extracting(Year::nearlyFullRatio).last().isEqualTo(0.5);
    assertThat(years.get(7).nearlyFullRatio()).as("720 of 1,000, 900 of 2,000").isZero();
    assertThat(years.get(8).nearlyFullRatio()).as("810 of 1,000").isEqualTo(0.5);
    assertThat(years).extracting(Year::overfullRatio).containsOnly(0.0);
    assertThat(years.get(9).loadRatio()).isEqualTo(1);
  }

  /** Units that come when everybody is there already come too late. */
  @Test
  void aBuildSmallerThanDemandIsTold() {
    ServiceStandard atOnce = SmallWorlds.PLAIN.withGrowth(List.of(new GrowthPoint(2027, 1)));
    List<Year> years = UseByYear.of(world(atOnce), PLAN);
    assertThat(years.get(0).nearlyFullRatio()).as("900 of 1,000").isEqualTo(1);
    assertThat(years.get(0).loadMbps()).isCloseTo(1900, near());
    assertThat(years.get(5).overfullRatio()).as("1,500 of 1,000").isEqualTo(0.5);
    assertThat(years.get(7).overfullRatio()).as("1,500 of 2,000").isZero();
    assertThat(years.get(5).adoptionRatio()).isEqualTo(1);
  }

  @Test
  void aPlanThatBuildsNothingHasNoUse() {
    Plan none = new Plan(List.of(), List.of(), List.of(), null);
    Year last = UseByYear.of(world(SmallWorlds.PLAIN), none).get(9);
    assertThat(last.loadMbps()).isZero();
    assertThat(last.sites()).isZero();
    assertThat(last.adoptionRatio()).isNaN();
    assertThat(last.overfullRatio()).isNaN();
  }

  private static Offset<Double> near() {
    return within(1e-9);
  }
}
