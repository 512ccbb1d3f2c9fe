package org.kiungo.geodata.format.raster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Set;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Sizes and kinds of a TIFF or BigTIFF file, checked before any library touches it, so that a
 * header that lies is refused by the tag that lies and nothing is allocated for it.
 *
 * @param width columns
 * @param height rows
 * @param bands bands
 * @param blockHeight height of a tile or strip
 * @param isHalfFloat whether cells are floating-point numbers of 16 bits
 * @param mask index of the picture that tells which cells are valid; −1 when there is none
 * @param meaning what its other tags say
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
record TiffHeader(
    int width,
    int height,
    int bands,
    int blockHeight,
    boolean isHalfFloat,
    int mask,
    TiffMeaning meaning) {

  static final int MOST_BANDS = 512;
  static final long MOST_BLOCK_BYTES = 512L << 20;
  private static final long MOST_EXPANSION = 10_000;
  private static final Set<Integer> CODECS = Set.of(1, 2, 3, 4, 5, 7, 8, 32773, 32946, 50000);
  private static final int FLOATING_PREDICTOR = 3;

  /** SampleFormat. */
  private static final int UNSIGNED = 1;

  private static final int FLOATING = 3;

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
      TiffDirectory tags = new TiffDirectory(file, new TiffBytes(in, file));
      Check check = new Check(file, tags);
      check.sizes();
      check.kind();
      check.blocks();
      return new TiffHeader(
          (int) tags.number(256, -1),
          (int) tags.number(257, -1),
          (int) tags.number(277, 1),
          (int) Math.min(tags.number(257, -1), check.blockRows()),
          check.isHalfFloat(),
          tags.mask(),
          TiffMeaning.of(tags));
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  /** Refuses what lies, is too large or cannot be decoded. */
  private record Check(SourceFile file, TiffDirectory tags) {

    void sizes() throws IOException {
      for (int tag : new int[] {256, 257}) {
        long value = tags.number(tag, -1);
        if (value < 1 || value > Integer.MAX_VALUE - 8) {
          throw tags.lies(TiffDirectory.name(tag), value + "");
        }
      }
      long bands = tags.number(277, 1);
      if (bands < 1 || bands > MOST_BANDS) {
        throw SourceFile.tooMuch(file.name(), TiffDirectory.name(277), bands, MOST_BANDS);
      }
      long columns = tags.number(256, -1);
      long rows = tags.number(257, -1);
      double cellBytes = (double) columns * rows * bands * bits() / 8;
      if (cellBytes > 100e6 && cellBytes / file.sizeBytes() > MOST_EXPANSION) {
        throw SourceFile.tooMuch(
            file.name(),
            "ImageWidth × ImageLength",
            columns + " × " + rows,
            MOST_EXPANSION + " × " + file.sizeBytes());
      }
    }

    void kind() throws IOException {
      int codec = (int) tags.number(259, 1);
      if (!CODECS.contains(codec)) {
        throw new InputRefused("raster.compression", "file", file.name(), "found", codec + "");
      }
      long format = tags.number(339, UNSIGNED);
      boolean floating = format == FLOATING;
      boolean known =
          floating ? bits() == 16 || bits() == 32 || bits() == 64 : format <= 4 && bits() <= 32;
      boolean decodable = !isHalfFloat() || tags.number(317, 1) != FLOATING_PREDICTOR;
      if (!known || !decodable) {
        throw new InputRefused(
            "raster.cells",
            "file",
            file.name(),
            "bits",
            bits() + "",
            "format",
            TiffDirectory.name(339) + " = " + format);
      }
    }

    boolean isHalfFloat() throws IOException {
      return tags.number(339, UNSIGNED) == FLOATING && bits() == 16;
    }

    void blocks() throws IOException {
      long blockColumns = isTiled() ? tags.number(322, -1) : tags.number(256, -1);
      long blockRows = blockRows();
      int shape = isTiled() ? 322 : 278;
      if (blockColumns < 1 || blockRows < 1) {
        throw tags.lies(TiffDirectory.name(shape), Math.min(blockColumns, blockRows) + "");
      }
      double blockBytes = (double) blockColumns * blockRows * tags.number(277, 1) * bits() / 8;
      if (blockBytes > MOST_BLOCK_BYTES) {
        throw SourceFile.tooMuch(
            file.name(),
            TiffDirectory.name(shape),
            blockColumns + " × " + blockRows,
            MOST_BLOCK_BYTES);
      }
      int offsets = isTiled() ? 324 : 273;
      int counts = isTiled() ? 325 : 279;
      String name = isTiled() ? "TileOffsets" : "StripOffsets";
      if (!tags.has(offsets)) {
        throw tags.lies(name, "");
      }
      long stored = 0;
      boolean sparse = false;
      for (long k = 0; k < Math.min(tags.count(offsets), tags.count(counts)); k++) {
        long bytes = tags.number(counts, k, 0);
        long end = tags.number(offsets, k, 0) + bytes;
        if (end > file.sizeBytes()) {
          throw tags.truncated(name, end);
        }
        stored += bytes;
        sparse |= bytes == 0;
      }
      long needed = (tags.number(256, -1) * bits() + 7) / 8 * tags.number(257, -1);
      if (tags.number(259, 1) == 1 && tags.has(counts) && !sparse && stored < needed) {
        throw tags.lies(name, stored + " < " + needed);
      }
    }

    long blockRows() throws IOException {
      long rows = tags.number(257, -1);
      return isTiled() ? tags.number(323, -1) : Math.min(tags.number(278, rows), rows);
    }

    private boolean isTiled() {
      return tags.has(322);
    }

    private long bits() throws IOException {
      long bits = tags.number(258, 1);
      if (bits < 1 || bits > 128) {
        throw tags.lies(TiffDirectory.name(258), bits + "");
      }
      return bits;
    }
  }
}
