package org.kiungo.web.settle;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.Settlement;

/**
 * What a person looks at before settlements are kept.
 *
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset they would become a version of
 * @param places how many settlements
 * @param counts people
 * @param referencePeople residents of the country by its national figure; NaN when not known
 * @param referenceYear year of that figure
 * @param placesOutside settlements that lie in no African country
 * @param kinds settlements and people by their kind: city, town, village, scattered
 * @param largest the most people first
 * @param points longitude and latitude in degrees, people; the largest settlements, at most {@value
 *     #POINTS}
 * @param joined what each file of attributes gave
 */
public record SettleLook(
    String country,
    String name,
    int places,
    SettledDraft.Counts counts,
    double referencePeople,
    int referenceYear,
    long placesOutside,
    SortedMap<String, Kind> kinds,
    List<Place> largest,
    List<double[]> points,
    List<SettledDraft.Joined> joined) {

  /** Points that a page is sent at most, some 60 kB. */
  static final int POINTS = 3000;

  private static final int LARGEST = 10;
  private static final String KIND = "settlementType";

  /** How many settlements are of a kind, and their people. */
  public record Kind(long places, double people) {}

  /**
   * A settlement of the list.
   *
   * @param id its own
   * @param district it lies in; empty when not known
   * @param kind city, town, village or scattered; empty when not known
   * @param people residents
   * @param areaKm2 of its cells
   */
  public record Place(
      String id,
      String district,
      String kind,
      double people,
      double areaKm2,
      double lon,
      double lat) {}

  /** Of a draft, beside what is known of its country. */
  public static SettleLook of(SettledDraft draft, CountryFacts reference) {
    Comparator<Settlement> largestFirst =
        Comparator.comparingDouble(Settlement::population).reversed().thenComparing(Settlement::id);
    PriorityQueue<Settlement> most = new PriorityQueue<>(largestFirst.reversed());
    SortedMap<String, Kind> kinds = new TreeMap<>();
    long[] outside = {0};
    draft.forEach(
        each -> {
          kinds.merge(kind(each), new Kind(1, each.population()), SettleLook::sum);
          outside[0] += each.country().isEmpty() ? 1 : 0;
          most.add(each);
          if (most.size() > POINTS) {
            most.poll();
          }
        });
    List<Settlement> largest = most.stream().sorted(largestFirst).toList();
    return new SettleLook(
        draft.about().country(),
        draft.about().name(),
        draft.about().counts().settlements(),
        draft.about().counts(),
        reference.population(),
        reference.populationYear(),
        outside[0],
        kinds,
        largest.stream().limit(LARGEST).map(SettleLook::place).toList(),
        largest.stream().map(SettleLook::point).toList(),
        draft.about().joined());
  }

  private static Kind sum(Kind one, Kind other) {
    return new Kind(one.places() + other.places(), one.people() + other.people());
  }

  private static String kind(Settlement each) {
    return each.attributes().getOrDefault(KIND, "");
  }

  private static Place place(Settlement each) {
    return new Place(
        each.id(),
        each.district(),
        kind(each),
        each.population(),
        each.areaKm2(),
        each.location().lon(),
        each.location().lat());
  }

  /** To a ten-thousandth of a degree, 11 m, and a person. */
  private static double[] point(Settlement each) {
    return new double[] {
      Math.round(each.location().lon() * 1e4) / 1e4,
      Math.round(each.location().lat() * 1e4) / 1e4,
      Math.round(each.population())
    };
  }
}
