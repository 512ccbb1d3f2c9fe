package org.kiungo.planner.folder.doubt;

import java.util.List;

/**
 * One future, a row of {@code futures.csv}.
 *
 * @param layer the only one that is drawn; empty where all are
 * @param number from 1
 * @param draws common factor of each layer in their order, −1 to 1; NaN where it is not drawn
 * @param value of the plan made for it; NaN where one layer alone is drawn
 * @param bound no plan of it serves more weighted people
 * @param trimmed value of the plan in doubt, trimmed; NaN where one layer alone is drawn
 * @param refilled value of the plan in doubt, refilled
 * @param completed value of the first phase and what follows; NaN where there is none, or likewise
 * @param others values in this one of the plans made for futures, each brought to today's figures
 *     and budget before, refilled, in their order
 */
public record FutureRow(
    String layer,
    int number,
    List<Double> draws,
    double value,
    double bound,
    double trimmed,
    double refilled,
    double completed,
    List<Double> others) {

  public FutureRow {
    draws = List.copyOf(draws);
    others = List.copyOf(others);
  }

  /** Name of its files. */
  public String name() {
    return (layer.isEmpty() ? "" : layer + "-") + "%03d".formatted(number);
  }
}
