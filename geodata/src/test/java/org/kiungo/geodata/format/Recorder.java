package org.kiungo.geodata.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything a reader emits. */
public final class Recorder implements FeatureConsumer {

  public final List<LayerSchema> layers = new ArrayList<>();
  public final List<Feature> features = new ArrayList<>();
  public final List<Finding> findings = new ArrayList<>();

  /** Reads a whole vector file. */
  public static Recorder read(Path path, ReadOptions options) {
    SourceFile file = SourceFile.of(path);
    Recorder recorder = new Recorder();
    ((VectorReader) LayerReader.of(file)).read(file, options, recorder);
    return recorder;
  }

  public static Recorder read(Path path) {
    return read(path, ReadOptions.DETECT);
  }

  /** Codes of all findings, in order. */
  public List<String> codes() {
    return findings.stream().map(Finding::code).toList();
  }

  @Override
  public void layer(LayerSchema schema) {
    layers.add(schema);
  }

  @Override
  public void feature(Feature feature) {
    features.add(feature);
  }

  @Override
  public void finding(Finding finding) {
    findings.add(finding);
  }
}
