package org.kiungo.planner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote beside the classes. */
final class EngineVersion {

  private static final String FILE = "engine.properties";

  private EngineVersion() {}

  /** As a release would be called: a snapshot of 0.1.0 writes 0.1.0. */
  static String read() {
    Properties written = new Properties();
    try (InputStream in = EngineVersion.class.getResourceAsStream(FILE)) {
      written.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.getProperty("version").replace("-SNAPSHOT", "");
  }
}
