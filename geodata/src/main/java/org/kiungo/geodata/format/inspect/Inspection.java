package org.kiungo.geodata.format.inspect;

import java.util.List;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding;

/**
 * What is in a file; its components are the fields of {@code kiungo inspect --json}.
 *
 * @param format the format recognised
 * @param layers vector layers, in file order
 * @param raster cells, null for vector files
 * @param problems what to know before using it
 */
public record Inspection(String format, List<Layer> layers, Cells raster, List<Problem> problems) {

  public Inspection {
    layers = List.copyOf(layers);
    problems = List.copyOf(problems);
  }

  /**
   * A vector layer.
   *
   * @param name its name
   * @param geometryType Point, LineString, Polygon, their Multi forms, GeometryCollection, Mixed or
   *     None
   * @param features rows, those with problems too
   * @param crs code or name of the coordinate system, null when not stated
   * @param bbox {west, south, east, north} in that system, null without any geometry
   * @param fields columns
   * @param encoding character set of the text
   * @param hidden whether the file hides it from its readers, as a hidden sheet
   */
  public record Layer(
      String name,
      String geometryType,
      long features,
      String crs,
      double[] bbox,
      List<Field> fields,
      String encoding,
      boolean hidden) {}

  /**
   * A raster.
   *
   * @param width columns
   * @param height rows
   * @param bands bands
   * @param crs code or name of the coordinate system, null when not stated
   * @param nodata value of missing cells, null when not stated
   * @param sum of the first band's positive cells, float64
   * @param bbox outer bounds {west, south, east, north} in that system
   */
  public record Cells(
      int width, int height, int bands, String crs, Double nodata, double sum, double[] bbox) {}

  /**
   * A finding in words.
   *
   * @param severity ERROR, WARNING or INFO
   * @param code key of the message bundles
   * @param place layer, row and coordinates, as far as known
   * @param value what stands there
   * @param message sentence in the user's language
   * @param remedy what to do, in the user's language
   */
  public record Problem(
      Finding.Severity severity,
      String code,
      String place,
      String value,
      String message,
      String remedy) {}

  /** Words findings in a user's language; the message bundles live where the screens are. */
  public interface Wording {

    /** Gives codes only, for tests and machines. */
    Wording CODES = (finding, remedy) -> "";

    /** The sentence of a finding, or with {@code remedy} what to do about it. */
    String say(Finding finding, boolean remedy);
  }
}
