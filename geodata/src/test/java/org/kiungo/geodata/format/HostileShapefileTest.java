package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.ShapeFixture.Village;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.vector.ShapeGeometry;
import org.kiungo.planner.model.value.InputRefused;

/** Shapefiles with parts missing, lying or in old character sets. */
class HostileShapefileTest {

  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final Charset CP1256 = Charset.forName("windows-1256");
  private static final List<Village> VILLAGES =
      List.of(new Village("Ségou", 10, -6.27, 13.43), new Village("Kôlo", 20, -5.5, 12.25));

  @TempDir private Path folder;
  private ShapeFixture fixture;
  private Path shp;

  @BeforeEach
  void write() throws IOException {
    fixture = new ShapeFixture(folder, "villages");
    shp = fixture.write(VILLAGES, StandardCharsets.UTF_8, 0);
  }

  private static List<Object> names(Recorder read) {
    return read.features.stream().map(f -> f.attributes().get("name")).toList();
  }

  @Test
  void aWholeShapefileIsRead() {
    Recorder read = Recorder.read(shp);
    assertThat(names(read)).containsExactly("Ségou", "Kôlo");
    assertThat(read.features.get(1).attributes()).containsEntry("population", 20L);
    assertThat(read.features.get(0).geometry().getCoordinate().x).isEqualTo(-6.27);
    assertThat(read.layers.get(0).crs().code()).isEqualTo("EPSG:4326");
    assertThat(read.codes()).containsExactly("encodingGuessed");
  }

  @Test
  void theCpgPartDecidesTheCharacterSet() throws IOException {
    fixture.write(VILLAGES, CP1252, 0);
    Files.writeString(fixture.part("cpg"), "1252");
    assertThat(names(Recorder.read(shp))).containsExactly("Ségou", "Kôlo");
    fixture.write(List.of(new Village("القرية", 1, 31, 30)), CP1256, 0);
    Files.writeString(fixture.part("cpg"), "ANSI 1256");
    assertThat(names(Recorder.read(shp))).containsExactly("القرية");
  }

  @Test
  void theLanguageByteAndThenTheBytesThemselvesDecideWithoutIt() throws IOException {
    fixture.write(List.of(new Village("القرية", 1, 31, 30)), CP1256, 0x7E);
    assertThat(names(Recorder.read(shp))).containsExactly("القرية");
    fixture.write(VILLAGES, CP1252, 0x57);
    Recorder read = Recorder.read(shp);
    assertThat(names(read)).containsExactly("Ségou", "Kôlo");
    assertThat(read.findings.get(0).found()).isEqualTo("windows-1252");
  }

  @Test
  void aLyingCharacterSetIsToldAndNeverSilent() throws IOException {
    fixture.write(VILLAGES, CP1252, 0);
    Files.writeString(fixture.part("cpg"), "UTF-8");
    assertThat(Recorder.read(shp).codes()).contains("textUndecodable");
    Files.writeString(fixture.part("cpg"), "KLINGON");
    assertThat(Refusals.of(shp)).isEqualTo("file.encodingUnknown");
  }

  @Test
  void aMissingOrLyingIndexIsRebuiltAndTold() throws IOException {
    Files.delete(fixture.part("shx"));
    Recorder without = Recorder.read(shp);
    assertThat(without.features).hasSize(2);
    assertThat(without.codes()).contains("shxRebuilt");
    fixture.write(VILLAGES, StandardCharsets.UTF_8, 0);
    byte[] index = Files.readAllBytes(fixture.part("shx"));
    ByteBuffer.wrap(index).putInt(108, 99_999_999);
    Files.write(fixture.part("shx"), index);
    Recorder lying = Recorder.read(shp);
    assertThat(lying.features).hasSize(2);
    assertThat(lying.codes()).contains("shxRebuilt");
  }

  @Test
  void missingAttributesOrSystemAreTold() throws IOException {
    Files.delete(fixture.part("dbf"));
    Files.delete(fixture.part("prj"));
    Recorder read = Recorder.read(shp);
    assertThat(read.features).hasSize(2);
    assertThat(read.codes()).containsExactly("prjMissing", "dbfMissing");
    assertThat(read.layers.get(0).crs()).isNull();
  }

  @Test
  void aGarbageSystemOrOneThatContradictsTheCoordinatesIsRefused() throws IOException {
    Files.writeString(fixture.part("prj"), "not a system");
    assertThat(Refusals.of(shp)).isEqualTo("file.crsUnknown");
    Files.writeString(
        fixture.part("prj"), "GEOGCS[\"a\",DATUM[\"b\"," + "A[\"c\",".repeat(100_000));
    assertThat(Refusals.of(shp)).isEqualTo("file.crsUnknown");
    Files.writeString(fixture.part("prj"), ShapeFixture.WGS84);
    byte[] bytes = Files.readAllBytes(shp);
    ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putDouble(52, 9e6);
    Files.write(shp, bytes);
    assertThat(Refusals.of(shp)).isEqualTo("file.crsContradicts");
  }

  @Test
  void cutPartsAndDifferingCountsAreRefusedByName() throws IOException {
    byte[] whole = Files.readAllBytes(shp);
    Files.write(shp, java.util.Arrays.copyOf(whole, whole.length - 9));
    assertThat(Refusals.of(shp)).isEqualTo("file.truncated");
    Files.write(shp, whole);
    byte[] table = Files.readAllBytes(fixture.part("dbf"));
    table[4] = 3;
    Files.write(fixture.part("dbf"), table);
    InputRefused refused = Refusals.refused(shp);
    assertThat(refused.code()).isIn("file.partsDiffer", "file.truncated");
  }

  @Test
  void countsInsideARecordAreComparedWithItsLength() {
    ByteBuffer polygon = ByteBuffer.allocate(48).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    polygon.putInt(0, 5).putInt(36, Integer.MAX_VALUE).putInt(40, 4);
    RawGeometry.Unusable broken =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            RawGeometry.Unusable.class, () -> ShapeGeometry.read(polygon, false));
    assertThat(broken.code).isEqualTo("geometryBroken");
    polygon.putInt(36, -1);
    broken =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            RawGeometry.Unusable.class, () -> ShapeGeometry.read(polygon, false));
    assertThat(broken.code).isEqualTo("geometryBroken");
  }
}
