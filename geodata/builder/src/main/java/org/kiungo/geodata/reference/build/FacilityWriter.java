package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.reference.facility.BuiltInFacilities;
import org.kiungo.geodata.reference.facility.FacilityFile;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.planner.model.value.LonLat;

/** Writes where health sites and schools stand, a file for each country and kind. */
final class FacilityWriter {

  private static final String HEALTH = "health_sites_who_ssa_2019.csv";
  private static final String SCHOOLS = "schools_KEN_2016.csv";

  private FacilityWriter() {}

  static void write(Path layers, Path folder) throws IOException {
    Map<String, List<LonLat>> files = new TreeMap<>();
    for (CSVRecord row : CsvTable.rows(Files.newInputStream(layers.resolve(HEALTH)))) {
      String kind = row.get("type").equals("Hospital") ? "hospital" : "clinic";
      add(files, BuiltInFacilities.name(row.get("iso3"), kind), row);
    }
    for (CSVRecord row : CsvTable.rows(Files.newInputStream(layers.resolve(SCHOOLS)))) {
      String kind = row.get("level").equals("Secondary") ? "secondary-school" : "school";
      add(files, BuiltInFacilities.name("KEN", kind), row);
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, List<LonLat>> each : files.entrySet()) {
      Files.write(folder.resolve(each.getKey()), FacilityFile.write(each.getValue()));
    }
  }

  private static void add(Map<String, List<LonLat>> files, String name, CSVRecord row) {
    double lon = Double.parseDouble(row.get("lon"));
    double lat = Double.parseDouble(row.get("lat"));
    files.computeIfAbsent(name, k -> new ArrayList<>()).add(new LonLat(lon, lat));
  }
}
