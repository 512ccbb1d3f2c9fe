package org.kiungo.geodata.layer;

import java.util.List;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;

/** Sees every row of an import as it stands in the file, with all that was found about it. */
public interface RowWatcher {

  /** Sees nothing. */
  RowWatcher NONE =
      new RowWatcher() {
        @Override
        public void begin(LayerSchema schema, List<String> columns) {}

        @Override
        public void row(Feature row, List<Finding> findings) {}
      };

  /**
   * The layer begins.
   *
   * @param columns of all rows, in the file's order
   */
  void begin(LayerSchema schema, List<String> columns);

  /** What rows may be joined to, each as its code, a tab and its name; only for such layers. */
  default void areas(List<String> choices) {}

  /** One row, its geometry in the file's own coordinates, and the findings about it. */
  void row(Feature row, List<Finding> findings);
}
