package org.kiungo.geodata.reference.build;

/**
 * Rain rate exceeded in 0.01 % of an average year from the climate of its months: rain falls on a
 * share of a month that follows from how much falls and how warm it is, at rates that are
 * log-normal.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-P.837-7-201706-I/en">Recommendation ITU-R P.837-7,
 *     annex 1</a>
 */
final class RainRate {

  private static final double EXCEEDED_PERCENT = 0.01;
  private static final double[] MONTH_DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final double YEAR_DAYS = 365.25;

  private RainRate() {}

  /**
   * @param monthMm rain of each month, January first, mm
   * @param monthCelsius mean temperature of each month at the surface
   * @return mm/h, ±10⁻⁶; 0 where it rains less than 0.01 % of the year
   */
  static double mmPerHour(double[] monthMm, double[] monthCelsius) {
    double[] typicalMmPerHour = new double[MONTH_DAYS.length];
    double[] rainyPercent = new double[MONTH_DAYS.length];
    double yearPercent = 0;
    for (int m = 0; m < MONTH_DAYS.length; m++) {
      double hours = 24 * MONTH_DAYS[m];
      typicalMmPerHour[m] = 0.5874 * Math.exp(0.0883 * Math.max(0, monthCelsius[m]));
      rainyPercent[m] = 100 * monthMm[m] / (hours * typicalMmPerHour[m]);
      if (rainyPercent[m] > 70) {
        rainyPercent[m] = 70;
        typicalMmPerHour[m] = 100 / 70.0 * monthMm[m] / hours;
      }
      yearPercent += MONTH_DAYS[m] * rainyPercent[m] / YEAR_DAYS;
    }
    if (yearPercent < EXCEEDED_PERCENT) {
      return 0;
    }
    double low = 1e-6;
    double high = 1000;
    while (high - low > 1e-6) {
      double middle = (low + high) / 2;
      double percent = 0;
      for (int m = 0; m < MONTH_DAYS.length; m++) {
        double deviations = (Math.log(middle / typicalMmPerHour[m]) + 0.7938) / 1.26;
        percent += MONTH_DAYS[m] * rainyPercent[m] * upperTail(deviations) / YEAR_DAYS;
      }
      if (percent > EXCEEDED_PERCENT) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Share of a standard normal above x.
   *
   * @see <a href="https://doi.org/10.18637/jss.v011.i04">Marsaglia 2004, the series</a>
   */
  private static double upperTail(double x) {
    if (Math.abs(x) > 8) {
      return x > 0 ? 0 : 1;
    }
    double term = x;
    double sum = x;
    for (int k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return 0.5 - sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
