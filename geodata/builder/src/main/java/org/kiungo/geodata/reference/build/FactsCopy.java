package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Copies the facts tables without what no source backs. A row of which nothing else is known is
 * left out; in other rows the cells that no source backs are left blank, and with them the words
 * that say so. A landing keeps the cables that a source names, also where no source tells its
 * position: that one is kept as a rough one and called so.
 *
 * <p>Left out too: corporate tax rates (their repository states no data licence) and places that
 * lie in Western Sahara though a source lists them under Morocco; and shares of people covered by
 * 3G and 4G, older than those of {@code people/coverage.csv}: a thing has one figure; and rules
 * under an act that never came into force. A rule without a date holds from the year that its law
 * is called after. The wide country table is not copied, since the long one holds the same values
 * with their sources. Masts and women online are written by hand and stay as they are.
 */
final class FactsCopy {

  private static final String RECOLLECTION = "recollection";
  private static final String COUNTRY_FACTS = "country_facts_long.csv";
  private static final String CABLES = "cables";
  private static final String UNBACKED_CABLE = "*";
  private static final String SOURCE = "source_name";
  private static final String DATA_CLASS = "data_class";
  private static final String AS_OF = "as_of";
  private static final List<String> OLDER_COVERAGE = List.of("cov_3g_pct", "cov_4g_pct");
  private static final String POSITION = "coord_basis";

  /** Botswana's first data protection act: replaced in 2024 before it ever held. */
  private static final String NEVER_IN_FORCE = "Act 32 of 2018";

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

  /** Basis of a position that no source tells. */
  private static final String ROUGH = "rough, no source";

  /** Columns that hold several statements, each with a semicolon behind it. */
  private static final List<String> STATEMENTS = List.of(SOURCE, "note");

  private static final List<String> TABLES =
      List.of(
          COUNTRY_FACTS,
          "data_law.csv",
          "data_localisation.csv",
          "exchange_points.csv",
          "funding_partners.csv",
          "landing_cities.csv",
          "rec_membership.csv",
          "regulators.csv",
          "research_networks.csv",
          "services.csv",
          "telecom_economics.csv");

  /** Column that states the basis of other columns, to those columns. */
  private static final Map<String, List<String>> BASIS = basis();

  private FactsCopy() {}

  private static Map<String, List<String>> basis() {
    Map<String, List<String>> basis = new LinkedHashMap<>();
    basis.put(POSITION, List.of("lon", "lat"));
    basis.put("acronym_basis", List.of("acronym"));
    basis.put("law_basis", List.of("law_name", "law_year"));
    basis.put("law_note", List.of("law_name"));
    basis.put("malabo_date_basis", List.of("malabo_date"));
    basis.put("usf_basis", List.of("usf_exists", "usf_name"));
    basis.put("valid_from_basis", List.of("valid_from"));
    basis.put("website_basis", List.of("website"));
    basis.put("year_source", List.of("year_started"));
    return basis;
  }

  static void copy(Path facts, Path out) throws IOException {
    for (String table : TABLES) {
      List<Map<String, String>> rows = read(facts.resolve(table));
      rows.removeIf(FactsCopy::leftOut);
      rows.forEach(FactsCopy::blank);
      rows.removeIf(FactsCopy::empty);
      write(rows, out.resolve(table));
    }
  }

  private static List<Map<String, String>> read(Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Map<String, String>> rows = new ArrayList<>();
    try (var records = format.parse(Files.newBufferedReader(table))) {
      for (CSVRecord record : records) {
        Map<String, String> row = new LinkedHashMap<>();
        records.getHeaderNames().forEach(name -> row.put(name, record.get(name)));
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean leftOut(Map<String, String> row) {
    boolean tax = "corporate_tax".equals(row.get("indicator"));
    boolean westernSahara =
        "MAR".equals(row.get("iso3"))
            && row.containsKey("lat")
            && Double.parseDouble(row.get("lat")) < Territories.WESTERN_SAHARA_NORTH_LAT
            && Double.parseDouble(row.get("lon")) < Territories.WESTERN_SAHARA_EAST_LON;
    boolean olderCoverage = OLDER_COVERAGE.contains(row.getOrDefault("field", ""));
    boolean neverHeld = row.containsKey(DATA_CLASS) && row.get(SOURCE).contains(NEVER_IN_FORCE);
    return tax || westernSahara || olderCoverage || neverHeld;
  }

  /** Blanks what rests on recollection, and what says so. */
  private static void blank(Map<String, String> row) {
    if (row.containsKey(CABLES)) {
      row.computeIfPresent(POSITION, (name, basis) -> basis.contains(RECOLLECTION) ? ROUGH : basis);
    }
    BASIS.forEach(
        (column, described) -> {
          if (row.getOrDefault(column, "").contains(RECOLLECTION)) {
            row.put(column, "");
            described.stream().filter(row::containsKey).forEach(each -> row.put(each, ""));
          }
        });
    if (row.containsKey(DATA_CLASS) && row.getOrDefault(AS_OF, "-").isBlank()) {
      YEAR.matcher(row.get(SOURCE)).results().findFirst().ifPresent(y -> row.put(AS_OF, y.group()));
    }
    for (String column : STATEMENTS) {
      row.computeIfPresent(column, (name, text) -> backed(text, RECOLLECTION));
    }
    if (row.getOrDefault(CABLES, "").contains(UNBACKED_CABLE)) {
      row.put(CABLES, backed(row.get(CABLES), UNBACKED_CABLE));
      // the first year may be that of a cable which no source names
      row.computeIfPresent("first_year", (name, year) -> "");
    }
  }

  /** The statements of a cell but for those that hold a mark. */
  private static String backed(String statements, String mark) {
    if (!statements.contains(mark)) {
      return statements;
    }
    return Stream.of(statements.split(";"))
        .map(String::strip)
        .filter(each -> !each.contains(mark))
        .collect(Collectors.joining("; "));
  }

  /** True when nothing is left that a source backs: no source, no place, or no cable. */
  private static boolean empty(Map<String, String> row) {
    return Stream.of(SOURCE, POSITION, CABLES)
        .anyMatch(column -> row.containsKey(column) && row.get(column).isBlank());
  }

  private static void write(List<Map<String, String>> rows, Path table) throws IOException {
    StringWriter text = new StringWriter();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      csv.printRecord(rows.get(0).keySet());
      for (Map<String, String> row : rows) {
        csv.printRecord(row.values());
      }
    }
    Files.writeString(table, text.toString());
  }
}
