package org.kiungo.web.ogc;

import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;

/**
 * Features that are asked for together.
 *
 * @param id part of its address
 * @param title in the reader's language
 * @param description what may be said of it, in the reader's language
 * @param extent longitude and latitude of ground that holds all of it; null where that is not known
 * @param source its features, read when first asked for
 */
record OgcCollection(
    String id, String title, String description, Envelope extent, Supplier<FeatureSource> source) {

  /** Of the records of all datasets. */
  static final String RECORDS = "datasets";

  /** Whether its features describe others, as OGC API – Records has it. */
  boolean isRecords() {
    return id.equals(RECORDS);
  }
}
