package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Lists every file of the reference data with its hash; the list's own hash is the version. */
final class Manifest {

  private static final String NAME = "MANIFEST.csv";

  private Manifest() {}

  static void write(Path resources) throws IOException {
    StringBuilder csv = new StringBuilder("path,bytes,sha256\n");
    try (Stream<Path> files = Files.walk(resources)) {
      List<Path> sorted =
          files.filter(Files::isRegularFile).filter(f -> !f.endsWith(NAME)).sorted().toList();
      for (Path file : sorted) {
        String path = resources.relativize(file).toString().replace('\\', '/');
        csv.append(path).append(',').append(Files.size(file)).append(',');
        csv.append(sha256(Files.readAllBytes(file))).append('\n');
      }
    }
    Files.writeString(resources.resolve(NAME), csv.toString());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
