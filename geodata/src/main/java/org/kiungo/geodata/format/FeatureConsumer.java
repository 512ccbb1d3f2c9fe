package org.kiungo.geodata.format;

/** Receives a file's layers as a reader streams them: each layer's schema, then its rows. */
public interface FeatureConsumer {

  /** A layer begins; the rows that follow are its own. */
  void layer(LayerSchema schema);

  /** One row; rows with a finding of severity ERROR come too, without geometry. */
  void feature(Feature feature);

  /** Something to tell about the file or about the row that comes next. */
  void finding(Finding finding);

  /**
   * Hands on what is read and keeps what its receiver throws: a reader may take any failure for one
   * of its file, and a full disk behind the receiver for a quotation mark that is never closed.
   */
  final class FaultKeeper implements FeatureConsumer {

    private final FeatureConsumer out;
    private RuntimeException fault;

    FaultKeeper(FeatureConsumer out) {
      this.out = out;
    }

    /** What the receiver threw; otherwise what came of the reading itself. */
    RuntimeException or(RuntimeException thrown) {
      return fault == null ? thrown : fault;
    }

    private void keeping(Runnable call) {
      try {
        call.run();
      } catch (RuntimeException thrown) {
        fault = thrown;
        throw thrown;
      }
    }

    @Override
    public void layer(LayerSchema schema) {
      keeping(() -> out.layer(schema));
    }

    @Override
    public void feature(Feature feature) {
      keeping(() -> out.feature(feature));
    }

    @Override
    public void finding(Finding finding) {
      keeping(() -> out.finding(finding));
    }
  }
}
