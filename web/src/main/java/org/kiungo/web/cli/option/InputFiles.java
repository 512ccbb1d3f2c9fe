package org.kiungo.web.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.model.value.InputRefused;

/** Files and folders named on the command line. */
public final class InputFiles {

  private InputFiles() {}

  /** The file itself; refuses one that cannot be read. */
  public static Path readable(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new InputRefused("file.missing", "file", file.toString());
    }
    return file;
  }

  /** A place for results; refuses one whose parent folder does not exist. */
  public static Path writable(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new InputRefused("file.no-folder", "file", target.toString());
    }
    return target;
  }
}
