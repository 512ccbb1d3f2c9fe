package org.kiungo.planner.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.money.Money;

/** Demand between the years that a standard states, linear, to all of it in the last year. */
public final class Growth {

  private Growth() {}

  /** True where a standard states how demand grows. */
  public static boolean isStated(ServiceStandard standard) {
    return !standard.growth().isEmpty();
  }

  /**
   * Share of people who subscribe in a year.
   *
   * @param lastYear of the plan
   */
  public static double adoptionRatio(ServiceStandard standard, int year, int lastYear) {
    return at(
        standard.growth(), GrowthPoint::adoptionRatio, year, lastYear, standard.adoptionRatio());
  }

  /**
   * Share of people with service who subscribe in a year: as the standard says it grows, or in
   * equal steps from the first year to the standard's ratio in the last.
   *
   * @param money its first year is the one in which service begins
   */
  public static double adoptionRatio(ServiceStandard standard, Money money, int year) {
    return isStated(standard)
        ? adoptionRatio(standard, year, money.lastYear())
        : standard.adoptionRatio() * (year - money.firstYear() + 1) / money.years();
  }

  /**
   * A standard of a plan that begins later: what is stated of years that are gone is left out, and
   * what it comes to when the plan begins is stated instead.
   *
   * @param lastYear of the plan
   */
  public static ServiceStandard from(ServiceStandard standard, int year, int lastYear) {
    if (!isStated(standard) || standard.growth().get(0).year() >= year) {
      return standard;
    }
    List<GrowthPoint> points = new ArrayList<>();
    if (year < lastYear) {
      double volume = hasVolume(standard) ? volumeRatio(standard, year, lastYear) : Double.NaN;
      points.add(new GrowthPoint(year, adoptionRatio(standard, year, lastYear), volume));
    }
    standard.growth().stream().filter(each -> each.year() > year).forEach(points::add);
    return standard.withGrowth(points);
  }

  /**
   * What a subscriber takes in a year, of what he takes in the last; 1 where the standard leaves it
   * to the catalogue.
   */
  static double volumeRatio(ServiceStandard standard, int year, int lastYear) {
    return hasVolume(standard)
        ? at(standard.growth(), GrowthPoint::volumeRatio, year, lastYear, 1)
        : 1;
  }

  static boolean hasVolume(ServiceStandard standard) {
    return isStated(standard) && standard.growth().get(0).hasVolume();
  }

  private static double at(
      List<GrowthPoint> points,
      ToDoubleFunction<GrowthPoint> figure,
      int year,
      int lastYear,
      double last) {
    if (year >= lastYear) {
      return last;
    }
    int fromYear = points.get(0).year();
    double from = figure.applyAsDouble(points.get(0));
    for (GrowthPoint each : points) {
      double to = figure.applyAsDouble(each);
      if (year <= each.year()) {
        return between(fromYear, from, each.year(), to, year);
      }
      fromYear = each.year();
      from = to;
    }
    return between(fromYear, from, lastYear, last, year);
  }

  private static double between(int fromYear, double from, int toYear, double to, int year) {
    return year <= fromYear || toYear == fromYear
        ? from
        : from + (to - from) * (year - fromYear) / (toYear - fromYear);
  }
}
