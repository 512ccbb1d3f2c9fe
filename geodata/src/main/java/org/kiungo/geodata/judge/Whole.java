package org.kiungo.geodata.judge;

import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.judge.ground.CellLook;
import org.kiungo.geodata.layer.ColumnMapping;

/**
 * An import after its last row.
 *
 * @param subject what it is
 * @param report what became of its rows
 * @param mapping columns used
 * @param picture what its cells look like; null for a layer of rows
 * @param answers whether its rows answer a survey, so that they are a few places whatever they hold
 */
record Whole(
    Subject subject, DataReport report, ColumnMapping mapping, CellLook picture, boolean answers) {

  /** Whether it counts the people of a country. */
  boolean countsPeople() {
    return subject.countsPeople() && !answers;
  }

  /** Opens the raster, of the system that is declared where it says none. */
  Raster cells() {
    return Raster.open(subject.file(), mapping.options().crs());
  }

  long count(String code) {
    return report.counts().getOrDefault(code, 0L);
  }

  boolean looksLikePicture() {
    return picture != null && picture.isPicture();
  }
}
