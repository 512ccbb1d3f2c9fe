package org.kiungo.geodata.census;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A reform of a country's first-level areas, after which some are called as before and are not the
 * same.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param year of its law
 * @param gone names that only areas before it have
 * @param changed names of areas before and since, of another extent
 * @param created names that only areas since have
 * @param merged areas since it as built-in ones of before joined whole, but for communes that went
 *     another way: name to their codes; empty where they are not known to be
 * @param source that says so
 */
public record Reform(
    String iso3,
    int year,
    List<String> gone,
    List<String> changed,
    List<String> created,
    Map<String, List<String>> merged,
    String source) {

  private static final List<Reform> ALL = load();

  /** Which side of a reform names are of. */
  enum Side {
    BEFORE,
    SINCE,
    /** Areas of both sides are called so, or none. */
    UNSAID
  }

  /** Those of a country, the earliest first. */
  public static List<Reform> of(String iso3) {
    return ALL.stream().filter(each -> each.iso3().equals(iso3)).toList();
  }

  /** The side that names are of; those of one are none of the other. */
  Side side(Collection<String> names) {
    boolean before = names.stream().anyMatch(name -> isAmong(name, gone));
    boolean since = names.stream().anyMatch(name -> isAmong(name, created));
    return before == since ? Side.UNSAID : before ? Side.BEFORE : Side.SINCE;
  }

  /** Whether areas of both sides are called so. */
  boolean changes(String name) {
    return isAmong(name, changed);
  }

  private static boolean isAmong(String name, List<String> names) {
    DistrictName told = DistrictName.of(name);
    return names.stream().map(DistrictName::of).anyMatch(told::isSame);
  }

  private static List<Reform> load() {
    List<Reform> all = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in =
        new InputStreamReader(
            Reform.class.getResourceAsStream("reforms.csv"), StandardCharsets.UTF_8)) {
      format.parse(in).forEach(row -> all.add(of(row)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return List.copyOf(all);
  }

  private static Reform of(CSVRecord row) {
    Map<String, List<String>> merged = new LinkedHashMap<>();
    for (String each : list(row.get("merged"))) {
      String[] named = each.split("=", 2);
      merged.put(named[0], List.of(named[1].split("[+]")));
    }
    return new Reform(
        row.get("iso3"),
        Integer.parseInt(row.get("year")),
        list(row.get("gone")),
        list(row.get("changed")),
        list(row.get("created")),
        merged,
        row.get("source"));
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split("[|]")).filter(each -> !each.isBlank()).toList();
  }
}
