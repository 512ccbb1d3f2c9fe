package org.kiungo.geodata.layer;

import java.util.List;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.planner.model.InputFile;

/**
 * A layer read from a file.
 *
 * @param kind what it was read as
 * @param records accepted rows in file order
 * @param report what became of every row
 * @param format format recognised
 * @param layer the file's layer that was read
 * @param encoding character set of its text
 * @param crs code or name of its coordinate system, empty when it has none
 * @param mapping which column was used for what
 * @param input name and SHA-256 of the file
 */
public record Imported<T>(
    LayerKind kind,
    List<T> records,
    DataReport report,
    String format,
    String layer,
    String encoding,
    String crs,
    ColumnMapping mapping,
    InputFile input) {

  public Imported {
    records = List.copyOf(records);
  }

  /** The same with records. */
  public <S> Imported<S> with(List<S> read) {
    return new Imported<>(kind, read, report, format, layer, encoding, crs, mapping, input);
  }
}
