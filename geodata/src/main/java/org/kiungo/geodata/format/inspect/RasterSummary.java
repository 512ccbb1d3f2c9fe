package org.kiungo.geodata.format.inspect;

import org.kiungo.geodata.format.Raster;

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
    Tally tally = new Tally();
    int step = raster.rowsAtOnce();
    for (int row = 0; row < raster.height(); row += step) {
      int rows = Math.min(step, raster.height() - row);
      tally.add(raster.read(band, 0, row, raster.width(), rows));
    }
    return new RasterSummary(
        tally.sum, tally.positive, tally.missing, tally.negative, tally.implausible);
  }

  /** Counts window by window; a method of its own, so that it is compiled on its own. */
  private static final class Tally {
    private double sum;
    private long positive;
    private long missing;
    private long negative;
    private long implausible;

    /** Empty cells, which most are, pass three comparisons that a processor foresees. */
    void add(double[] values) {
      double total = sum;
      for (double value : values) {
        if (value > 0) {
          if (value <= MOST_PLAUSIBLE) {
            total += value;
            positive++;
          } else {
            implausible++;
          }
        } else if (value < 0) {
          negative += value >= -MOST_PLAUSIBLE ? 1 : 0;
          implausible += value < -MOST_PLAUSIBLE ? 1 : 0;
        } else if (Double.isNaN(value)) {
          missing++;
        }
      }
      sum = total;
    }
  }
}
