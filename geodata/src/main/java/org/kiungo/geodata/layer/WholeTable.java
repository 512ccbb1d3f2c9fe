package org.kiungo.geodata.layer;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/** Reads a kind of table whose rows are judged by one another: a census joined to districts. */
public interface WholeTable {

  /** Knows no districts. */
  WholeTable NONE =
      new WholeTable() {
        @Override
        public List<String> columns(SourceFile file, ReadOptions options) {
          throw refused(file);
        }

        @Override
        public Map<String, String> guess(List<String> columns) {
          return Map.of();
        }

        @Override
        public Imported<?> read(
            SourceFile file,
            ReadOptions options,
            String iso3,
            ColumnMapping mapping,
            Consumer<AcceptedRow> sink,
            RowWatcher watcher,
            RowDecisions decisions) {
          throw refused(file);
        }

        private InputRefused refused(SourceFile file) {
          return new InputRefused("census.noDistricts", "file", file.name(), "country", "–");
        }
      };

  /**
   * Columns that can be declared, those included into which a long table is turned.
   *
   * @param options with the layer to read
   */
  List<String> columns(SourceFile file, ReadOptions options);

  /** Declared columns that the names of a file's columns tell. */
  Map<String, String> guess(List<String> columns);

  /** As {@link LayerImport#stream} does. */
  Imported<?> read(
      SourceFile file,
      ReadOptions options,
      String iso3,
      ColumnMapping mapping,
      Consumer<AcceptedRow> sink,
      RowWatcher watcher,
      RowDecisions decisions);
}
