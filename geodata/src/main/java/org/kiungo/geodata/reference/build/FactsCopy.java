package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Copies the facts tables and says cell by cell what still rests on recollection: a column {@code
 * to_verify} names those columns, or {@code row} when the whole row does, so that screens can mark
 * them.
 *
 * <p>Left out: corporate tax rates (their repository states no data licence) and places that lie in
 * Western Sahara though a source lists them under Morocco. The wide country table is left out too,
 * since the long one holds the same values with their sources; its corrections of official
 * languages, none of them sourced, are carried over as rows to verify.
 */
final class FactsCopy {

  private static final String RECOLLECTION = "recollection";
  private static final String TO_VERIFY = "to_verify";
  private static final String COUNTRY_FACTS = "country_facts_long.csv";

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
      if (table.equals(COUNTRY_FACTS) && Files.exists(facts.resolve("country.csv"))) {
        rows.addAll(languageCorrections(facts.resolve("country.csv")));
      }
      rows.forEach(row -> row.put(TO_VERIFY, toVerify(row)));
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
    return tax || westernSahara;
  }

  private static List<Map<String, String>> languageCorrections(Path country) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> from : read(country)) {
      if (!from.get("languages_recollection").isBlank()) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("iso3", from.get("iso3"));
        row.put("field", "official_languages_correction");
        row.put("value", from.get("languages_recollection"));
        row.put("unit", "BCP47 list");
        row.put("year", "");
        row.put("source_name", "recollection, verify");
        row.put("source_url", "");
        row.put("licence", "");
        row.put("confidence", "low");
        rows.add(row);
      }
    }
    return rows;
  }

  private static String toVerify(Map<String, String> row) {
    if (row.getOrDefault("source_name", "").startsWith(RECOLLECTION)) {
      return "row";
    }
    TreeSet<String> columns = new TreeSet<>();
    BASIS.forEach(
        (column, described) -> {
          if (row.getOrDefault(column, "").contains(RECOLLECTION)) {
            described.stream()
                .filter(c -> !row.getOrDefault(c, "").isEmpty())
                .forEach(columns::add);
          }
        });
    return String.join(";", columns);
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
