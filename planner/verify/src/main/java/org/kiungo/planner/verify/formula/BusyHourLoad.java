package org.kiungo.planner.verify.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/**
 * What settlements load a network with in the busy hour. By volume: gigabytes a month · 8,000 / 30
 * · the busy hour's share of a day / 3,600 megabits a second for each subscriber, grown by a ratio
 * a year to the last year that counts or is forecast. By rate: the standard's rate, or what the
 * option gives where that is less, over the overbooking factor.
 *
 * @see <a href="https://www.ericsson.com/en/reports-and-papers/mobility-report">Ericsson Mobility
 *     Report: volumes by month and subscription</a>
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton, Comini, Foster and Hall
 *     2022: rate over an overbooking factor</a>
 */
public final class BusyHourLoad {

  private final ServiceStandard standard;
  private final List<DemandVolume> volumes;
  private final int lastYear;
  private final int sizedYear;
  private final Map<String, Volume> volumeOf = new HashMap<>();

  private BusyHourLoad(
      ServiceStandard standard, List<DemandVolume> volumes, int lastYear, int sizedYear) {
    this.standard = standard;
    this.volumes = volumes;
    this.lastYear = lastYear;
    this.sizedYear = sizedYear;
  }

  /**
   * @param money in whose last year everything is there; a row of a programme whose phase is not
   *     the last one is sized for the year before the next
   * @param volumes of the catalogue
   */
  public static BusyHourLoad of(ServiceStandard standard, Money money, List<DemandVolume> volumes) {
    int next = money.waiting() == null ? 0 : money.waiting().nextYear();
    int sized = next > 0 ? next - 1 : money.lastYear();
    return new BusyHourLoad(standard, volumes, money.lastYear(), sized);
  }

  /** The same, sized for another year where the standard says how demand grows. */
  public BusyHourLoad sizedFor(int year) {
    return new BusyHourLoad(standard, volumes, lastYear, year);
  }

  /**
   * Load of some of a settlement's people, with as large a share of its institutions.
   *
   * @return whole bits per second
   */
  public long bps(Settlement s, double people, AccessTechnology a) {
    double mbps = people(s.country(), people, a);
    if (s.institutionMbps() > 0 && people > 0) {
      mbps += s.institutionMbps() * (people / s.population());
    }
    boolean early = !standard.growth().isEmpty() && sizedYear < lastYear;
    return bps(early ? mbps * ofLast(s.country(), a.subscriber(), sizedYear) : mbps);
  }

  /** Whole bits per second of megabits per second. */
  public static long bps(double mbps) {
    return Math.round(mbps * 1_000_000);
  }

  private double people(String country, double people, AccessTechnology a) {
    Volume volume = volumeOf(country);
    double subscribers = people * standard.adoptionRatio();
    if (volume == Volume.NONE) {
      double rateMbps = Math.min(standard.downlinkMbps(), a.downlinkMbps().value());
      return subscribers * rateMbps / standard.overbookingFactor();
    }
    return byPerson(a.subscriber())
        ? subscribers * volume.personMbps()
        : households(people) * volume.householdMbps();
  }

  /** By one norm for everybody a home's line carries what the phones of its people would. */
  private boolean byPerson(Subscriber subscriber) {
    return switch (standard.sizing()) {
      case PERSON_VOLUME -> true;
      case VOLUME, RATE -> subscriber == Subscriber.PERSON;
    };
  }

  /** Households that subscribe; each has one terminal. */
  public double households(double people) {
    return people / standard.peoplePerHousehold() * standard.adoptionRatio();
  }

  /** What subscribers of a country use in the year that plans are sized for. */
  private record Volume(DemandVolume of, double personMbps, double householdMbps) {
    static final Volume NONE = new Volume(null, 0, 0);
  }

  /** By the volume that names a country before the one that names none. */
  private Volume volumeOf(String country) {
    return standard.sizing() != Sizing.RATE && !volumes.isEmpty()
        ? volumeOf.computeIfAbsent(country, this::findVolume)
        : Volume.NONE;
  }

  private Volume findVolume(String country) {
    DemandVolume found = null;
    for (DemandVolume each : volumes) {
      boolean named = each.countries().contains(country);
      boolean before = found == null || found.countries().isEmpty() && named;
      found = before && (named || each.countries().isEmpty()) ? each : found;
    }
    return found == null
        ? Volume.NONE
        : new Volume(
            found,
            rateMbps(found, found.gbPerUserMonth(), found.userGrowthRatioPerYear()),
            rateMbps(found, found.gbPerHouseholdMonth(), found.householdGrowthRatioPerYear()));
  }

  private double rateMbps(DemandVolume volume, Figure today, Figure growthRatio) {
    double until = Math.min(lastYear, volume.forecastUntilYear().value());
    double years = Math.max(0, until - today.year());
    double gb = today.value() * StrictMath.pow(1 + growthRatio.value(), years);
    return gb * 8_000 / 30 * volume.busyHourRatio().value() / 3_600;
  }

  /**
   * Traffic of a year over what networks are sized for.
   *
   * @param country ISO 3166-1 alpha-3
   * @return more than 1 after the year that a row of a programme is sized for
   */
  double ofSized(String country, Subscriber subscriber, int year) {
    return standard.growth().isEmpty()
        ? volumeOfLast(country, subscriber, year)
        : ofLast(country, subscriber, year) / ofLast(country, subscriber, sizedYear);
  }

  private double ofLast(String country, Subscriber subscriber, int year) {
    double adopted = adoptionRatio(year) / standard.adoptionRatio();
    boolean stated = !Double.isNaN(standard.growth().get(0).volumeRatio());
    return adopted * (stated ? grown(year, 1, false) : volumeOfLast(country, subscriber, year));
  }

  /** Each year before the last one of growth has a year's growth less. */
  private double volumeOfLast(String country, Subscriber subscriber, int year) {
    DemandVolume volume = volumeOf(country).of();
    if (volume == null) {
      return 1;
    }
    boolean phones = byPerson(subscriber);
    Figure ratio = phones ? volume.userGrowthRatioPerYear() : volume.householdGrowthRatioPerYear();
    int today = (phones ? volume.gbPerUserMonth() : volume.gbPerHouseholdMonth()).year();
    double until = Math.min(lastYear, volume.forecastUntilYear().value());
    double share = 1;
    for (double toGo = until - Math.max(year, today); toGo > 0; toGo--) {
      share /= 1 + ratio.value();
    }
    return share;
  }

  private double adoptionRatio(int year) {
    return grown(year, standard.adoptionRatio(), true);
  }

  /**
   * Share of people served who subscribe in a year: as the standard says it grows, else in equal
   * steps from the first year of service to the last.
   *
   * @param from first year of service
   */
  public double adoptionRatio(int year, int from) {
    return standard.growth().isEmpty()
        ? standard.adoptionRatio() * (year - from + 1) / (lastYear - from + 1)
        : adoptionRatio(year);
  }

  /** Straight lines between the years that are stated, level before, to the last year's figure. */
  private double grown(int year, double inLastYear, boolean adoption) {
    if (year >= lastYear) {
      return inLastYear;
    }
    int toYear = lastYear;
    double to = inLastYear;
    for (int k = standard.growth().size() - 1; k >= 0; k--) {
      GrowthPoint point = standard.growth().get(k);
      double at = adoption ? point.adoptionRatio() : point.volumeRatio();
      if (point.year() == year) {
        return at;
      }
      if (point.year() < year) {
        return at + (to - at) * (year - point.year()) / (toYear - point.year());
      }
      toYear = point.year();
      to = at;
    }
    return to;
  }
}
