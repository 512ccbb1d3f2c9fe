package org.kiungo.planner.validation;

/**
 * ITU's costs of connecting points of interest over ten years, as its Ibiza test has them. Bounds
 * vary every price by a tenth and keep the central periods of refresh and planning.
 *
 * @param initCapexUsd first purchase
 * @param capexUsd with refreshed hardware
 * @param opexUsdPerYear maintenance, licences and traffic
 */
record ItuCosts(double initCapexUsd, double capexUsd, double opexUsdPerYear) {

  private static final int YEARS = 10;
  private static final double ROUTE_FACTOR = 1.1;

  double costOfOwnershipUsd() {
    return capexUsd + YEARS * opexUsdPerYear;
  }

  /**
   * @param technology fiber, p2mp, p2p or satellite
   * @param points points of interest it connects
   * @param fibreKm length of all stretches
   * @param vary factor of every input: 1, 0.9 or 1.1
   */
  static ItuCosts of(String technology, int points, double fibreKm, double vary) {
    return switch (technology) {
      case "fiber" -> fibre(points, fibreKm, vary);
      case "p2mp" -> plain(points, 80 * vary, 3, 0.1 * vary);
      case "p2p" -> pointToPoint(points, vary);
      case "satellite" -> plain(points, 3000 * vary, 5, 0.04 * vary);
      default -> throw new IllegalArgumentException("technology is " + technology);
    };
  }

  private static ItuCosts fibre(int points, double km, double vary) {
    double hardwareUsd = points * 500 * vary;
    double initUsd = hardwareUsd + ROUTE_FACTOR * km * 8000 * vary;
    double trafficUsd = points * 12 * vary * 15 * vary;
    return new ItuCosts(
        initUsd, initUsd + hardwareUsd * (YEARS / 3), 0.1 * vary * initUsd + trafficUsd);
  }

  private static ItuCosts pointToPoint(int points, double vary) {
    double hardwareUsd = points * (500 + 831.59) * vary;
    double licenceUsd = points * 10 * vary * 500 * vary;
    double initUsd = hardwareUsd + licenceUsd;
    double yearlyUsd = points * (10 * vary * 100 * vary + 12 * vary * 20 * vary);
    return new ItuCosts(
        initUsd, initUsd + hardwareUsd * (YEARS / 5), 0.004 * vary * hardwareUsd + yearlyUsd);
  }

  private static ItuCosts plain(
      int points, double hardwareUsd, int refreshYears, double maintenanceRatio) {
    double initUsd = points * hardwareUsd;
    return new ItuCosts(
        initUsd, initUsd + initUsd * (YEARS / refreshYears), maintenanceRatio * initUsd);
  }
}
