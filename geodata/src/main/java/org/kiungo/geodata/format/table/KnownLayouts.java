package org.kiungo.geodata.format.table;

import java.util.Collection;
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

  /**
   * Cell sites as the connectivity planning tools of ITU and Giga exchange them, 28 columns; {@code
   * backhaul_throuput_mbps} is their spelling.
   *
   * @see <a href="https://github.com/FNS-Division/inframapkit">inframapkit</a>
   */
  private static final List<String> ITU_CELL_SITES =
      List.of(
          "ict_id",
          "source_ict_id",
          "source_cell_id",
          "dataset_id",
          "country_code",
          "lat",
          "lon",
          "admin1",
          "admin2",
          "admin3",
          "operator_name",
          "radio_type",
          "downlink_frequency_mhz",
          "uplink_frequency_mhz",
          "max_channel_bandwidth_mhz",
          "eirp_dbm",
          "tower_height",
          "antenna_height",
          "mechanical_tilt_degrees",
          "electrical_tilt_degrees",
          "azimuth_degrees",
          "antenna_model",
          "antenna_gain",
          "antenna_horizontal_beamwidth_degrees",
          "antenna_vertical_beamwidth_degrees",
          "backhaul_type",
          "backhaul_throuput_mbps",
          "power_source");

  private KnownLayouts() {}

  /** The layout's name when these are its columns, in any order; empty for others. */
  static String name(Collection<String> columns) {
    if (columns.containsAll(ITU_CELL_SITES)) {
      return "ITU cell sites (28)";
    }
    if (columns.containsAll(OPENCELLID.subList(0, 8))) {
      return "OpenCelliD";
    }
    return columns.containsAll(GEONAMES) ? "GeoNames" : "";
  }

  /** The names for a sample's columns; empty when the layout is not a known one. */
  static List<String> columns(List<CSVRecord> sample) {
    if (sample.isEmpty()) {
      return List.of();
    }
    CSVRecord first = sample.get(0);
    if (first.size() == GEONAMES.size() && first.get(6).matches("[A-Z]")) {
      return GEONAMES;
    }
    boolean cellSites =
        first.size() == ITU_CELL_SITES.size()
            && first.get(0).matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    if (cellSites) {
      return ITU_CELL_SITES;
    }
    boolean radio =
        first.size() == OPENCELLID.size() && first.get(0).matches("GSM|UMTS|LTE|NR|CDMA");
    return radio ? OPENCELLID : List.of();
  }
}
