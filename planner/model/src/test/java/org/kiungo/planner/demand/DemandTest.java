package org.kiungo.planner.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

class DemandTest {

  private static final ServiceStandard STANDARD = ServiceStandard.DEFAULT;

  private static Settlement settlement(double population, double areaKm2, double covered) {
    return SettlementBuilder.builder()
        .id("s")
        .location(new LonLat(28, -29))
        .population(population)
        .areaKm2(areaKm2)
        .country("LSO")
        .baselineCoverageRatio(covered)
        .build();
  }

  private static double unservedAreaKm2(Settlement settlement) {
    return Demand.areaKm2(settlement, settlement.unservedPopulation());
  }

  @Test
  void anAdopterNeedsHalfAMegabitInTheBusyHour() {
    assertThat(Demand.adopters(1000, STANDARD)).isEqualTo(500);
    assertThat(Demand.busyHourMbps(1000, STANDARD)).isEqualTo(250);
    assertThat(Demand.households(900, STANDARD)).isEqualTo(200);
    assertThat(Demand.adopterHouseholds(900, STANDARD)).isEqualTo(100);
  }

  @Test
  void splittingASettlementChangesNoDemand() {
    double whole = Demand.busyHourMbps(777, STANDARD);
    double parts = Demand.busyHourMbps(300, STANDARD) + Demand.busyHourMbps(477, STANDARD);
    assertThat(parts).isCloseTo(whole, within(1e-9));
  }

  @Test
  void areaShrinksWithTheShareAlreadyServed() {
    assertThat(unservedAreaKm2(settlement(1000, 4, Double.NaN))).isEqualTo(4);
    assertThat(unservedAreaKm2(settlement(1000, 4, 0.75))).isEqualTo(1);
    assertThat(unservedAreaKm2(settlement(3000, Double.NaN, 0))).isEqualTo(2);
    assertThat(unservedAreaKm2(settlement(Double.NaN, 4, 0))).isZero();
    assertThat(unservedAreaKm2(settlement(0, 4, 0))).isZero();
  }

  @Test
  void whatIsLivedOnShrinksWithThePeopleAndIsAllWhereNobodyTellsItApart() {
    Settlement cell = settlement(1000, 80, 0.75).withInhabitedKm2(20);
    assertThat(Demand.inhabitedKm2(cell, 1000)).isEqualTo(20);
    assertThat(Demand.inhabitedKm2(cell, cell.unservedPopulation())).isEqualTo(5);
    assertThat(Demand.inhabitedKm2(cell, 0)).isZero();
    assertThat(Demand.inhabitedKm2(settlement(1000, 80, 0), 500)).isEqualTo(40);
    assertThat(Demand.inhabitedKm2(settlement(3000, Double.NaN, 0), 3000)).isEqualTo(2);
  }

  @Test
  void slowOrFarServiceIsBasic() {
    assertThat(Demand.status(10, 100, STANDARD)).isEqualTo(Status.STANDARD);
    assertThat(Demand.status(10, 100.1, STANDARD)).isEqualTo(Status.BASIC);
    assertThat(Demand.status(9.9, 10, STANDARD)).isEqualTo(Status.BASIC);
    assertThat(Demand.status(1.9, 10, STANDARD)).isEqualTo(Status.UNSERVED);
    assertThat(Demand.weightRatio(Status.BASIC, STANDARD)).isEqualTo(0.4);
    assertThat(Demand.weightRatio(Status.UNSERVED, STANDARD)).isZero();
  }
}
