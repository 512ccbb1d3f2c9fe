package org.kiungo.geodata.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.RowWatcher;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * The error file of an import: every row as it stands in the source, in its order, and a further
 * column {@code _problem} with code, reason and remedy of each error and warning. A file whose
 * places are not in columns gets a column {@code wkt} in the source's own coordinates. Rows stream
 * through; mended, the file can be imported again, and the column is left out then.
 */
public final class ProblemFile implements RowWatcher, AutoCloseable {

  private static final String SHAPE_COLUMN = "wkt";

  /** The formats an error file is written in. */
  public enum Format {
    CSV,
    XLSX;

    /** Ending of its file name, without a dot. */
    public String extension() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Path out;
  private final Format format;
  private final boolean semicolon;
  private final Inspection.Wording wording;
  private ProblemSheet sheet;
  private List<String> columns = List.of();
  private boolean shapes;
  private boolean done;

  /**
   * @param out written when the layer begins
   * @param semicolon separate by semicolons, as spreadsheets in French and Portuguese expect
   * @param wording words reason and remedy in the reader's language
   */
  public ProblemFile(Path out, Format format, boolean semicolon, Inspection.Wording wording) {
    this.out = out;
    this.format = format;
    this.semicolon = semicolon;
    this.wording = wording;
  }

  @Override
  public void begin(LayerSchema schema, List<String> present) {
    columns = present.stream().filter(c -> !c.equals(LayerImport.PROBLEM_COLUMN)).toList();
    shapes = !schema.coordinatesInColumns();
    List<Object> header = new ArrayList<>(columns);
    if (shapes) {
      header.add(SHAPE_COLUMN);
    }
    header.add(LayerImport.PROBLEM_COLUMN);
    try {
      boolean separated = semicolon || schema.decimalComma();
      sheet = ProblemSheet.open(out, format, separated ? ';' : ',');
      sheet.row(header);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void row(Feature row, List<Finding> findings) {
    List<Object> cells = new ArrayList<>(columns.size() + 2);
    for (String column : columns) {
      cells.add(row.attributes().get(column));
    }
    if (shapes) {
      Geometry shape = row.geometry();
      cells.add(shape == null ? null : new WKTWriter().write(shape));
    }
    cells.add(problem(findings));
    try {
      sheet.row(cells);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String problem(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.INFO) {
        text.append(text.isEmpty() ? "" : " | ");
        text.append('[').append(finding.code()).append("] ");
        text.append(wording.say(finding, false)).append(" → ").append(wording.say(finding, true));
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  /** Finishes the file; without it, {@link #close} leaves nothing readable. */
  public void finish() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    done = true;
  }

  @Override
  public void close() throws IOException {
    if (sheet != null && !done) {
      sheet.abandon();
    }
  }
}
