package org.kiungo.geodata.judge;

import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.layer.ColumnMapping;

/**
 * An import after its last row.
 *
 * @param subject what it is
 * @param report what became of its rows
 * @param mapping columns used
 * @param picture what its cells look like; null for a layer of rows
 */
record Whole(Subject subject, DataReport report, ColumnMapping mapping, CellLook picture) {

  long count(String code) {
    return report.counts().getOrDefault(code, 0L);
  }

  boolean looksLikePicture() {
    return picture != null && picture.isPicture();
  }
}
