package org.kiungo.geodata.format.raster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The tags of a TIFF's first picture, read before any library touches the file, and which of its
 * other pictures masks it. A count or an offset that leaves the file is refused by its tag.
 */
final class TiffDirectory {

  private static final int MOST_ENTRIES = 4_096;
  private static final int MOST_DIRECTORIES = 1_000;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int MASK = 4;
  private static final int REDUCED = 1;

  private static final Map<Integer, String> NAMES =
      Map.of(
          256,
          "ImageWidth",
          257,
          "ImageLength",
          258,
          "BitsPerSample",
          259,
          "Compression",
          277,
          "SamplesPerPixel",
          278,
          "RowsPerStrip",
          322,
          "TileWidth",
          323,
          "TileLength",
          339,
          "SampleFormat");

  private final SourceFile file;
  private final TiffBytes bytes;
  private final Map<Integer, Entry> entries = new TreeMap<>();
  private int mask = -1;

  /** A directory entry; values stand at {@code offset} in the file. */
  private record Entry(int type, long count, long offset) {}

  TiffDirectory(SourceFile file, TiffBytes bytes) throws IOException {
    this.file = file;
    this.bytes = bytes;
    long offset = bytes.firstDirectory();
    Set<Long> seen = new HashSet<>();
    while (offset != 0) {
      if (!seen.add(offset) || seen.size() > MOST_DIRECTORIES) {
        throw lies("IFD", offset + "");
      }
      offset = directory(offset, seen.size() - 1);
    }
  }

  /** Reads one directory and returns the offset of the next. */
  private long directory(long offset, int index) throws IOException {
    long count = bytes.directoryCount(offset);
    if (count < 1 || count > MOST_ENTRIES) {
      throw lies("IFD", count + "");
    }
    for (int k = 0; k < count; k++) {
      long at = bytes.entryOffset(offset, k);
      int tag = bytes.unsigned16(at);
      int type = bytes.unsigned16(at + 2);
      long values = bytes.count(at + 4);
      long valueBytes = Math.multiplyHigh(values, 8) != 0 ? -1 : values * TiffBytes.size(type);
      if (valueBytes < 0 || values < 0 || valueBytes > file.sizeBytes()) {
        throw truncated(name(tag), values);
      }
      long start = bytes.valueOffset(at, valueBytes);
      if (start + valueBytes > file.sizeBytes()) {
        throw truncated(name(tag), start + valueBytes);
      }
      if (index == 0) {
        entries.putIfAbsent(tag, new Entry(type, values, start));
      } else if (tag == NEW_SUBFILE_TYPE && mask < 0) {
        long kind = value(new Entry(type, values, start), 0);
        mask = (kind & MASK) != 0 && (kind & REDUCED) == 0 ? index : mask;
      }
    }
    return bytes.nextDirectory(offset, count);
  }

  /** Index of the picture that tells which cells of the first are valid; −1 when there is none. */
  int mask() {
    return mask;
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** How many values a tag holds; 0 when it is not there. */
  long count(int tag) {
    return has(tag) ? entries.get(tag).count() : 0;
  }

  /** First value of a tag of whole numbers. */
  long number(int tag, long absent) throws IOException {
    return count(tag) == 0 ? absent : number(tag, 0L, absent);
  }

  /** A value of a tag of whole numbers; {@code absent} beyond its end. */
  long number(int tag, long index, long absent) throws IOException {
    return index < count(tag) ? value(entries.get(tag), index) : absent;
  }

  /** The first values of a tag of doubles; null when it holds fewer. */
  double[] doubles(int tag, int count) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.type() != 12 || entry.count() < count) {
      return null;
    }
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = Double.longBitsToDouble(value(entry, k));
    }
    return numbers;
  }

  /** A tag's text without its closing zero; empty when it is not there. */
  String text(int tag) throws IOException {
    int length = (int) Math.min(count(tag), LONGEST_TEXT);
    byte[] text = new byte[length];
    for (int k = 0; k < length; k++) {
      text[k] = (byte) value(entries.get(tag), k);
    }
    return new String(text, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
  }

  private long value(Entry entry, long index) throws IOException {
    return bytes.integer(entry.type(), entry.offset() + index * TiffBytes.size(entry.type()));
  }

  static String name(int tag) {
    return NAMES.getOrDefault(tag, "tag") + " (" + tag + ")";
  }

  InputRefused lies(String tag, String found) {
    return new InputRefused("raster.tag", "file", file.name(), "tag", tag, "found", found);
  }

  InputRefused truncated(String tag, long needed) {
    return new InputRefused(
        "file.truncated",
        "file",
        file.name(),
        "place",
        tag,
        "found",
        file.sizeBytes() + "",
        "expected",
        needed + "");
  }
}
