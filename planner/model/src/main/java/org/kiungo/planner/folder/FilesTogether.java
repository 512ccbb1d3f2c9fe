package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the files of a folder beside it before any of them takes an older one's place. */
public final class FilesTogether {

  private FilesTogether() {}

  /** Writes files. */
  @FunctionalInterface
  public interface Writing {
    void into(Path folder) throws IOException;
  }

  /**
   * Writes files into a folder, or replaces them; a failure leaves what was there before. When it
   * returns they are on the disk.
   *
   * @param optional names of those that go where they are not written again
   */
  public static void write(Path folder, List<String> optional, Writing writing) throws IOException {
    Path target = folder.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.createDirectories(part);
    writing.into(part);
    Files.createDirectories(target);
    for (String name : optional) {
      Files.deleteIfExists(target.resolve(name));
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
      for (Path file : files) {
        Durable.file(file);
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(part);
    Durable.folder(target);
    Durable.folder(target.getParent());
  }
}
