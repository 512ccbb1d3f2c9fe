package org.kiungo.geodata.format.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.locationtech.jts.geom.Geometry;

/** Turns the rows of a text table or a sheet into features, with a finding for each odd one. */
final class TableRows {

  private final SourceFile file;
  private final String layer;
  private final List<String> columns;
  private final CoordinateColumns coordinates;
  private final CellGeometry geometries;
  private final FeatureConsumer out;
  private long row;
  private boolean openedTold;
  private boolean endsEarly;
  private boolean another;

  TableRows(
      SourceFile file,
      String layer,
      List<String> columns,
      CoordinateColumns coordinates,
      CoordinateSystem crs,
      UtmZones zones,
      boolean decimalComma,
      boolean repair,
      FeatureConsumer out) {
    this.file = file;
    this.layer = layer;
    this.columns = columns;
    this.geometries = new CellGeometry(columns, coordinates, crs, zones, decimalComma, repair);
    this.coordinates = coordinates;
    this.out = out;
    if (geometries.areLines()) {
      tell(Severity.INFO, "linesStraight", 0, columns.get(coordinates.lon()), "", "");
    }
    if (coordinates.pair() == CoordinateColumns.Pair.GRID) {
      String datum = crs.isUtm() ? crs.name() : "WGS 84";
      tell(Severity.INFO, "gridRead", 0, columns.get(coordinates.wkt()), datum, "");
    }
    if (geometries.readsZones()) {
      String named = UtmZones.told(zones.zones());
      tell(Severity.INFO, "zonesRead", 0, columns.get(zones.column()), named, "");
    }
  }

  /** Takes rows that end before the last column as whole: a workbook writes no empty cells. */
  TableRows endsEarly() {
    endsEarly = true;
    return this;
  }

  /**
   * One record of cells.
   *
   * @param record its number in the file, comment lines and header counted
   */
  void emit(List<?> cells, long record) {
    emit(cells, record, false);
  }

  /**
   * One record of cells.
   *
   * @param other whether it is of another table on the same sheet, which is listed and not read
   */
  void emit(List<?> cells, long record, boolean other) {
    row++;
    if (other) {
      emitOther(cells, record);
      return;
    }
    String place = Long.toString(record);
    List<?> full = cells;
    if (cells.size() > columns.size()) {
      if (holdsText(cells.subList(columns.size(), cells.size()))) {
        String extra = String.valueOf(cells.get(columns.size()));
        tell(Severity.ERROR, "rowTooLong", record, "", extra, place);
      }
    } else if (cells.size() < columns.size()) {
      full = new ArrayList<Object>(cells);
      while (full.size() < columns.size()) {
        full.add(null);
      }
      if (!endsEarly) {
        tell(Severity.WARNING, "rowTooShort", record, columns.get(cells.size()), "", place);
      }
    }
    another |= isAnotherHead(full);
    if (another) {
      emitOther(full, record);
      return;
    }
    Map<String, Object> attributes = attributes(full, record);
    Geometry geometry = null;
    try {
      geometry = geometries.of(full);
      if (geometries.isStraightened()) {
        tell(Severity.INFO, "curveStraightened", record, "", "", place);
      }
      if (geometries.isClosed()) {
        tell(Severity.INFO, Wgs84Stage.RING_CLOSED, record, "", "", place);
      }
    } catch (RawGeometry.Unusable unusable) {
      String column = columns.get(geometries.columnAtFault(full, unusable.code));
      tell(Severity.ERROR, unusable.code, record, column, unusable.found, place);
    }
    out.feature(new Feature(row, record, "", geometry, attributes));
  }

  private void emitOther(List<?> cells, long record) {
    List<Object> full = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns.size())));
    while (full.size() < columns.size()) {
      full.add(null);
    }
    String first =
        full.stream().filter(cell -> !HeaderRow.isBlank(cell)).findFirst().orElse("").toString();
    tell(Severity.ERROR, "otherTable", record, "", first, Long.toString(record));
    out.feature(new Feature(row, record, "", null, attributes(full, record)));
  }

  /**
   * Whether names of coordinates stand where those of a place are due, and not this table's own.
   */
  private boolean isAnotherHead(List<?> cells) {
    boolean due =
        coordinates.lon() >= 0
            && isWord(cells.get(coordinates.lon()))
            && isWord(cells.get(coordinates.lat()));
    if (!due) {
      return false;
    }
    int names = 0;
    boolean own = true;
    for (int k = 0; k < Math.min(cells.size(), columns.size()); k++) {
      String cell = cells.get(k) == null ? "" : cells.get(k).toString().strip();
      names += CoordinateColumns.isName(CoordinateColumns.plain(cell)) ? 1 : 0;
      own &= columns.get(k).contains(cell);
    }
    return names > 1 && !own;
  }

  private static boolean isWord(Object cell) {
    return cell instanceof String text
        && !text.isBlank()
        && text.chars().noneMatch(Character::isDigit);
  }

  private Map<String, Object> attributes(List<?> cells, long record) {
    Map<String, Object> attributes = new LinkedHashMap<>(columns.size() * 2);
    for (int k = 0; k < columns.size(); k++) {
      Object cell = cells.get(k);
      if (cell instanceof String text) {
        int longest = geometries.isShape(k) ? CsvReader.LONGEST_SHAPE : CsvReader.LONGEST_CELL;
        if (text.length() > longest) {
          throw SourceFile.tooMuch(file.name(), columns.get(k), text.length(), longest);
        }
        if (text.indexOf('\0') >= 0) {
          tell(Severity.WARNING, "textHoldsNul", record, columns.get(k), "\\u0000", record + "");
          cell = text.replace('\0', '\uFFFD');
        }
        String opened = CellGuard.open(text);
        if (opened.length() < text.length()) {
          cell = opened;
          if (!openedTold) {
            openedTold = true;
            tell(Severity.INFO, "guardOpened", record, columns.get(k), text, record + "");
          }
        }
      }
      attributes.put(columns.get(k), cell);
    }
    return attributes;
  }

  private static boolean holdsText(List<?> cells) {
    for (Object cell : cells) {
      if (cell != null && !cell.toString().isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** What stands above the row of names is no data, but is not lost without a word either. */
  void tellSkipped(String words, long lastRow) {
    String rows = lastRow == 1 ? "1" : "1–" + lastRow;
    tell(Severity.INFO, "rowsAboveHeader", 0, "", words, rows);
  }

  /**
   * @param datum of which the table speaks and that is not the one taken; empty for none
   */
  void tellDatum(String datum) {
    if (!datum.isEmpty()) {
      tell(Severity.WARNING, "datumSaid", 0, "", datum, "");
    }
  }

  /** Several rows name the columns together. */
  void tellJoined(long firstRow, long lastRow) {
    tell(Severity.INFO, "headJoined", 0, "", firstRow + "–" + lastRow, "");
  }

  void tell(
      Severity severity, String code, long number, String column, String found, String place) {
    out.finding(
        Finding.of(severity, code, file, layer)
            .withRow(number)
            .withColumn(column)
            .withValue(found, "")
            .withPlace(place));
  }
}
