package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What is looked at before any file of a folder is opened: it may come from anywhere. A link, a
 * pipe or a device in it could lead out of it or never end.
 */
public final class PlainFolder {

  /** Larger than the files of a plan of a continent. */
  private static final long MOST_BYTES = 8_000_000_000L;

  private static final int MOST_FILES = 10_000;

  private PlainFolder() {}

  /**
   * Refuses a folder that holds anything but plain files and folders of them.
   *
   * @param folder may itself be reached by a link; whoever opens what is none says so
   * @throws InputRefused {@code folder.link}, {@code folder.odd}, {@code folder.large}, {@code
   *     folder.many} or {@code folder.closed}, naming the file
   */
  public static void require(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder.toRealPath(), new Look(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Look extends SimpleFileVisitor<Path> {
    private final String named;
    private int count;

    Look(Path folder) {
      named = String.valueOf(folder);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes found) {
      return counted();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
      if (found.isSymbolicLink()) {
        throw refused("folder.link", file);
      }
      if (!found.isRegularFile()) {
        throw refused("folder.odd", file);
      }
      if (found.size() > MOST_BYTES) {
        throw refused("folder.large", file);
      }
      if (!Files.isReadable(file)) {
        throw refused("folder.closed", file);
      }
      return counted();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      throw refused("folder.closed", file);
    }

    private FileVisitResult counted() {
      if (++count > MOST_FILES) {
        throw new InputRefused("folder.many", "folder", named);
      }
      return FileVisitResult.CONTINUE;
    }

    private InputRefused refused(String code, Path file) {
      return new InputRefused(code, "folder", named, "file", String.valueOf(file.getFileName()));
    }
  }
}
