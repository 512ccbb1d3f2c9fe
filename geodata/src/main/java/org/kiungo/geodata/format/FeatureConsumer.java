package org.kiungo.geodata.format;

/** Receives a file's layers as a reader streams them: each layer's schema, then its rows. */
public interface FeatureConsumer {

  /** A layer begins; the rows that follow are its own. */
  void layer(LayerSchema schema);

  /** One row; rows with a finding of severity ERROR come too, without geometry. */
  void feature(Feature feature);

  /** Something to tell about the file or about the row that comes next. */
  void finding(Finding finding);
}
