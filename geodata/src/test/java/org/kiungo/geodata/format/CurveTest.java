package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** An arc becomes straight pieces near it, and the row says so; a straight line says nothing. */
class CurveTest {

  private static final int CIRCULAR_STRING = 8;
  private static final int LINE_STRING = 2;

  @TempDir private Path folder;

  private Recorder read(int type) throws IOException {
    ByteBuffer wkb = ByteBuffer.allocate(9 + 48).order(ByteOrder.LITTLE_ENDIAN);
    wkb.put((byte) 1).putInt(type).putInt(3);
    for (double ordinate : new double[] {27, -29, 28, -28, 29, -29}) {
      wkb.putDouble(ordinate);
    }
    String row = "a," + HexFormat.of().withUpperCase().formatHex(wkb.array()) + "\n";
    return Recorder.read(Files.writeString(folder.resolve(type + ".csv"), "id,wkt\n" + row));
  }

  @Test
  void aHalfCircleIsStraightenedAndTold() throws IOException {
    Recorder read = read(CIRCULAR_STRING);
    assertThat(read.codes()).containsExactly("curveStraightened");
    assertThat(read.findings.get(0).row()).isEqualTo(2);
    Coordinate[] path = read.features.get(0).geometry().getCoordinates();
    assertThat(path).hasSizeGreaterThan(20);
    assertThat(path)
        .allSatisfy(c -> assertThat(Math.hypot(c.x - 28, c.y + 29)).isBetween(0.999999, 1.000001));
    assertThat(path[0]).isEqualTo(new Coordinate(27, -29));
    assertThat(path[path.length - 1]).isEqualTo(new Coordinate(29, -29));
  }

  @Test
  void aLineOfTheSamePlacesIsLeftAsItIs() throws IOException {
    Recorder read = read(LINE_STRING);
    assertThat(read.codes()).isEmpty();
    assertThat(read.features.get(0).geometry().getNumPoints()).isEqualTo(3);
  }
}
