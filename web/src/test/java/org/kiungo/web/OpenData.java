package org.kiungo.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real open data beside the checkout; a test without it is skipped and says why. */
public final class OpenData {

  private OpenData() {}

  /** A file of the test data; skips the calling test when it is absent. */
  public static Path path(String relative) {
    String folder = System.getenv().getOrDefault("KIUNGO_DATA", System.getProperty("kiungo.data"));
    Path file = Path.of(folder == null ? "../../shared/data" : folder, relative);
    assumeTrue(Files.exists(file), "skipped: no test data at " + relative + " (set KIUNGO_DATA)");
    return file;
  }
}
