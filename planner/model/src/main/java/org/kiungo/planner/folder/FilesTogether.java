package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes the files of a folder beside it before any of them takes an older one's place, with the
 * manifest of all that are there then ({@link Manifest}).
 */
public final class FilesTogether {

  private static final String PART = ".part";

  private FilesTogether() {}

  /** Writes files. */
  @FunctionalInterface
  public interface Writing {
    void into(Path folder) throws IOException;
  }

  /**
   * Writes files into a folder, or replaces them; a failure leaves what was there before, and a new
   * folder appears whole or not at all. When it returns they are on the disk.
   *
   * @param optional names of those that go where they are not written again
   * @throws IOException as the disk does, also where what writes JSON wraps it
   */
  public static void write(Path folder, List<String> optional, Writing writing) throws IOException {
    Path target = folder.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + PART);
    try {
      Files.createDirectories(part);
      writing.into(part);
      if (Files.exists(target)) {
        keep(target, optional, part);
      }
      Manifest.seal(part);
      List<Path> files = forced(part);
      if (Files.exists(target)) {
        replace(target, optional, files);
      } else {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (JacksonIOException full) {
      throw new IOException(full.getMessage(), full);
    } finally {
      Durable.discard(part);
    }
    Durable.folder(target);
    Durable.folder(target.getParent());
  }

  /**
   * Writes a folder of folders beside its place, seals it and puts it there whole, in place of one
   * that is there.
   */
  public static void anew(Path folder, Writing writing) throws IOException {
    Path target = folder.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + PART);
    try {
      Durable.discard(part);
      Files.createDirectories(part);
      writing.into(part);
      Manifest.seal(part);
      Durable.discard(target);
      Durable.appear(part, target);
    } finally {
      Durable.discard(part);
    }
  }

  /** Files that stay, so that the manifest lists them too. */
  private static void keep(Path target, List<String> optional, Path part) throws IOException {
    try (DirectoryStream<Path> standing = Files.newDirectoryStream(target, Files::isRegularFile)) {
      for (Path file : standing) {
        String name = file.getFileName().toString();
        if (!optional.contains(name) && !Files.exists(part.resolve(name))) {
          Files.copy(file, part.resolve(name));
        }
      }
    }
  }

  private static List<Path> forced(Path part) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> written = Files.newDirectoryStream(part)) {
      for (Path file : written) {
        Durable.file(file);
        files.add(file);
      }
    }
    Durable.folder(part);
    return files;
  }

  private static void replace(Path target, List<String> optional, List<Path> files)
      throws IOException {
    for (String name : optional) {
      Files.deleteIfExists(target.resolve(name));
    }
    for (Path file : files) {
      Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
