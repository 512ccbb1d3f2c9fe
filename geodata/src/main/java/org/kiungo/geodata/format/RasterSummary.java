package org.kiungo.geodata.format;

/**
 * What the cells of one band hold, counted window by window.
 *
 * @param sum of the positive, plausible cells in float64
 * @param positive cells above 0
 * @param missing cells marked as missing
 * @param negative cells below 0 that are not marked as missing
 * @param implausible cells that are infinite or beyond 1e30, left out of the sum
 */
public record RasterSummary(
    double sum, long positive, long missing, long negative, long implausible) {

  private static final double MOST_PLAUSIBLE = 1e30;

  /** Passes over a band once. */
  public static RasterSummary of(Raster raster, int band) {
    double sum = 0;
    long[] counts = new long[4];
    int step = raster.rowsAtOnce();
    for (int row = 0; row < raster.height(); row += step) {
      int rows = Math.min(step, raster.height() - row);
      for (double value : raster.read(band, 0, row, raster.width(), rows)) {
        if (Double.isNaN(value)) {
          counts[1]++;
        } else if (Math.abs(value) > MOST_PLAUSIBLE) {
          counts[3]++;
        } else if (value > 0) {
          sum += value;
          counts[0]++;
        } else if (value < 0) {
          counts[2]++;
        }
      }
    }
    return new RasterSummary(sum, counts[0], counts[1], counts[2], counts[3]);
  }
}
