package org.kiungo.web.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of the embedded database whose every write is on the disk itself when it returns. H2 hands
 * commits to the operating system, which a killed process survives and lost power does not.
 */
public final class ForcedFiles extends FilePathWrapper {

  private static final String SCHEME = "forced";

  /** Mode of {@link java.io.RandomAccessFile} that writes content synchronously (O_DSYNC). */
  private static final String SYNCHRONOUS = "rwd";

  /** What an address begins with whose files are to be forced. */
  static String scheme() {
    FilePath.register(new ForcedFiles());
    return SCHEME + ":";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new StoppedOnceFailed(
        getBase().open(mode.equals("rw") ? SYNCHRONOUS : mode),
        SpaceReserve.of(Path.of(getBase().unwrap().toString()).getParent()));
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }
}
