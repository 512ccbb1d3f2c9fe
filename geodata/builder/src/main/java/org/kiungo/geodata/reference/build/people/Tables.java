package org.kiungo.geodata.reference.build.people;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.kiungo.geodata.reference.people.CorrectedPlace;
import org.kiungo.geodata.reference.people.CoverageToday;

/** Writes the small tables beside the files of people. */
final class Tables {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private Tables() {}

  static void write(List<CorrectedPlace> places, Path out) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      csv.printRecord("iso3", "geonames_id", "name", "claimed", "within_10_km", "given");
      for (CorrectedPlace p : places) {
        csv.printRecord(p.country(), p.geonamesId(), p.name(), p.claimed(), p.around(), p.given());
      }
    }
    Files.writeString(out, text.toString());
  }

  static void writeCoverage(List<CoverageToday> reports, Path out) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      csv.printRecord(
          "iso3",
          "year",
          "ratio",
          "low_ratio",
          "high_ratio",
          "oddity",
          "odd_year",
          "odd_ratio",
          "other_source",
          "other_year",
          "other_ratio");
      for (CoverageToday r : reports) {
        csv.printRecord(
            r.country(),
            r.year(),
            r.ratio(),
            r.lowRatio(),
            r.highRatio(),
            r.oddity(),
            r.oddYear() == 0 ? "" : r.oddYear(),
            Double.isNaN(r.oddRatio()) ? "" : r.oddRatio(),
            r.other() == null ? "" : r.other().source(),
            r.other() == null ? "" : r.other().year(),
            r.other() == null ? "" : r.other().ratio());
      }
    }
    Files.writeString(out, text.toString());
  }
}
