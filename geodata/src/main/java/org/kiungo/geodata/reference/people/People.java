package org.kiungo.geodata.reference.people;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.planner.model.value.LonLat;

/** Who lives where and who has 4G, in the built-in data. Safe for many threads. */
public final class People {

  /** Share of people covered from which a place has a network of its own. */
  private static final double LEAST_COVERED = 0.5;

  private final Function<String, InputStream> files;
  private final Map<String, CoverageToday> coverage;
  private final List<CorrectedPlace> corrected;
  private final Map<String, Set<String>> masts = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> mastsInside = new ConcurrentHashMap<>();
  private final Map<String, Integer> parts = new ConcurrentHashMap<>();
  private final Map<String, Integer> standing = new ConcurrentHashMap<>();
  private final BiPredicate<String, LonLat> land;

  /**
   * @param files opens a file of the data by its name
   * @param land whether a country, ISO 3166-1 alpha-3, has land at a position
   */
  public People(Function<String, InputStream> files, BiPredicate<String, LonLat> land) {
    this.files = files;
    this.land = land;
    coverage =
        CsvTable.rows(files.apply("coverage.csv")).stream()
            .map(CoverageToday::of)
            .collect(Collectors.toUnmodifiableMap(CoverageToday::country, c -> c));
    corrected =
        CsvTable.rows(files.apply("corrected_places.csv")).stream()
            .map(CorrectedPlace::of)
            .toList();
  }

  /**
   * Every place where people of a country live; together they are the nation. Read anew each time.
   *
   * @param iso3 one of the 54
   */
  public List<InhabitedPlace> places(String iso3) {
    return PeopleFile.read(iso3, files.apply(iso3 + ".people"));
  }

  /**
   * Coverage of a country by its own report.
   *
   * @param iso3 one of the 54
   */
  public CoverageToday coverage(String iso3) {
    return coverage.get(iso3);
  }

  /**
   * The same places with who of them has 4G today, modelled. Worked out anew each time.
   *
   * @param iso3 one of the 54
   */
  public List<PlaceCoverage> covered(String iso3) {
    return CoverageModel.of(places(iso3), coverage(iso3));
  }

  /**
   * Ids of the places of a country at which a mast stands as soon as they are covered; none of a
   * country that is none of the 54.
   */
  public Set<String> masts(String iso3) {
    return coverage.containsKey(iso3)
        ? masts.computeIfAbsent(iso3, country -> mastsOf(covered(country)))
        : Set.of();
  }

  /**
   * How many masts stand today by the model: those of places with at least half of their people
   * covered, the ones that plans reuse.
   *
   * @param iso3 one of the 54
   */
  public int standingMasts(String iso3) {
    return standing.computeIfAbsent(
        iso3,
        country ->
            (int)
                covered(country).stream()
                    .filter(each -> each.mast() && each.ratio() >= LEAST_COVERED)
                    .count());
  }

  /**
   * The same people in the modelled parts of their places, in the order of these; read and worked
   * out anew each time.
   *
   * @param iso3 one of the 54
   */
  public List<InhabitedPlace> inside(String iso3) {
    return places(iso3).stream()
        .flatMap(each -> InsideModel.parts(each, at -> land.test(iso3, at)).stream())
        .toList();
  }

  /**
   * How many parts there are, places that stay whole counted as one.
   *
   * @param iso3 one of the 54
   */
  public int countInside(String iso3) {
    return parts.computeIfAbsent(iso3, country -> inside(country).size());
  }

  /**
   * The parts with who of them has 4G today, by the masts that stand at parts. The country's share
   * is as exact as that of whole places; who is covered is not the same.
   *
   * @param iso3 one of the 54
   */
  public List<PlaceCoverage> coveredInside(String iso3) {
    return CoverageModel.of(inside(iso3), coverage(iso3));
  }

  /**
   * Ids of the parts at which a mast stands as soon as they are covered; none of a country that is
   * none of the 54.
   */
  public Set<String> mastsInside(String iso3) {
    return coverage.containsKey(iso3)
        ? mastsInside.computeIfAbsent(iso3, country -> mastsOf(coveredInside(country)))
        : Set.of();
  }

  private static Set<String> mastsOf(List<PlaceCoverage> covered) {
    return covered.stream()
        .filter(PlaceCoverage::mast)
        .map(each -> each.place().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Places whose claim the grid does not bear out, by country and GeoNames number. */
  public List<CorrectedPlace> corrected() {
    return corrected;
  }
}
