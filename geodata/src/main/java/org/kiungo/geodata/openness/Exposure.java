package org.kiungo.geodata.openness;

/**
 * Shares of a country's people, 0–1.
 *
 * @param singleSpanRatio whose way to all gates leads over a span that alone leads there
 * @param worstSpanRatio behind the one span that has most behind it
 * @param noWayRatio for whom no drawn line leads to a gate
 */
public record Exposure(double singleSpanRatio, double worstSpanRatio, double noWayRatio) {

  static Exposure of(GateGraph gates, double everybody) {
    Cuts cuts = gates.cuts();
    return new Exposure(
        cuts.behindAnyBridge(gates::isSpan) / everybody,
        cuts.behindWorstBridge(gates::isSpan) / everybody,
        Math.max(0, 1 - cuts.reachedPeople() / everybody));
  }

  /** How much better this is than another: the greatest difference of the three, signed. */
  double gainOver(Exposure other) {
    double single = other.singleSpanRatio - singleSpanRatio;
    double worst = other.worstSpanRatio - worstSpanRatio;
    double none = other.noWayRatio - noWayRatio;
    return Math.max(none, Math.max(single, worst));
  }
}
