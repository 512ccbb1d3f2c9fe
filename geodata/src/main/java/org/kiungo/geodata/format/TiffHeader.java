package org.kiungo.geodata.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.model.InputRefused;

/**
 * The first directory of a TIFF or BigTIFF file, read before any library touches the file, so that
 * a header that lies is refused by the tag that lies and nothing is allocated for it.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
final class TiffHeader {

  static final int MOST_BANDS = 512;
  static final long MOST_BLOCK_BYTES = 512L << 20;
  private static final long MOST_EXPANSION = 10_000;
  private static final int MOST_ENTRIES = 4_096;
  private static final int MOST_DIRECTORIES = 1_000;
  private static final int MODEL_PIXEL_SCALE = 33550;
  private static final int MODEL_TIEPOINT = 33922;
  private static final int MODEL_TRANSFORMATION = 34264;
  private static final int GEO_KEYS = 34735;
  private static final int RASTER_TYPE = 1025;
  private static final Set<Integer> CODECS = Set.of(1, 2, 3, 4, 5, 7, 8, 32773, 32946, 50000);
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
          "TileLength");

  private final SourceFile file;
  private final TiffBytes bytes;
  private final Map<Integer, Entry> entries = new TreeMap<>();
  private int width;
  private int height;
  private int bands;
  private int blockHeight;
  private double[] cellToMap;

  /** A directory entry; values stand at {@code offset} in the file. */
  private record Entry(int type, long count, long offset) {}

  private TiffHeader(SourceFile file, TiffBytes bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** True for the signatures of TIFF and BigTIFF, both byte orders. */
  static boolean isTiff(SourceFile file) {
    return file.startsWith('I', 'I', 42, 0)
        || file.startsWith('M', 'M', 0, 42)
        || file.startsWith('I', 'I', 43, 0)
        || file.startsWith('M', 'M', 0, 43);
  }

  /** Reads and checks the header. */
  static TiffHeader read(SourceFile file) {
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      TiffHeader header = new TiffHeader(file, new TiffBytes(in, file));
      header.directories();
      header.checkSizes();
      header.checkBlocks();
      header.width = (int) header.number(256, -1);
      header.height = (int) header.number(257, -1);
      header.bands = (int) header.number(277, 1);
      header.blockHeight = header.blockRows();
      header.cellToMap = header.placement();
      return header;
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bands() {
    return bands;
  }

  /** Height of a tile or strip. */
  int blockHeight() {
    return blockHeight;
  }

  /**
   * Where the cells lie by ModelTransformation, or ModelPixelScale and ModelTiepoint, as in {@link
   * Raster#cellToMap}; null when the file holds neither.
   *
   * @see <a href="https://docs.ogc.org/is/19-008r4/19-008r4.html">OGC GeoTIFF 1.1</a>
   */
  double[] cellToMap() {
    return cellToMap;
  }

  private double[] placement() throws IOException {
    double[] whole = numbers(MODEL_TRANSFORMATION, 16);
    double[] scale = numbers(MODEL_PIXEL_SCALE, 2);
    double[] tie = numbers(MODEL_TIEPOINT, 6);
    double[] a = null;
    if (whole != null) {
      a = new double[] {whole[3], whole[0], whole[1], whole[7], whole[4], whole[5]};
    } else if (scale != null && tie != null && scale[0] > 0 && scale[1] > 0) {
      double west = tie[3] - tie[0] * scale[0];
      double north = tie[4] + tie[1] * scale[1];
      a = new double[] {west, scale[0], 0, north, 0, -scale[1]};
    }
    if (a != null && namesCentres()) {
      a[0] -= (a[1] + a[2]) / 2;
      a[3] -= (a[4] + a[5]) / 2;
    }
    return a;
  }

  /** Whether coordinates name the centre of a cell (RasterPixelIsPoint), not its corner. */
  private boolean namesCentres() throws IOException {
    Entry keys = entries.get(GEO_KEYS);
    for (long k = 4; keys != null && k + 3 < keys.count(); k += 4) {
      if (value(keys, k) == RASTER_TYPE) {
        return value(keys, k + 3) == 2;
      }
    }
    return false;
  }

  /** The first values of a tag of doubles; null when it holds fewer. */
  private double[] numbers(int tag, int count) throws IOException {
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

  private int blockRows() throws IOException {
    return (int) Math.min(height, tiled() ? number(323, -1) : number(278, height));
  }

  private boolean tiled() {
    return entries.containsKey(322);
  }

  private void directories() throws IOException {
    long offset = bytes.firstDirectory();
    Set<Long> seen = new HashSet<>();
    while (offset != 0) {
      if (!seen.add(offset) || seen.size() > MOST_DIRECTORIES) {
        throw lies("IFD", offset + "");
      }
      offset = directory(offset, seen.size() == 1);
    }
  }

  /** Reads one directory and returns the offset of the next. */
  private long directory(long offset, boolean first) throws IOException {
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
      if (first) {
        entries.putIfAbsent(tag, new Entry(type, values, start));
      }
    }
    return bytes.nextDirectory(offset, count);
  }

  private void checkSizes() throws IOException {
    for (int tag : new int[] {256, 257}) {
      long value = number(tag, -1);
      if (value < 1 || value > Integer.MAX_VALUE - 8) {
        throw lies(name(tag), value + "");
      }
    }
    long bands = number(277, 1);
    if (bands < 1 || bands > MOST_BANDS) {
      throw SourceFile.tooMuch(file.name(), name(277), bands, MOST_BANDS);
    }
    int codec = (int) number(259, 1);
    if (!CODECS.contains(codec)) {
      throw new InputRefused("raster.compression", "file", file.name(), "found", codec + "");
    }
    long columns = number(256, -1);
    long rows = number(257, -1);
    double cellBytes = (double) columns * rows * bands * bits() / 8;
    if (cellBytes > 100e6 && cellBytes / file.sizeBytes() > MOST_EXPANSION) {
      throw SourceFile.tooMuch(
          file.name(),
          "ImageWidth × ImageLength",
          columns + " × " + rows,
          MOST_EXPANSION + " × " + file.sizeBytes());
    }
  }

  private void checkBlocks() throws IOException {
    long rows = number(257, -1);
    long blockColumns = tiled() ? number(322, -1) : number(256, -1);
    long blockRows = tiled() ? number(323, -1) : Math.min(number(278, rows), rows);
    if (blockColumns < 1 || blockRows < 1) {
      throw lies(name(tiled() ? 322 : 278), Math.min(blockColumns, blockRows) + "");
    }
    double blockBytes = (double) blockColumns * blockRows * number(277, 1) * bits() / 8;
    if (blockBytes > MOST_BLOCK_BYTES) {
      throw SourceFile.tooMuch(
          file.name(),
          name(tiled() ? 322 : 278),
          blockColumns + " × " + blockRows,
          MOST_BLOCK_BYTES);
    }
    Entry offsets = entries.get(tiled() ? 324 : 273);
    Entry counts = entries.get(tiled() ? 325 : 279);
    if (offsets == null) {
      throw lies(tiled() ? "TileOffsets" : "StripOffsets", "");
    }
    for (long k = 0; counts != null && k < Math.min(offsets.count(), counts.count()); k++) {
      long end = value(offsets, k) + value(counts, k);
      if (end > file.sizeBytes()) {
        throw truncated(tiled() ? "TileOffsets" : "StripOffsets", end);
      }
    }
  }

  private long bits() throws IOException {
    Entry entry = entries.get(258);
    long bits = entry == null ? 1 : value(entry, 0);
    if (bits < 1 || bits > 128) {
      throw lies(name(258), bits + "");
    }
    return bits;
  }

  private long number(int tag, long absent) throws IOException {
    Entry entry = entries.get(tag);
    return entry == null || entry.count() == 0 ? absent : value(entry, 0);
  }

  private long value(Entry entry, long index) throws IOException {
    return bytes.integer(entry.type(), entry.offset() + index * TiffBytes.size(entry.type()));
  }

  private static String name(int tag) {
    return NAMES.getOrDefault(tag, "tag") + " (" + tag + ")";
  }

  private InputRefused lies(String tag, String found) {
    return new InputRefused("raster.tag", "file", file.name(), "tag", tag, "found", found);
  }

  private InputRefused truncated(String tag, long needed) {
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
