package org.kiungo.geodata.format.raster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/** Numbers of a TIFF or BigTIFF file at given offsets. */
final class TiffBytes {

  private final RandomAccessFile in;
  private final SourceFile file;
  private final ByteOrder order;
  private final boolean big;

  TiffBytes(RandomAccessFile in, SourceFile file) {
    this.in = in;
    this.file = file;
    this.order = file.startsWith('I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.big = file.startsWith('I', 'I', 43) || file.startsWith('M', 'M', 0, 43);
  }

  long firstDirectory() throws IOException {
    return big ? integer(16, 8) : integer(4, 4);
  }

  long directoryCount(long offset) throws IOException {
    return big ? integer(16, offset) : unsigned16(offset);
  }

  long entryOffset(long directory, int k) {
    return big ? directory + 8 + 20L * k : directory + 2 + 12L * k;
  }

  long nextDirectory(long directory, long count) throws IOException {
    long at = big ? directory + 8 + 20 * count : directory + 2 + 12 * count;
    if (at + (big ? 8 : 4) > file.sizeBytes()) {
      return 0; // some writers end the file without the closing zero
    }
    return big ? integer(16, at) : integer(4, at);
  }

  long count(long at) throws IOException {
    return big ? integer(16, at) : integer(4, at);
  }

  /** Where an entry's values stand: in the entry itself when they fit. */
  long valueOffset(long entry, long valueBytes) throws IOException {
    long at = entry + (big ? 12 : 8);
    return valueBytes <= (big ? 8 : 4) ? at : big ? integer(16, at) : integer(4, at);
  }

  int unsigned16(long at) throws IOException {
    return (int) integer(3, at);
  }

  /** An unsigned integer of a TIFF type; other types give their first bytes. */
  long integer(int type, long at) throws IOException {
    int size = Math.min(8, size(type));
    if (at < 0 || at + size > file.sizeBytes()) {
      throw new InputRefused(
          "file.truncated",
          "file",
          file.name(),
          "place",
          "IFD",
          "found",
          file.sizeBytes() + "",
          "expected",
          at + size + "");
    }
    byte[] raw = new byte[8];
    in.seek(at);
    in.readFully(raw, 0, size);
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(order);
    return switch (size) {
      case 1 -> raw[0] & 0xff;
      case 2 -> buffer.getShort() & 0xffff;
      case 4 -> buffer.getInt() & 0xffffffffL;
      default -> buffer.getLong();
    };
  }

  /** Bytes of one value of a TIFF type. */
  static int size(int type) {
    return switch (type) {
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 1;
    };
  }
}
