package org.kiungo.planner.demand;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;

/**
 * Demand of a settlement. Numbers of adopters and households are expectations, never rounded, so
 * that merging or splitting settlements changes no total.
 */
public final class Demand {

  /**
   * People per km² of a settlement whose inhabited area is not known: where an urban centre begins
   * in the UN's degree of urbanisation; villages are thinner, inner cities several times denser.
   *
   * @see <a href="https://doi.org/10.2785/706535">Eurostat and others 2021, Applying the Degree of
   *     Urbanisation, section 2</a>
   */
  public static final double ASSUMED_PEOPLE_PER_KM2 = 1500;

  private Demand() {}

  /** People who subscribe: people · adoption. */
  public static double adopters(double people, ServiceStandard standard) {
    return people * standard.adoptionRatio();
  }

  /** Households: people / people per household. */
  public static double households(double people, ServiceStandard standard) {
    return people / standard.peoplePerHousehold();
  }

  /** Households that subscribe, each with one terminal: households · adoption. */
  public static double adopterHouseholds(double people, ServiceStandard standard) {
    return households(people, standard) * standard.adoptionRatio();
  }

  /**
   * Busy-hour demand when every adopter gets the standard's rate: adopters · downlink /
   * overbooking.
   *
   * @return Mbps
   * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton, Comini, Foster and Hall
   *     2022, Policy choices can help keep 4G and 5G universal broadband affordable: busy-hour
   *     demand with an overbooking factor of 20</a>
   */
  public static double busyHourMbps(double people, ServiceStandard standard) {
    return adopters(people, standard) * standard.downlinkMbps() / standard.overbookingFactor();
  }

  /**
   * Busy-hour demand carried by an option: an adopter takes no more than the option gives.
   *
   * @return Mbps, at most {@link #busyHourMbps(double, ServiceStandard)}
   */
  public static double busyHourMbps(
      double people, AccessTechnology technology, ServiceStandard standard) {
    double rateMbps = Math.min(technology.downlinkMbps().value(), standard.downlinkMbps());
    return adopters(people, standard) * rateMbps / standard.overbookingFactor();
  }

  /**
   * Inhabited area of the people not yet served: the settlement's area, or what its people take at
   * {@link #ASSUMED_PEOPLE_PER_KM2}, times their share of its people.
   *
   * @return km², 0 when the population is not known or is 0
   */
  public static double unservedAreaKm2(Settlement settlement) {
    double unserved = settlement.unservedPopulation();
    if (unserved == 0) {
      return 0;
    }
    return Double.isNaN(settlement.areaKm2())
        ? unserved / ASSUMED_PEOPLE_PER_KM2
        : settlement.areaKm2() * (unserved / settlement.population());
  }

  /**
   * Level of service of an option: {@code STANDARD} when its rate and its round trip meet the
   * standard, {@code BASIC} when its rate meets the basic one whatever the delay, else {@code
   * UNSERVED}.
   *
   * @param downlinkMbps rate an adopter gets
   * @param roundTripMs to the nearest exchange or gateway, access and links together
   */
  public static Status status(double downlinkMbps, double roundTripMs, ServiceStandard standard) {
    if (downlinkMbps >= standard.downlinkMbps() && roundTripMs <= standard.roundTripMs()) {
      return Status.STANDARD;
    }
    return downlinkMbps >= standard.basicDownlinkMbps() ? Status.BASIC : Status.UNSERVED;
  }

  /** Value of a person at a level of service, a person to the standard being 1. */
  public static double weightRatio(Status status, ServiceStandard standard) {
    return switch (status) {
      case STANDARD -> 1;
      case BASIC -> standard.basicWeightRatio();
      case BASELINE, UNSERVED -> 0;
    };
  }
}
