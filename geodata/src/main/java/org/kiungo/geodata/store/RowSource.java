package org.kiungo.geodata.store;

import java.util.function.Consumer;

/** Rows of a version, handed over one by one so that none need be kept. */
@FunctionalInterface
public interface RowSource {

  /** Hands over every row in order; what it throws undoes the whole version. */
  void forEach(Consumer<StoredFeature> consumer);
}
