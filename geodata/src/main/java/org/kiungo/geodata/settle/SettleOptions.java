package org.kiungo.geodata.settle;

import org.kiungo.planner.model.value.InputRefused;

/**
 * How a raster becomes settlements.
 *
 * @param densityPerKm2 least density of a cell of a settlement, people per km²; 300 in the Degree
 *     of Urbanisation
 * @param minPopulation least people of a cluster that stands as a settlement of its own; 500 there
 * @param maxPopulation most people of one settlement; larger clusters are halved
 * @param hexKm distance between opposite sides of the hexagons that gather scattered people
 * @param cellsArePerKm2 true when cells hold people per km² instead of people
 */
public record SettleOptions(
    double densityPerKm2,
    double minPopulation,
    double maxPopulation,
    double hexKm,
    boolean cellsArePerKm2) {

  public static final SettleOptions DEFAULT = new SettleOptions(300, 500, 20_000, 5, false);

  public SettleOptions {
    require("densityPerKm2", densityPerKm2, 1, 100_000);
    require("minPopulation", minPopulation, 0, 1e7);
    require("maxPopulation", maxPopulation, 100, 1e9);
    require("hexKm", hexKm, 0.5, 200);
  }

  private static void require(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }
}
