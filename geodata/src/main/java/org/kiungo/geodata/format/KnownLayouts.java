package org.kiungo.geodata.format;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Column names of widespread tables that come without a header row. */
final class KnownLayouts {

  /** GeoNames dump, https://download.geonames.org/export/dump/readme.txt. */
  private static final List<String> GEONAMES =
      List.of(
          "geonameid",
          "name",
          "asciiname",
          "alternatenames",
          "latitude",
          "longitude",
          "feature class",
          "feature code",
          "country code",
          "cc2",
          "admin1 code",
          "admin2 code",
          "admin3 code",
          "admin4 code",
          "population",
          "elevation",
          "dem",
          "timezone",
          "modification date");

  /** OpenCelliD database, https://wiki.opencellid.org/wiki/Menu_map_view#database. */
  private static final List<String> OPENCELLID =
      List.of(
          "radio",
          "mcc",
          "net",
          "area",
          "cell",
          "unit",
          "lon",
          "lat",
          "range",
          "samples",
          "changeable",
          "created",
          "updated",
          "averageSignal");

  private KnownLayouts() {}

  /** The names for a sample's columns; empty when the layout is not a known one. */
  static List<String> columns(List<CSVRecord> sample) {
    if (sample.isEmpty()) {
      return List.of();
    }
    CSVRecord first = sample.get(0);
    if (first.size() == GEONAMES.size() && first.get(6).matches("[A-Z]")) {
      return GEONAMES;
    }
    boolean radio =
        first.size() == OPENCELLID.size() && first.get(0).matches("GSM|UMTS|LTE|NR|CDMA");
    return radio ? OPENCELLID : List.of();
  }
}
