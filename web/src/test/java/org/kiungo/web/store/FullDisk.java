package org.kiungo.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2 on a disk with as much space as a test gives it. */
public final class FullDisk extends FilePathWrapper {

  private static volatile long largestBytes;

  /** What an address begins with. */
  static String scheme() {
    FilePath.register(new FullDisk());
    return "full:";
  }

  /**
   * @param bytes that a file may have
   */
  static void allow(long bytes) {
    largestBytes = bytes;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Limited(getBase().open(mode));
  }

  @Override
  public String getScheme() {
    return "full";
  }

  private static final class Limited extends FileBaseDefault {

    private final FileChannel file;

    Limited(FileChannel file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      if (position + from.remaining() > largestBytes) {
        throw new IOException("No space left on device");
      }
      return file.write(from, position);
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
}
