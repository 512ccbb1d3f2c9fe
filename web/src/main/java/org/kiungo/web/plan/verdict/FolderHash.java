package org.kiungo.web.plan.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 over the names and bytes of a folder's files, in the order of their names. */
public final class FolderHash {

  /** Digits of a plan's id that are of its files' hash. */
  public static final int DIGITS = 12;

  private FolderHash() {}

  public static String of(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> files = listed.filter(Files::isRegularFile).sorted().toList();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
