package org.kiungo.geodata.reference.build.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.CoverageToday.Oddity;
import org.kiungo.geodata.reference.people.CoverageToday.Other;

/**
 * Reads the shares of people covered that countries report (SDG indicator 9.c.1, original data:
 * ITU), takes the newest of 4G, looks at the others and at another publisher for what contradicts
 * it.
 */
final class CoverageReports {

  /** ITU and GSMA differ by more in 15 of 51 countries. */
  private static final double UNSURE = 0.1;

  private static final double TINY = 0.01;
  private static final double FELL = 0.05;
  private static final double LEAPT = 0.25;
  private static final double HIGH = 0.95;
  private static final int REPEATED = 3;

  private record Report(int year, double ratio3g, double ratio4g) {}

  private CoverageReports() {}

  /**
   * @param table shares by country and year
   * @param contradictions shares of another publisher, where they differ by 15 points or more
   * @param countries whose shares are wanted, in the order of the result
   */
  static List<CoverageToday> read(Path table, Path contradictions, Collection<String> countries)
      throws IOException {
    Map<String, Other> others = new TreeMap<>();
    for (CSVRecord row : CsvTable.rows(Files.newInputStream(contradictions))) {
      others.put(row.get("iso3"), other(row));
    }
    Map<String, List<Report>> reports = new TreeMap<>();
    for (CSVRecord row : CsvTable.rows(Files.newInputStream(table))) {
      if (!row.get("cov_4g_pct").isEmpty()) {
        int year = Integer.parseInt(row.get("year"));
        reports
            .computeIfAbsent(row.get("iso3"), c -> new ArrayList<>())
            .add(new Report(year, ratio(row, "cov_3g_pct"), ratio(row, "cov_4g_pct")));
      }
    }
    List<CoverageToday> today = new ArrayList<>();
    for (String country : countries) {
      List<Report> own = reports.get(country);
      if (own == null) {
        throw new IOException(table + " holds no share of 4G of " + country);
      }
      own.sort((a, b) -> Integer.compare(a.year, b.year));
      today.add(newest(country, own, others.get(country)));
    }
    return today;
  }

  /** Its publication as the table names it, without remarks in brackets. */
  private static Other other(CSVRecord row) {
    return new Other(
        row.get("other_source").replaceAll("\\s*\\(.*?\\)", ""),
        Integer.parseInt(row.get("other_year")),
        ratio(row, "other_4g_pct"));
  }

  private static double ratio(CSVRecord row, String column) {
    String percent = row.get(column);
    return percent.isEmpty() ? Double.NaN : Math.rint(Double.parseDouble(percent) * 1e3) / 1e5;
  }

  private static CoverageToday newest(String country, List<Report> reports, Other beside) {
    Report last = reports.get(reports.size() - 1);
    double least = beside == null ? last.ratio4g : Math.min(last.ratio4g, beside.ratio());
    double most = beside == null ? last.ratio4g : Math.max(last.ratio4g, beside.ratio());
    double low = rounded(Math.max(0, Math.min(least, last.ratio4g - UNSURE)));
    double high = rounded(Math.min(1, Math.max(most, last.ratio4g + UNSURE)));
    Report other = contradiction(reports);
    return new CoverageToday(
        country,
        last.year,
        last.ratio4g,
        low,
        high,
        oddity(last, other),
        other == null ? 0 : other.year,
        other == null ? Double.NaN : other.ratio4g,
        beside);
  }

  private static double rounded(double ratio) {
    return Math.rint(ratio * 1e5) / 1e5;
  }

  /** The earlier report that speaks loudest against the newest, or null. */
  private static Report contradiction(List<Report> reports) {
    int newest = reports.size() - 1;
    Report last = reports.get(newest);
    Report highest = last;
    for (Report each : reports) {
      highest = each.ratio4g > highest.ratio4g ? each : highest;
    }
    if (highest.ratio4g > last.ratio4g + FELL) {
      return highest;
    }
    if (newest > 0) {
      Report before = reports.get(newest - 1);
      if (before.year == last.year - 1 && last.ratio4g > before.ratio4g + LEAPT) {
        return before;
      }
    }
    int same = newest;
    while (same > 0 && reports.get(same - 1).ratio4g == last.ratio4g) {
      same--;
    }
    boolean repeated = newest - same + 1 >= REPEATED && last.ratio4g < HIGH;
    return repeated ? reports.get(same) : null;
  }

  private static Oddity oddity(Report last, Report other) {
    if (last.ratio4g < TINY) {
      return last.ratio4g == 0 ? Oddity.ZERO : Oddity.TINY;
    }
    if (other == null) {
      return Oddity.NONE;
    }
    return other.ratio4g > last.ratio4g
        ? Oddity.FELL
        : other.ratio4g < last.ratio4g ? Oddity.LEAPT : Oddity.REPEATED;
  }
}
