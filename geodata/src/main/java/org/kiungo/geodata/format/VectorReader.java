package org.kiungo.geodata.format;

/** Reads a format of rows with geometries. */
public interface VectorReader extends LayerReader {

  /** Ends the name of the places of a layer that holds lines or areas too. */
  String PLACES = " (Point)";

  /**
   * Streams the layers of a file, geometries in the layer's own coordinate system. Findings about a
   * row come before the row.
   *
   * @throws org.kiungo.planner.model.value.InputRefused if the file as a whole cannot be read
   */
  void read(SourceFile file, ReadOptions options, FeatureConsumer out);

  /** Whether its layers may hold places beside lines and areas. */
  default boolean mixesShapes() {
    return false;
  }

  /** Whether its layers may be parts of one table, as the sheets of a workbook. */
  default boolean joinsLayers() {
    return false;
  }

  /** The same with places, lines and areas of one layer as layers of their own. */
  default void readApart(SourceFile file, ReadOptions options, FeatureConsumer out) {
    if (mixesShapes()) {
      ShapeLayers.read(this, file, options, out);
    } else {
      read(file, options, out);
    }
  }

  /** The same, and what the receiver throws comes through as it is. */
  default void stream(SourceFile file, ReadOptions options, FeatureConsumer out) {
    FeatureConsumer through = options.isJoined() ? new JoinedLayers(file, options, out) : out;
    FeatureConsumer.FaultKeeper faults = new FeatureConsumer.FaultKeeper(through);
    try {
      readApart(file, options, faults);
    } catch (RuntimeException thrown) {
      throw faults.or(thrown);
    }
  }
}
