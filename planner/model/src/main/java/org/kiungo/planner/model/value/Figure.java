package org.kiungo.planner.model.value;

/**
 * A number of the catalogue with the evidence for it.
 *
 * @param value what plans use, in the unit of the component that holds the figure
 * @param low lower end of the published range, ≤ value
 * @param high upper end, ≥ value
 * @param year price or measurement year
 * @param source publication, table, DOI or URL; never empty
 * @param assumed true when no source gives it: then the range is ×/÷ 2 or wider and screens mark it
 */
public record Figure(
    double value, double low, double high, int year, String source, boolean assumed) {

  public Figure {
    if (!(low <= value && value <= high)) {
      throw new InputRefused("figure.range", "value", value, "low", low, "high", high);
    }
    if (source == null || source.isBlank()) {
      throw new InputRefused("figure.source", "value", value);
    }
  }

  /** The same evidence for another value: what a policy lever or a country's override returns. */
  public Figure withValue(double changed) {
    return new Figure(
        changed, Math.min(low, changed), Math.max(high, changed), year, source, assumed);
  }

  /** The figure times a factor, its range with it. */
  public Figure times(double factor) {
    return factor == 1
        ? this
        : new Figure(value * factor, low * factor, high * factor, year, source, assumed);
  }
}
