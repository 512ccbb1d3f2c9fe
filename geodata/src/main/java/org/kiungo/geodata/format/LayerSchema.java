package org.kiungo.geodata.format;

import java.util.List;
import org.kiungo.geodata.crs.CoordinateSystem;

/**
 * What a reader knows of a layer before its rows.
 *
 * @param name the layer's own name, or the file's
 * @param crs its coordinate system, null when the file does not say
 * @param encoding character set of its text, empty where the format fixes it
 * @param decimalComma whether numbers in its text are written with a decimal comma
 * @param columns column names known in advance; empty when only the rows tell
 * @param coordinatesInColumns whether places stand in columns, as in a text table
 * @param hidden whether the file hides it from its readers, as a hidden sheet
 */
public record LayerSchema(
    String name,
    CoordinateSystem crs,
    String encoding,
    boolean decimalComma,
    List<String> columns,
    boolean coordinatesInColumns,
    boolean hidden) {

  public LayerSchema(
      String name,
      CoordinateSystem crs,
      String encoding,
      boolean decimalComma,
      List<String> columns,
      boolean coordinatesInColumns) {
    this(name, crs, encoding, decimalComma, columns, coordinatesInColumns, false);
  }

  /** A layer of which only name, coordinate system and character set are known. */
  public LayerSchema(String name, CoordinateSystem crs, String encoding) {
    this(name, crs, encoding, false, List.of(), false);
  }

  public LayerSchema(
      String name,
      CoordinateSystem crs,
      String encoding,
      boolean decimalComma,
      List<String> columns) {
    this(name, crs, encoding, decimalComma, columns, false);
  }

  public LayerSchema {
    columns = List.copyOf(columns);
  }
}
