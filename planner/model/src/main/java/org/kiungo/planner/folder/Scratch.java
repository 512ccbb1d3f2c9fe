package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files are written that nobody keeps: Java's temporary folder, or one of its own where a
 * server names it, so that nothing of what it was sent lies among other people's files and the next
 * start finds what a killed server left.
 */
public final class Scratch {

  private static volatile Path own;

  private Scratch() {}

  /**
   * A new folder, its owner's alone. Whoever asks for it removes it.
   *
   * @param prefix of its name
   */
  public static Path folder(String prefix) throws IOException {
    Path within = own;
    return within == null
        ? Files.createTempDirectory(prefix)
        : Files.createTempDirectory(within, prefix);
  }

  /** From now on in this folder, of all servers in one Java that of the last. */
  public static void keepIn(Path folder) {
    own = folder;
  }

  /** No longer in this folder, should it be the one. */
  public static void leave(Path folder) {
    if (folder.equals(own)) {
      own = null;
    }
  }
}
