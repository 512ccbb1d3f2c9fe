package org.kiungo.geodata.format;

import java.util.List;

/**
 * What a user declares about a file instead of leaving it to detection; an empty text means
 * "detect".
 *
 * @param layer the one layer to read; names of several with the same columns, joined by {@link
 *     #JOIN}, to read them as one
 * @param crs code of the coordinate system, used where the file does not say
 * @param encoding character set of the text
 * @param lonColumn column of longitudes or eastings
 * @param latColumn column of latitudes or northings
 * @param wktColumn column of well-known text
 * @param separator between the cells of a text table, one character
 * @param decimalMark of numbers in a table's text: a point or a comma
 * @param headerRow of a text table: yes or no
 * @param swapAxes exchange the two coordinates of every place
 * @param shapesOnly take a shapefile without its attributes, which an import else refuses
 * @param repair mend shapes that are not valid, and tell each with its area before and after
 */
public record ReadOptions(
    String layer,
    String crs,
    String encoding,
    String lonColumn,
    String latColumn,
    String wktColumn,
    String separator,
    String decimalMark,
    String headerRow,
    boolean swapAxes,
    boolean shapesOnly,
    boolean repair) {

  /** Detects everything, reads every layer, changes nothing. */
  public static final ReadOptions DETECT =
      new ReadOptions("", "", "", "", "", "", "", "", "", false, false, false);

  public ReadOptions withLayer(String name) {
    return new ReadOptions(
        name,
        crs,
        encoding,
        lonColumn,
        latColumn,
        wktColumn,
        separator,
        decimalMark,
        headerRow,
        swapAxes,
        shapesOnly,
        repair);
  }

  public ReadOptions withCrs(String code) {
    return new ReadOptions(
        layer,
        code,
        encoding,
        lonColumn,
        latColumn,
        wktColumn,
        separator,
        decimalMark,
        headerRow,
        swapAxes,
        shapesOnly,
        repair);
  }

  /** The same with shapes mended or left alone. */
  public ReadOptions withRepair(boolean wanted) {
    return new ReadOptions(
        layer,
        crs,
        encoding,
        lonColumn,
        latColumn,
        wktColumn,
        separator,
        decimalMark,
        headerRow,
        swapAxes,
        shapesOnly,
        wanted);
  }

  /** The same with a shapefile's attributes dispensable or not. */
  public ReadOptions withShapesOnly(boolean enough) {
    return new ReadOptions(
        layer,
        crs,
        encoding,
        lonColumn,
        latColumn,
        wktColumn,
        separator,
        decimalMark,
        headerRow,
        swapAxes,
        enough,
        repair);
  }

  /** Between the names of layers that are read as one. */
  public static final String JOIN = " ∪ ";

  /** True when a layer of this name is wanted. */
  public boolean wants(String name) {
    return layer.isEmpty() || layer.equals(name) || isJoined() && joined().contains(name);
  }

  /** Whether layers with the same columns are to be read as one. */
  public boolean isJoined() {
    return layer.contains(JOIN);
  }

  /** Names of the layers that are read as one; the one named where they are not. */
  public List<String> joined() {
    return List.of(layer.split(JOIN));
  }

  /** What is declared of a table's decimal mark, else what was detected. */
  public boolean decimalComma(boolean detected) {
    return decimalMark.isEmpty() ? detected : decimalMark.equals(",");
  }
}
