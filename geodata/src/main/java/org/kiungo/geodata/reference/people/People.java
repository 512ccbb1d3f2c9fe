package org.kiungo.geodata.reference.people;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.facts.CsvTable;

/** Who lives where and who has 4G, in the built-in data. Safe for many threads. */
public final class People {

  private final Function<String, InputStream> files;
  private final Map<String, CoverageToday> coverage;
  private final List<CorrectedPlace> corrected;

  /**
   * @param files opens a file of the data by its name
   */
  public People(Function<String, InputStream> files) {
    this.files = files;
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

  /** Places whose claim the grid does not bear out, by country and GeoNames number. */
  public List<CorrectedPlace> corrected() {
    return corrected;
  }
}
