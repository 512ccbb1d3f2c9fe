package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.inspect.RasterSummary;
import org.kiungo.geodata.format.raster.ArcGridReader;
import org.kiungo.geodata.format.raster.GeoTiffReader;
import org.kiungo.planner.model.value.InputRefused;

/** TIFF headers that lie are refused by the tag that lies, before anything is allocated. */
class HostileTiffTest {

  @TempDir private Path folder;

  /** A little-endian TIFF of 2 × 2 bytes; each pair replaces a tag's type, count and value. */
  private Path tiff(int... tagAndValue) throws IOException {
    int[][] tags = {
      {256, 4, 1, 2},
      {257, 4, 1, 2},
      {258, 3, 1, 8},
      {259, 3, 1, 1},
      {262, 3, 1, 1},
      {273, 4, 1, 200},
      {277, 3, 1, 1},
      {278, 4, 1, 2},
      {279, 4, 1, 4}
    };
    ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    bytes.putShort((short) tags.length);
    for (int[] tag : tags) {
      int value = tag[3];
      int count = tag[2];
      for (int k = 0; k < tagAndValue.length; k += 2) {
        value = tagAndValue[k] == tag[0] ? tagAndValue[k + 1] : value;
        count = tagAndValue[k] == -tag[0] ? tagAndValue[k + 1] : count;
      }
      boolean small = tag[1] == 3 && value < 0x10000 && value >= 0;
      bytes.putShort((short) tag[0]).putShort((short) (small ? 3 : 4)).putInt(count).putInt(value);
    }
    int next = 0;
    for (int k = 0; k < tagAndValue.length; k += 2) {
      next = tagAndValue[k] == 0 ? tagAndValue[k + 1] : next;
    }
    bytes.putInt(next);
    bytes.position(200);
    bytes.put(new byte[] {1, 2, 3, 4});
    return Files.write(folder.resolve("a.tif"), bytes.array());
  }

  private static String tag(Path file) {
    InputRefused refused = Refusals.refused(file);
    assertThat(refused).as("refused").isNotNull();
    return refused.code() + " " + refused.arguments().values();
  }

  @Test
  void thePlainOneOpensAndSumsToTen() throws IOException {
    try (Raster raster = new GeoTiffReader().open(SourceFile.of(tiff()))) {
      RasterSummary cells = RasterSummary.of(raster, 0);
      assertThat(cells.sum()).isEqualTo(10);
      assertThat(cells.positive()).isEqualTo(4);
    }
  }

  @Test
  void sizesThatLieAreRefusedByTheirTag() throws IOException {
    assertThat(tag(tiff(256, 0))).startsWith("raster.tag").contains("ImageWidth (256)");
    assertThat(tag(tiff(257, -1))).startsWith("raster.tag").contains("ImageLength (257)");
    assertThat(tag(tiff(256, 100_000, 257, 100_000, 278, 1))).startsWith("file.limit");
    assertThat(tag(tiff(256, 2_000_000, 257, 300, 278, 300))).startsWith("file.limit");
    assertThat(tag(tiff(277, 20_000))).startsWith("file.limit").contains("SamplesPerPixel (277)");
    assertThat(tag(tiff(258, 999))).startsWith("raster.tag").contains("BitsPerSample (258)");
    assertThat(tag(tiff(278, 0))).startsWith("raster.tag").contains("RowsPerStrip (278)");
  }

  @Test
  void dataBeyondTheEndIsATruncatedFile() throws IOException {
    assertThat(tag(tiff(273, 1_000))).startsWith("file.truncated");
    assertThat(tag(tiff(279, 1_000_000))).startsWith("file.truncated");
    assertThat(tag(tiff(-273, -1))).startsWith("file.truncated");
  }

  @Test
  void aLoopOfDirectoriesIsRefused() throws IOException {
    assertThat(tag(tiff(0, 8))).startsWith("raster.tag").contains("IFD");
  }

  @Test
  void anUnknownCompressionIsRefusedByItsNumber() throws IOException {
    assertThat(tag(tiff(259, 34_925))).startsWith("raster.compression").contains("34925");
  }

