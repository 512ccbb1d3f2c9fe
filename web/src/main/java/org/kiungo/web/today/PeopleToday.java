package org.kiungo.web.today;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.Settlement;

/**
 * People by class of coverage today. The classes sort places by what holds over the whole range;
 * {@link #outside} is the number in between.
 *
 * @param covered people in places that have 4G even if coverage is at the low end of its range
 * @param unsure people in places that have it by one end and not by the other, or in part
 * @param uncovered people in places that have none even at the high end
 * @param unknown people in places of which nobody knows; they count in no other figure
 * @param outside people without 4G
 * @param outsideLow the same if coverage is at the high end of its range
 * @param outsideHigh the same if coverage is at the low end of its range
 */
public record PeopleToday(
    double covered,
    double unsure,
    double uncovered,
    double unknown,
    double outside,
    double outsideLow,
    double outsideHigh) {

  static PeopleToday of(List<PlaceToday> places) {
    double[] people = new double[CoverageClass.values().length];
    double outside = 0;
    double low = 0;
    double high = 0;
    for (PlaceToday each : places) {
      people[each.coverage().ordinal()] += each.people();
      if (Double.isNaN(each.ratio())) {
        continue;
      }
      outside += each.people() * (1 - each.ratio());
      low += each.people() * (1 - each.high());
      high += each.people() * (1 - each.low());
    }
    return new PeopleToday(people[0], people[1], people[2], people[3], outside, low, high);
  }

  /** Of places with who is covered there, as a plan's facts have them. */
  public static PeopleToday ofSettlements(List<Settlement> settlements) {
    return of(settlements.stream().map(PlaceToday::of).toList());
  }

  /** Several countries together. */
  public static PeopleToday sum(Collection<PeopleToday> parts) {
    return new PeopleToday(
        sum(parts, PeopleToday::covered),
        sum(parts, PeopleToday::unsure),
        sum(parts, PeopleToday::uncovered),
        sum(parts, PeopleToday::unknown),
        sum(parts, PeopleToday::outside),
        sum(parts, PeopleToday::outsideLow),
        sum(parts, PeopleToday::outsideHigh));
  }

  private static double sum(Collection<PeopleToday> parts, ToDoubleFunction<PeopleToday> part) {
    return parts.stream().mapToDouble(part).sum();
  }

  /** Everybody of whom it is known or modelled. */
  public double getPeople() {
    return covered + unsure + uncovered;
  }
}
