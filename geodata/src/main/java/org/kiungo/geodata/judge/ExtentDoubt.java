package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/** Does a raster lie on the Earth? */
final class ExtentDoubt implements Doubt {

  private static final double POLE_DEGREES = 90;

  /** Outermost cells of world grids reach beyond by a rounding. */
  private static final double TOLERANCE_DEGREES = 0.51;

  @Override
  public String code() {
    return "extent";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (whole.subject().kind().shape() != LayerKind.Shape.RASTER) {
      return Optional.empty();
    }
    try (Raster raster = whole.cells()) {
      if (raster.crs() == null || !raster.crs().isGeographic()) {
        return Optional.empty();
      }
      double[] box = raster.bbox();
      double beyond = Math.max(box[3], -box[1]) - POLE_DEGREES;
      double width = box[2] - box[0];
      return beyond <= TOLERANCE_DEGREES && width <= 360 + TOLERANCE_DEGREES
          ? Optional.empty()
          : Optional.of(
              Question.of(code(), Figures.reach(whole.subject().file().name(), box))
                  .offer(Remedy.LEAVE_FILE, Remedy.RIGHT));
    }
  }
}
