package org.kiungo.planner.demand;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/**
 * What settlements load their networks with in the busy hour: by the volume that people of their
 * country use, or by the standard's rate over its overbooking factor, as the standard says. Where
 * the catalogue has no volume of a country it is by rate.
 */
public final class BusyHour {

  private static final double MEGABITS_PER_GIGABYTE = 8_000;
  private static final double DAYS_PER_MONTH = 30;
  private static final double SECONDS_PER_HOUR = 3_600;

  private final ServiceStandard standard;
  private final Money money;
  private final int sizedYear;
  private final List<DemandVolume> volumes;

  /**
   * @param money its last year is the year to size for; of a row of a programme, where the standard
   *     says how demand grows, the last before the next phase
   */
  public BusyHour(ServiceStandard standard, Money money, Catalogue catalogue) {
    this.standard = standard;
    this.money = money;
    boolean isRow = money.waiting() != null && money.waiting().nextYear() > 0;
    sizedYear = isRow ? money.waiting().nextYear() - 1 : money.lastYear();
    volumes = new ArrayList<>(catalogue.volumes());
    volumes.sort((a, b) -> Boolean.compare(a.countries().isEmpty(), b.countries().isEmpty()));
  }

  private BusyHour(BusyHour other, int sizedYear) {
    standard = other.standard;
    money = other.money;
    volumes = other.volumes;
    this.sizedYear = sizedYear;
  }

  /** The same sized for another year, where the standard says how demand grows. */
  public BusyHour sizedFor(int year) {
    return new BusyHour(this, year);
  }

  /** As a problem has it. */
  public static BusyHour of(PlanningProblem problem) {
    return new BusyHour(problem.standard(), problem.money(), problem.catalogue());
  }

  /**
   * Busy-hour demand of some of a settlement's people on an option, with as large a share of its
   * institutions.
   *
   * @return Mbps
   */
  public double mbps(Settlement settlement, double people, AccessTechnology technology) {
    double mbps = lastYearMbps(settlement, people, technology) + institutions(settlement, people);
    return Growth.isStated(standard) && sizedYear < money.lastYear()
        ? mbps * loadRatio(settlement.country(), technology.subscriber(), sizedYear)
        : mbps;
  }

  /** Institutions stand among their place's people: whoever is covered today has theirs covered. */
  private static double institutions(Settlement settlement, double people) {
    return settlement.institutionMbps() > 0 && people > 0
        ? settlement.institutionMbps() * (people / settlement.population())
        : 0;
  }

  private double lastYearMbps(Settlement settlement, double people, AccessTechnology technology) {
    DemandVolume volume = volumeOf(settlement.country());
    if (volume == null) {
      return Demand.busyHourMbps(people, technology, standard);
    }
    return isCountedByPerson(technology.subscriber())
        ? Demand.adopters(people, standard) * perUserMbps(volume)
        : Demand.adopterHouseholds(people, standard) * perHouseholdMbps(volume);
  }

  /** True where a subscriber's volume is that of the persons who use it. */
  private boolean isCountedByPerson(Subscriber subscriber) {
    return standard.sizing() == Sizing.PERSON_VOLUME || subscriber == Subscriber.PERSON;
  }

  /**
   * Load of a year as a share of the load that networks are sized for: traffic grows to it. By rate
   * it is the same in every year, unless the standard says how demand grows.
   *
   * @param country ISO 3166-1 alpha-3
   * @return 0–1; more than 1 after the year that a row of a programme is sized for
   */
  public double shareOfSized(String country, Subscriber subscriber, int year) {
    return Growth.isStated(standard)
        ? loadRatio(country, subscriber, year) / loadRatio(country, subscriber, sizedYear)
        : volumeRatio(country, subscriber, year);
  }

  /**
   * Load of a year as a share of what it comes to in the last year, adoption included: as the
   * standard says that demand grows, else in equal steps and as the catalogue's volumes grow.
   *
   * @param country ISO 3166-1 alpha-3
   * @param firstYear in which service begins
   * @param year not before the first
   * @return 0–1
   */
  public double shareOfLast(String country, Subscriber subscriber, int firstYear, int year) {
    return Growth.isStated(standard)
        ? loadRatio(country, subscriber, year)
        : Growth.adoptionRatio(standard, money.from(firstYear), year)
            / standard.adoptionRatio()
            * volumeRatio(country, subscriber, year);
  }

