package org.kiungo.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that takes no more writes after one failed, until it is opened again.
 *
 * <p>When a write of H2 2.4.240 fails, the commits that wait behind it go on to theirs before the
 * store closes itself. They are refused, but what they write refers to what failed to be written:
 * recovery then finds the newest state incomplete and may fall back to one of many commits before,
 * which loses what had been acknowledged. What stands on the disk at the first failure is whole.
 */
final class StoppedOnceFailed extends FileBaseDefault {

  private final FileChannel file;
  private final SpaceReserve reserve;

  private volatile IOException failure;

  /**
   * @param reserve that a write gets which finds no space
   */
  StoppedOnceFailed(FileChannel file, SpaceReserve reserve) {
    this.file = file;
    this.reserve = reserve;
  }

  private void requireSound() throws IOException {
    IOException before = failure;
    if (before != null) {
      throw new IOException(before.getMessage(), before);
    }
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    requireSound();
    long began = System.nanoTime();
    while (true) {
      try {
        return file.write(from, position);
      } catch (IOException refused) {
        if (!StorageFault.saysFull(refused) || !reserve.give(began)) {
          failure = refused;
          throw refused;
        }
      }
    }
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    requireSound();
    file.truncate(size);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return file.read(into, position);
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public void force(boolean metaData) throws IOException {
    file.force(metaData);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
