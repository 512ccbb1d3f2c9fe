package org.kiungo.geodata.openness.outage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.reference.facts.CsvTable;

/** The reports that were found: a row more in {@code outages.csv} is a report more. */
public final class PublishedOutages {

  private static final List<PublishedOutage> ALL =
      CsvTable.rows(PublishedOutages.class.getResourceAsStream("outages.csv")).stream()
          .map(PublishedOutages::outage)
          .toList();

  private PublishedOutages() {}

  /**
   * Reports of days on which nothing broke but what is cut here, in the order of the file.
   *
   * @param cables names of the cables cut
   */
  public static List<PublishedOutage> under(Collection<String> cables) {
    return ALL.stream().filter(each -> cables.containsAll(each.cables())).toList();
  }

  private static PublishedOutage outage(CSVRecord row) {
    return new PublishedOutage(
        LocalDate.parse(row.get("day")),
        CsvTable.list(row, "cables"),
        row.get("iso3"),
        PublishedOutage.Reported.valueOf(row.get("reported")),
        CsvTable.number(row, "hours"),
        CsvTable.number(row, "traffic_ratio"),
        CsvTable.evidence(row, "day"));
  }
}