  /** Load of a year over that of the last. */
  private double loadRatio(String country, Subscriber subscriber, int year) {
    double adopted =
        Growth.adoptionRatio(standard, year, money.lastYear()) / standard.adoptionRatio();
    return adopted
        * (Growth.hasVolume(standard)
            ? Growth.volumeRatio(standard, year, money.lastYear())
            : volumeRatio(country, subscriber, year));
  }

  /** What a subscriber takes in a year over what he takes in the last. */
  private double volumeRatio(String country, Subscriber subscriber, int year) {
    DemandVolume volume = volumeOf(country);
    if (volume == null) {
      return 1;
    }
    boolean person = isCountedByPerson(subscriber);
    Figure gb = person ? volume.gbPerUserMonth() : volume.gbPerHouseholdMonth();
    double growth =
        1
            + (person ? volume.userGrowthRatioPerYear() : volume.householdGrowthRatioPerYear())
                .value();
    double share = 1;
    int from = Math.max(year, gb.year());
    for (int y = from; y < Math.min(money.lastYear(), volume.forecastUntilYear().value()); y++) {
      share /= growth;
    }
    return share;
  }

  /** Null where capacity is sized by rate. */
  private DemandVolume volumeOf(String country) {
    if (standard.sizing() == Sizing.RATE) {
      return null;
    }
    for (DemandVolume each : volumes) {
      if (each.countries().isEmpty() || each.countries().contains(country)) {
        return each;
      }
    }
    return null;
  }

  /** What a person with a phone takes in the busy hour of the year to size for. */
  double perUserMbps(DemandVolume volume) {
    return mbps(gbPerUser(volume), volume.busyHourRatio().value());
  }

  /** What a household with a terminal takes. */
  double perHouseholdMbps(DemandVolume volume) {
    return mbps(gbPerHousehold(volume), volume.busyHourRatio().value());
  }

  private double gbPerUser(DemandVolume volume) {
    return grown(volume, volume.gbPerUserMonth(), volume.userGrowthRatioPerYear());
  }

  private double gbPerHousehold(DemandVolume volume) {
    return grown(volume, volume.gbPerHouseholdMonth(), volume.householdGrowthRatioPerYear());
  }

  private double grown(DemandVolume volume, Figure gbPerMonth, Figure growthRatioPerYear) {
    double until = Math.min(money.lastYear(), volume.forecastUntilYear().value());
    double years = Math.max(0, until - gbPerMonth.year());
    return gbPerMonth.value() * StrictMath.pow(1 + growthRatioPerYear.value(), years);
  }

  /**
   * What a subscriber of a country is sized for.
   *
   * @param country ISO 3166-1 alpha-3
   * @return gigabytes a month in the last year of the plan; NaN where capacity is sized by rate
   */
  public double gbPerMonth(String country, Subscriber subscriber) {
    DemandVolume volume = volumeOf(country);
    if (volume == null) {
      return Double.NaN;
    }
    if (subscriber == Subscriber.PERSON) {
      return gbPerUser(volume);
    }
    return isCountedByPerson(subscriber)
        ? gbPerUser(volume) * standard.peoplePerHousehold()
        : gbPerHousehold(volume);
  }

  /**
   * What a subscriber of a country takes in the busy hour of the last year.
   *
   * @param country ISO 3166-1 alpha-3
   * @return Mbps; where capacity is sized by rate that of an adopter over those who share it
   */
  public double mbpsPerSubscriber(String country, Subscriber subscriber) {
    DemandVolume volume = volumeOf(country);
    return volume == null
        ? standard.downlinkMbps() / standard.overbookingFactor()
        : mbps(gbPerMonth(country, subscriber), volume.busyHourRatio().value());
  }

  /**
   * Mean rate in the busy hour of a volume: gigabytes a month · 8,000 / 30 · share / 3,600.
   *
   * @param busyHourRatio share of a day's volume in its busiest hour
   */
  public static double mbps(double gbPerMonth, double busyHourRatio) {
    return gbPerMonth * MEGABITS_PER_GIGABYTE / DAYS_PER_MONTH * busyHourRatio / SECONDS_PER_HOUR;
  }
}