  @Test
  void aCutRealRasterIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(TestData.path("LSO/openelec_test_data/ghs.tif"));
    for (int eighth = 0; eighth < 8; eighth++) {
      int length = Math.max(9, whole.length / 8 * eighth);
      Path cut = folder.resolve("cut" + eighth + ".tif");
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThat(Refusals.of(cut)).as("cut at " + length).isEqualTo("file.truncated");
    }
  }

  @Test
  void anAsciiGridIsReadOrRefusedAtItsRow() throws IOException {
    String head =
        "ncols 3\nnrows 2\nxllcorner 36\nyllcorner -2\ncellsize 0.5\nNODATA_value -9999\n";
    Path grid = Files.writeString(folder.resolve("a.asc"), head + "1 2 -9999\n4 5.5 -1\n");
    try (Raster raster = new ArcGridReader().open(SourceFile.of(grid))) {
      RasterSummary cells = RasterSummary.of(raster, 0);
      assertThat(cells).isEqualTo(new RasterSummary(12.5, 4, 1, 1, 0));
      assertThat(raster.bbox()).containsExactly(36, -2, 37.5, -1);
    }
    Path cut = Files.writeString(folder.resolve("cut.asc"), head + "1 2 -9999\n4 5.55555\n");
    assertThat(Refusals.of(cut)).isEqualTo("file.truncated");
    Path word = Files.writeString(folder.resolve("word.asc"), head + "1 2 -9999\n4 5 many\n");
    assertThat(tag(word)).startsWith("file.damaged").contains("row 2").contains("many");
    String vast = head.replace("ncols 3", "ncols 30000").replace("nrows 2", "nrows 30000");
    assertThat(Refusals.of(Files.writeString(folder.resolve("v.asc"), vast)))
        .isEqualTo("file.truncated");
    String endless =
        head.replace("nrows 2", "nrows 2000000000").replace("ncols 3", "ncols 8000000");
    assertThat(Refusals.of(Files.writeString(folder.resolve("e.asc"), endless)))
        .isEqualTo("file.limit");
    Path more = Files.writeString(folder.resolve("more.asc"), head + "1 2 3\n4 5 6\n7\n");
    assertThat(tag(more)).startsWith("file.damaged").contains("row 3");
  }

  @Test
  void windowsOfAnAsciiGridAreTheSameInAnyOrder() throws IOException {
    StringBuilder cells =
        new StringBuilder("ncols 7\nnrows 9\nxllcorner 0\nyllcorner 0\ncellsize 1\n");
    for (int k = 0; k < 63; k++) {
      cells.append(k % 5 == 0 ? k + ".25e0" : k).append(k % 7 == 6 ? "\r\n" : " ");
    }
    Path grid = Files.writeString(folder.resolve("order.asc"), cells);
    try (Raster raster = new ArcGridReader().open(SourceFile.of(grid))) {
      double[] last = raster.read(0, 2, 7, 3, 2);
      double[] first = raster.read(0, 0, 0, 7, 2);
      assertThat(last).containsExactly(51, 52, 53, 58, 59, 60.25);
      assertThat(first[5]).isEqualTo(5.25);
      assertThat(raster.read(0, 2, 7, 3, 2)).isEqualTo(last);
      assertThat(raster.read(0, 0, 3, 7, 1)[0]).isEqualTo(21);
    }
  }

  @Test
  void numbersOfAnAsciiGridAreExact() throws IOException {
    String[] words = {
      "0.1",
      "-9999",
      "123456789012345",
      "1e-7",
      "3.4028234663852886e38",
      "+7",
      ".5",
      "0.000000000000001",
      "NaN"
    };
    String text =
        "ncols 9\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n" + String.join(" ", words);
    Path grid = Files.writeString(folder.resolve("exact.asc"), text);
    try (Raster raster = new ArcGridReader().open(SourceFile.of(grid))) {
      double[] read = raster.read(0, 0, 0, 9, 1);
      for (int k = 0; k < words.length; k++) {
        assertThat(read[k]).as(words[k]).isEqualTo(Double.valueOf(words[k]));
      }
    }
  }
}
