package org.kiungo.web.plan.file;

import org.kiungo.planner.folder.redaction.Redaction;

/**
 * How a redacted copy is asked for; what nobody says is hidden, in cells of {@value #USUAL_KM} km.
 *
 * @param blurKm size of the cells
 * @param positions whether there are any
 * @param operators whether owners have names
 * @param names whether places have
 */
public record RedactionAsked(Double blurKm, Positions positions, Shown operators, Shown names) {

  /** Size of cells where nobody says one, km. */
  public static final double USUAL_KM = 10;

  /** What becomes of positions. */
  public enum Positions {
    /** They are the middles of cells. */
    blur,
    /** There are none. */
    none
  }

  /** What becomes of names. */
  public enum Shown {
    /** They are hidden. */
    hide,
    /** They stay. */
    keep
  }

  /** What is wanted. */
  public Redaction.Wanted wanted() {
    double km = blurKm == null ? USUAL_KM : blurKm;
    return new Redaction.Wanted(
        positions == Positions.none ? Double.NaN : requireNumber(km),
        operators != Shown.keep,
        names != Shown.keep);
  }

  /** Cells of no size would leave positions out, which nobody asked for. */
  private static double requireNumber(double km) {
    return Double.isNaN(km) ? 0 : km;
  }
}
