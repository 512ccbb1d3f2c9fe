package org.kiungo.geodata.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files of the reference data inside the jar. */
final class Resources {

  private static final String ROOT = "/reference/";

  private Resources() {}

  static InputStream open(String path) {
    InputStream stream = Resources.class.getResourceAsStream(ROOT + path);
    if (stream == null) {
      throw new IllegalStateException("the jar holds no " + ROOT + path);
    }
    return stream;
  }

  static boolean exists(String path) {
    return Resources.class.getResource(ROOT + path) != null;
  }

  static byte[] bytes(String path) {
    try (InputStream stream = open(path)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(String path) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(path)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
