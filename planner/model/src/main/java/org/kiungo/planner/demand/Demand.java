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
   * People whom an option is built for: those below its level of service. It is taken by its access
   * part alone, as the option is dimensioned before its way to the network is known.
   */
  public static double people(
      Settlement settlement, AccessTechnology technology, ServiceStandard standard) {
    return people(
        settlement,
        status(technology.downlinkMbps().value(), technology.roundTripMs().value(), standard));
  }

  /** People below a level of service today. */
  public static double people(Settlement settlement, Status status) {
    return people(settlement, status, settlement.baselineCoverageRatio());
  }

  /** The same if another share of a settlement's people were covered, 0–1. */
  static double people(Settlement settlement, Status status, double coverageRatio) {
    double unserved = settlement.unservedPopulation(coverageRatio);
    return status == Status.BASIC ? unserved - settlement.basicPopulation(coverageRatio) : unserved;
  }

  /**
   * People gained at a level of service, before its weight: those who have basic service today gain
   * to the standard what basic service falls short of it.
   */
  public static double gained(Settlement settlement, Status status, ServiceStandard standard) {
    double people = people(settlement, status);
    return status == Status.STANDARD
        ? people - standard.basicWeightRatio() * settlement.basicPopulation()
        : people;
  }

  /** People served today, weighted by their level of service; 0 when nobody knows how many live. */
  public static double served(Settlement settlement, ServiceStandard standard) {
    return Double.isNaN(settlement.population())
        ? 0
        : settlement.population()
            - settlement.unservedPopulation()
            + standard.basicWeightRatio() * settlement.basicPopulation();
  }

  /**
   * Ground over which some of a settlement's people live, for radio to reach: the settlement's
   * area, or what its people take at {@link #ASSUMED_PEOPLE_PER_KM2}, times their share of its
   * people.
   *
   * @return km², 0 when there are none
   */
  public static double areaKm2(Settlement settlement, double people) {
    if (people == 0) {
      return 0;
    }
    return Double.isNaN(settlement.areaKm2())
        ? people / ASSUMED_PEOPLE_PER_KM2
        : settlement.areaKm2() * (people / settlement.population());
  }

  /**
   * The part of that ground where they live, in which what is paid by the square kilometre is laid:
   * all of it where a settlement does not tell the two apart.
   *
   * @return km², at most {@link #areaKm2(Settlement, double)}
   */
  public static double inhabitedKm2(Settlement settlement, double people) {
    return people == 0 || Double.isNaN(settlement.inhabitedKm2())
        ? areaKm2(settlement, people)
        : settlement.inhabitedKm2() * (people / settlement.population());
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
