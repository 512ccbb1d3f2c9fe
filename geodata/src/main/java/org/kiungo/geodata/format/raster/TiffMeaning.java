package org.kiungo.geodata.format.raster;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Raster;

/**
 * What the tags of GeoTIFF and GDAL say of the cells.
 *
 * @param cellToMap as in {@link Raster#cellToMap}, by ModelTransformation, or ModelPixelScale and
 *     ModelTiepoint; null when the file holds neither
 * @param system code of the coordinate system its keys name, such as EPSG:6933; empty when they
 *     name none
 * @param noData value of missing cells; NaN when none is stated
 * @param scale a cell's value is stored · scale + offset
 * @param offset see scale
 * @param isColoured whether cells are colours: red, green and blue, places in a table, or YCbCr
 * @see <a href="https://docs.ogc.org/is/19-008r4/19-008r4.html">OGC GeoTIFF 1.1</a>
 * @see <a href="https://gdal.org/drivers/raster/gtiff.html">GDAL's tags 42112 and 42113</a>
 */
record TiffMeaning(
    double[] cellToMap,
    String system,
    double noData,
    double scale,
    double offset,
    boolean isColoured) {

  private static final int MODEL_PIXEL_SCALE = 33550;
  private static final int MODEL_TIEPOINT = 33922;
  private static final int MODEL_TRANSFORMATION = 34264;
  private static final int GEO_KEYS = 34735;
  private static final int GDAL_METADATA = 42112;
  private static final int GDAL_NODATA = 42113;
  private static final int KEY_RASTER_TYPE = 1025;
  private static final int KEY_GEOGRAPHIC = 2048;
  private static final int KEY_PROJECTED = 3072;
  private static final int PHOTOMETRIC = 262;

  /** RGB, palette and YCbCr of TIFF 6.0. */
  private static final Set<Long> COLOURS = Set.of(2L, 3L, 6L);

  private static final int USER_DEFINED = 32_767;

  static TiffMeaning of(TiffDirectory tags) throws IOException {
    String metadata = tags.text(GDAL_METADATA);
    return new TiffMeaning(
        placement(tags),
        system(tags),
        noData(tags.text(GDAL_NODATA)),
        item(metadata, "scale", 1),
        item(metadata, "offset", 0),
        COLOURS.contains(tags.number(PHOTOMETRIC, 1)));
  }

  boolean isScaled() {
    return scale != 1 || offset != 0;
  }

  private static double[] placement(TiffDirectory tags) throws IOException {
    double[] whole = tags.doubles(MODEL_TRANSFORMATION, 16);
    double[] scale = tags.doubles(MODEL_PIXEL_SCALE, 2);
    double[] tie = tags.doubles(MODEL_TIEPOINT, 6);
    double[] a = null;
    if (whole != null) {
      a = new double[] {whole[3], whole[0], whole[1], whole[7], whole[4], whole[5]};
    } else if (scale != null && tie != null && scale[0] > 0 && scale[1] > 0) {
      double west = tie[3] - tie[0] * scale[0];
      double north = tie[4] + tie[1] * scale[1];
      a = new double[] {west, scale[0], 0, north, 0, -scale[1]};
    }
    // coordinates may name the centre of a cell (RasterPixelIsPoint), not its corner
    if (a != null && key(tags, KEY_RASTER_TYPE) == 2) {
      a[0] -= (a[1] + a[2]) / 2;
      a[3] -= (a[4] + a[5]) / 2;
    }
    return a;
  }

  private static String system(TiffDirectory tags) throws IOException {
    for (int key : new int[] {KEY_PROJECTED, KEY_GEOGRAPHIC}) {
      long code = key(tags, key);
      if (code > 0 && code < USER_DEFINED) {
        return "EPSG:" + code;
      }
    }
    return "";
  }

  /** A short GeoKey; −1 when it is not there. */
  private static long key(TiffDirectory tags, int wanted) throws IOException {
    for (long k = 4; k + 3 < tags.count(GEO_KEYS); k += 4) {
      if (tags.number(GEO_KEYS, k, -1) == wanted) {
        return tags.number(GEO_KEYS, k + 3, -1);
      }
    }
    return -1;
  }

  private static double noData(String text) {
    try {
      return text.isEmpty() || text.equalsIgnoreCase("nan")
          ? Double.NaN
          : Double.parseDouble(text.replaceFirst("(?i)^([-+]?)inf(inity)?$", "$1Infinity"));
    } catch (NumberFormatException notNumber) {
      return Double.NaN;
    }
  }

  /** A number that GDAL's metadata give of the first band. */
  private static double item(String metadata, String role, double absent) {
    Matcher item =
        Pattern.compile("<Item [^>]*role=\"" + role + "\"[^>]*>([^<]{1,40})</Item>")
            .matcher(metadata);
    try {
      return item.find() ? Double.parseDouble(item.group(1).strip()) : absent;
    } catch (NumberFormatException notNumber) {
      return absent;
    }
  }
}
