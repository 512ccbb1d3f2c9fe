package org.kiungo.geodata.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.kiungo.planner.model.InputRefused;

/**
 * What a TIFF's first directory promises, checked before a pixel is decoded: decoders fill the
 * missing part of a cut file with zeros and allocate whatever a tag asks for. Reads classic TIFF
 * (TIFF 6.0, Adobe 1992) and BigTIFF; the GeoTools wrapper's own directory does not give the block
 * offsets.
 */
final class TiffLayout {

  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_LENGTH = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;

  /** Cells in one tile: larger tiles cannot be decoded in a window. */
  private static final long LARGEST_TILE_CELLS = 1L << 26;

  private final String name;
  private final FileChannel channel;
  private final long length;
  private ByteOrder order;
  private boolean big;

  private TiffLayout(String name, FileChannel channel) throws IOException {
    this.name = name;
    this.channel = channel;
    this.length = channel.size();
  }

  /**
   * @throws InputRefused when the file is no TIFF, a strip or tile lies beyond its end (cut while
   *     copied?), or a size cannot be decoded in windows, naming the tag
   */
  static void check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      new TiffLayout(file.getFileName().toString(), channel).check();
    }
  }

  private void check() throws IOException {
    long[][] tags = new long[TILE_BYTE_COUNTS + 1][];
    readDirectory(firstDirectory(), tags);
    long width = single(tags, IMAGE_WIDTH);
    long height = single(tags, IMAGE_LENGTH);
    requireSize("ImageWidth/ImageLength", width, height, Integer.MAX_VALUE, Long.MAX_VALUE);
    boolean tiled = tags[TILE_OFFSETS] != null;
    if (tiled) {
      long side = Integer.MAX_VALUE;
      long tileWidth = single(tags, TILE_WIDTH);
      requireSize(
          "TileWidth/TileLength", tileWidth, single(tags, TILE_LENGTH), side, LARGEST_TILE_CELLS);
    }
    long[] offsets = tags[tiled ? TILE_OFFSETS : STRIP_OFFSETS];
    long[] counts = tags[tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS];
    if (offsets == null || counts == null || offsets.length != counts.length) {
      throw new InputRefused("raster.tagMissing", "file", name, "tag", "StripOffsets/TileOffsets");
    }
    for (int k = 0; k < offsets.length; k++) {
      if (offsets[k] < 0 || counts[k] < 0 || offsets[k] + counts[k] > length) {
        throw truncated(k + 1, offsets.length, offsets[k] + counts[k]);
      }
    }
  }

  private void requireSize(String tag, long width, long height, long side, long cells) {
    if (width <= 0 || height <= 0 || width > side || height > side || width * height > cells) {
      throw new InputRefused(
          "raster.size", "file", name, "tag", tag, "value", width + " × " + height);
    }
  }

  private InputRefused truncated(long block, long blocks, long expectedBytes) {
    return new InputRefused(
        "raster.truncated",
        "file",
        name,
        "block",
        block,
        "blocks",
        blocks,
        "expectedBytes",
        expectedBytes,
        "foundBytes",
        length);
  }

  private long single(long[][] tags, int tag) {
    if (tags[tag] == null || tags[tag].length == 0) {
      throw new InputRefused("raster.tagMissing", "file", name, "tag", tag);
    }
    return tags[tag][0];
  }

  private long firstDirectory() throws IOException {
    ByteBuffer head = read(0, 16);
    int mark = head.getShort(0);
    if (mark != 0x4949 && mark != 0x4D4D) {
      throw new InputRefused("raster.notTiff", "file", name);
    }
    order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    head.order(order);
    int magic = head.getShort(2);
    if (magic != 42 && magic != 43) {
      throw new InputRefused("raster.notTiff", "file", name);
    }
    big = magic == 43;
    return big ? head.getLong(8) : head.getInt(4) & 0xFFFFFFFFL;
  }

  private void readDirectory(long at, long[][] tags) throws IOException {
    ByteBuffer head = read(at, big ? 8 : 2);
    long entries = big ? head.getLong(0) : head.getShort(0) & 0xFFFF;
    int size = big ? 20 : 12;
    if (entries <= 0 || entries > 4096) {
      throw new InputRefused("raster.tagMissing", "file", name, "tag", "IFD");
    }
    ByteBuffer all = read(at + (big ? 8 : 2), (int) entries * size);
    for (int k = 0; k < entries; k++) {
      int tag = all.getShort(k * size) & 0xFFFF;
      if (tag <= TILE_BYTE_COUNTS) {
        tags[tag] = values(all, k * size);
      }
    }
  }

  /** Values of an entry of type SHORT, LONG or LONG8; null for other types. */
  private long[] values(ByteBuffer entries, int at) throws IOException {
    int type = entries.getShort(at + 2);
    int width = type == 3 ? 2 : type == 4 ? 4 : type == 16 ? 8 : 0;
    long count = big ? entries.getLong(at + 4) : entries.getInt(at + 4) & 0xFFFFFFFFL;
    if (width == 0 || count < 0) {
      return null;
    }
    int place = at + (big ? 12 : 8);
    ByteBuffer from = entries;
    if (count * width > (big ? 8 : 4)) {
      if (count > length / width) {
        throw truncated(1, count, count * width);
      }
      long offset = big ? entries.getLong(place) : entries.getInt(place) & 0xFFFFFFFFL;
      from = read(offset, (int) (count * width));
      place = 0;
    }
    long[] values = new long[(int) count];
    for (int k = 0; k < values.length; k++) {
      int p = place + k * width;
      values[k] =
          width == 2
              ? from.getShort(p) & 0xFFFF
              : width == 4 ? from.getInt(p) & 0xFFFFFFFFL : from.getLong(p);
    }
    return values;
  }

  private ByteBuffer read(long at, int bytes) throws IOException {
    if (at < 0 || at + bytes > length) {
      throw truncated(0, 0, at + bytes);
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      // a read may return less than asked
    }
    return buffer.order(order == null ? ByteOrder.BIG_ENDIAN : order);
  }
}
