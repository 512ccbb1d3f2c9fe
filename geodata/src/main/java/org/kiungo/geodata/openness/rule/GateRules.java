package org.kiungo.geodata.openness.rule;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.reference.facts.CsvTable;

/** The rules that were found; a country without any is one for which no source was read. */
public final class GateRules {

  private static final List<GateRule> ALL =
      CsvTable.rows(GateRules.class.getResourceAsStream("gate-rules.csv")).stream()
          .map(GateRules::rule)
          .toList();

  private GateRules() {}

  /** Those of a country, in the order of the file. */
  public static List<GateRule> of(String iso3) {
    return ALL.stream().filter(each -> each.iso3().equals(iso3)).toList();
  }

  private static GateRule rule(CSVRecord row) {
    return new GateRule(
        row.get("iso3"),
        GateRule.About.valueOf(row.get("about")),
        GateRule.State.valueOf(row.get("state")),
        row.get("year"),
        row.get("source_name"),
        row.get("source_url"),
        CsvTable.evidence(row, "year").confidence());
  }
}
