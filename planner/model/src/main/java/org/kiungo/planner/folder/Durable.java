package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Forces what was written onto the disk itself, so that neither a killed process nor lost power
 * takes back what was acknowledged. A new file needs both: its bytes, and its name in its folder.
 */
public final class Durable {

  private Durable() {}

  /** A file's bytes and length. */
  public static void file(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  /** The names in a folder: files made, moved or deleted there. */
  public static void folder(Path folder) throws IOException {
    // only POSIX systems open folders; elsewhere the file system keeps its own journal of names
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      force(folder, StandardOpenOption.READ);
    }
  }

  /**
   * A finished folder takes its name, whole and at once; one that has the name already was finished
   * by an earlier attempt and stays.
   *
   * @throws UncheckedIOException where it cannot be moved
   */
  public static void appear(Path finished, Path named) {
    try {
      if (!Files.exists(named)) {
        Files.move(finished, named, StandardCopyOption.ATOMIC_MOVE);
        folder(named.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Throws away what was not finished, so that a full disk gets its space back; what cannot be
   * deleted stays.
   */
  public static void discard(Path unfinished) {
    if (Files.exists(unfinished)) {
      try (Stream<Path> all = Files.walk(unfinished)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      } catch (IOException | UncheckedIOException stays) {
        // whatever reported the failure before says why
        return;
      }
    }
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel open = FileChannel.open(path, access)) {
      open.force(true);
    }
  }
}
