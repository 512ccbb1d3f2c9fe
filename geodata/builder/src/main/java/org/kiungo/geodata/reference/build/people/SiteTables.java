package org.kiungo.geodata.reference.build.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.format.table.NameText;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.planner.model.value.LonLat;

/** Reads named places and health sites (Maina et al. 2019, CC BY 4.0) by country. */
final class SiteTables {

  private SiteTables() {}

  static Map<String, List<NamedSite>> read(Path places, Path healthSites) throws IOException {
    Map<String, List<NamedSite>> sites = new TreeMap<>();
    for (CSVRecord row : CsvTable.rows(Files.newInputStream(places))) {
      double people = row.get("population").isEmpty() ? 0 : number(row, "population");
      long id = Long.parseLong(row.get("geonames_id"));
      add(
          sites,
          row,
          NamedSite.geonames(
              id, row.get("name"), location(row), people, row.get("feature").equals("PPLC")));
    }
    for (CSVRecord row : CsvTable.rows(Files.newInputStream(healthSites))) {
      int tier = row.get("tier").isEmpty() ? 0 : Integer.parseInt(row.get("tier"));
      String name = row.get("name");
      if (NameText.of(NamedSite.placeName(name)).isEmpty()) {
        name = nearest(sites.get(row.get("iso3")), location(row)).name();
      }
      add(sites, row, NamedSite.health(name, location(row), tier));
    }
    return sites;
  }

  /** A site that only says that it has no name is called after the place beside it. */
  private static NamedSite nearest(List<NamedSite> places, LonLat location) {
    return places.stream()
        .filter(each -> each.geonamesId() > 0)
        .min(Comparator.comparingDouble(each -> each.location().distanceKm(location)))
        .orElseThrow();
  }

  private static void add(Map<String, List<NamedSite>> sites, CSVRecord row, NamedSite site) {
    sites.computeIfAbsent(row.get("iso3"), c -> new ArrayList<>()).add(site);
  }

  private static LonLat location(CSVRecord row) {
    return new LonLat(number(row, "lon"), number(row, "lat"));
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
