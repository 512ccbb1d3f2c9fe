package org.kiungo.planner.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Kiungo that computes, written into every certificate. */
public final class EngineVersion {

  /** As the build states it. */
  public static final String CURRENT = read();

  private EngineVersion() {}

  private static String read() {
    try (InputStream in = EngineVersion.class.getResourceAsStream("engine.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
