package org.kiungo.geodata.format;

/** Reads a format of rows with geometries. */
public interface VectorReader extends LayerReader {

  /**
   * Streams the layers of a file, geometries in the layer's own coordinate system. Findings about a
   * row come before the row.
   *
   * @throws org.kiungo.planner.model.value.InputRefused if the file as a whole cannot be read
   */
  void read(SourceFile file, ReadOptions options, FeatureConsumer out);

  /** The same, and what the receiver throws comes through as it is. */
  default void stream(SourceFile file, ReadOptions options, FeatureConsumer out) {
    FeatureConsumer.FaultKeeper faults = new FeatureConsumer.FaultKeeper(out);
    try {
      read(file, options, faults);
    } catch (RuntimeException thrown) {
      throw faults.or(thrown);
    }
  }
}
