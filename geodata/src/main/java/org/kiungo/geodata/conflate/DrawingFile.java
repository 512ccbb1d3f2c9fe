package org.kiungo.geodata.conflate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.planner.model.FibreLine;

/**
 * A file of fibre lines as a drawing, with every column it has.
 *
 * @param source the drawing
 * @param report what became of its rows
 */
public record DrawingFile(Source source, DataReport report) {

  /** What a {@link FibreLine} itself holds, or what is made anew. */
  private static final Set<String> HELD = Set.of("id", "country", "operator", "status", "source");

  /**
   * Reads a file.
   *
   * @param country ISO 3166-1 alpha-3 of lines that do not say it, may be empty
   */
  public static DrawingFile read(String name, Path file, String country, LayerImport layers) {
    List<DrawnLine> lines = new ArrayList<>();
    DataReport report =
        layers.stream(
                SourceFile.of(file),
                LayerKind.FIBRE_LINES,
                country,
                null,
                row -> lines.add(line(row)),
                RowWatcher.NONE)
            .report();
    return new DrawingFile(new Source(name, lines), report);
  }

  private static DrawnLine line(AcceptedRow row) {
    Map<String, String> told = new HashMap<>(row.attributes());
    told.putAll(row.values());
    told.keySet().removeAll(HELD);
    return new DrawnLine((FibreLine) row.record(), told);
  }
}
