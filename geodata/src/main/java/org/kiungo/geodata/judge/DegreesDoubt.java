package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.raster.CellLocator;

/** Are the numbers of a raster that names no coordinate system degrees, as they may be? */
final class DegreesDoubt implements Doubt {

  @Override
  public String code() {
    return "degrees";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    boolean raster = whole.subject().kind().shape() == LayerKind.Shape.RASTER;
    if (!raster || whole.report().rowsAccepted() == 0) { // so read it lies elsewhere
      return Optional.empty();
    }
    try (Raster cells = whole.cells()) {
      double[] box = cells.bbox();
      return CellLocator.seemsDegrees(cells)
          ? Optional.of(
              Question.of(code(), Figures.reach(whole.subject().file().name(), box))
                  .offer(Remedy.KEEP_ALL, Remedy.LEAVE_FILE))
          : Optional.empty();
    }
  }
}
