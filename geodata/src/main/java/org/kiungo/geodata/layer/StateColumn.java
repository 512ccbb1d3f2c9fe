package org.kiungo.geodata.layer;

import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.table.NumberText;

/**
 * Whether a column that is called "state" tells of states and not of provinces, which only its
 * cells can say.
 */
final class StateColumn implements FeatureConsumer {

  private final String column;
  private boolean read;

  /**
   * @param column its heading
   */
  StateColumn(String column) {
    this.column = column;
  }

  /** Whether a heading may mean either. */
  static boolean isUnsure(String column) {
    return column.strip().equalsIgnoreCase("state");
  }

  @Override
  public void layer(LayerSchema schema) {
    // any schema will do
  }

  @Override
  public void feature(Feature feature) {
    Object cell = feature.attributes().get(column);
    read |=
        !NumberText.isMissing(cell) && StatusWords.of(cell.toString()) != StatusWords.State.UNKNOWN;
  }

  @Override
  public void finding(Finding finding) {
    // told when the rows are read
  }

  /** Whether a cell was read as a state. */
  boolean tellsStates() {
    return read;
  }
}
