package org.kiungo.geodata.format;

/**
 * What a user declares about a file instead of leaving it to detection; an empty text means
 * "detect".
 *
 * @param layer the one layer to read
 * @param crs code of the coordinate system, used where the file does not say
 * @param encoding character set of the text
 * @param lonColumn column of longitudes or eastings
 * @param latColumn column of latitudes or northings
 * @param wktColumn column of well-known text
 */
public record ReadOptions(
    String layer,
    String crs,
    String encoding,
    String lonColumn,
    String latColumn,
    String wktColumn) {

  /** Detects everything, reads every layer. */
  public static final ReadOptions DETECT = new ReadOptions("", "", "", "", "", "");

  public ReadOptions withLayer(String name) {
    return new ReadOptions(name, crs, encoding, lonColumn, latColumn, wktColumn);
  }

  public ReadOptions withCrs(String code) {
    return new ReadOptions(layer, code, encoding, lonColumn, latColumn, wktColumn);
  }

  /** True when a layer of this name is wanted. */
  boolean wants(String name) {
    return layer.isEmpty() || layer.equals(name);
  }
}
