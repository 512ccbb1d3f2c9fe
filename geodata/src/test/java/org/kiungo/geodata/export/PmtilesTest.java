package org.kiungo.geodata.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.tile.TileAddress;
import org.kiungo.geodata.tile.VectorTile;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An archive of tiles, read back by what the specification of PMTiles 3 says, and by GDAL. */
class PmtilesTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final List<Field> FIELDS =
      List.of(new Field("name", Field.Type.TEXT), new Field("people", Field.Type.INTEGER));

  @TempDir private Path folder;

  private static ExportLayer places(int count) {
    return places(count, 1);
  }

  private static ExportLayer places(int count, double times) {
    SplittableRandom random = new SplittableRandom(5);
    List<Feature> rows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Coordinate at =
          new Coordinate(27 + times * 2.4 * random.nextDouble(), -30 + times * random.nextDouble());
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("name", "P" + k);
      cells.put("people", (long) random.nextInt(1, 5_000));
      rows.add(new Feature(k + 1, "p" + k, GEOMETRIES.createPoint(at), cells));
    }
    LayerNotes notes =
        new LayerNotes("Lesotho", Map.of("licence", "CC0"), Map.of("people", "who lives there"));
    return new ExportLayer("places", FIELDS, rows, null).with(notes);
  }

  private static ExportLayer lines() {
    Coordinate[] path = {new Coordinate(27, -29.9), new Coordinate(29.4, -29.1)};
    Feature row = new Feature(1, "l", GEOMETRIES.createLineString(path), Map.of("name", "L"));
    return new ExportLayer("lines", FIELDS, List.of(row), null);
  }

  private Path write(String name, ExportLayer... layers) throws IOException {
    Path file = folder.resolve(name);
    ExportFormat.named("pmtiles").write(List.of(layers), file);
    return file;
  }

  /** What an archive holds, by the specification: tiles by their number. */
  private static final class Archive {

    private final ByteBuffer bytes;
    final JsonNode metadata;
    final TreeMap<Long, byte[]> tiles = new TreeMap<>();
    int leaves;

    Archive(Path file) throws IOException {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(new String(bytes.array(), 0, 7, StandardCharsets.US_ASCII)).isEqualTo("PMTiles");
      assertThat(bytes.get(7)).isEqualTo((byte) 3);
      assertThat(number(8) + number(16)).as("root directory").isLessThanOrEqualTo(16_384);
      metadata = JsonMapper.shared().readTree(unpacked(number(24), number(32)));
      read(number(8), number(16));
      assertThat(number(72)).isEqualTo(tiles.size());
      assertThat(number(56) + number(64)).as("whole").isEqualTo(bytes.capacity());
    }

    long number(int at) {
      return bytes.getLong(at);
    }

    double degrees(int at) {
      return bytes.getInt(at) / 1e7;
    }

    int at(int at) {
      return bytes.get(at);
    }

    private byte[] unpacked(long offset, long length) throws IOException {
      return new GZIPInputStream(
              new ByteArrayInputStream(bytes.array(), (int) offset, (int) length))
          .readAllBytes();
    }

    private void read(long offset, long length) throws IOException {
      ByteBuffer directory = ByteBuffer.wrap(unpacked(offset, length));
      int count = (int) varint(directory);
      long[][] columns = new long[4][count];
      for (int column = 0; column < 4; column++) {
        for (int k = 0; k < count; k++) {
          columns[column][k] = varint(directory);
        }
      }
      long id = 0;
      long next = 0;
      for (int k = 0; k < count; k++) {
        id += columns[0][k];
        long from = columns[3][k] == 0 ? next : columns[3][k] - 1;
        next = from + columns[2][k];
        if (columns[1][k] == 0) {
          leaves++;
          read(number(40) + from, columns[2][k]);
        } else {
          assertThat(columns[1][k]).isEqualTo(1);
          tiles.put(id, unpacked(number(56) + from, columns[2][k]));
        }
      }
      assertThat(directory.hasRemaining()).isFalse();
    }

    private static long varint(ByteBuffer from) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = from.get();
        value |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }
  }

  @Test
  void anArchiveIsReadBackByItsSpecification() throws IOException {
    Archive archive = new Archive(write("a.pmtiles", lines(), places(300)));
    assertThat(archive.at(96)).as("clustered").isEqualTo(1);
    assertThat(archive.at(99)).as("vector tiles").isEqualTo(1);
    assertThat(archive.at(100)).isZero();
    assertThat(archive.at(101)).isEqualTo(TileAddress.DEEPEST);
    assertThat(archive.degrees(102)).isEqualTo(27);
    assertThat(archive.degrees(114)).isBetween(-29.1, -29.0);
    JsonNode told = archive.metadata.get("vector_layers");
    assertThat(told.valueStream().map(each -> each.get("id").asString()))
        .containsExactly("lines", "places");
    assertThat(told.at("/1/fields/people").asString()).isEqualTo("who lives there");
    // the first tile is that of the whole world, cut anew from the layers
    VectorTile world = new VectorTile(new TileAddress(0, 0, 0));
    for (ExportLayer each : List.of(lines(), places(300))) {
      List<Feature> rows = new ArrayList<>();
      for (Feature row : each.features()) {
        rows.add(row.withGeometry(TileAddress.world(row.geometry())));
      }
      world.add(each.name(), FIELDS, rows);
    }
    assertThat(archive.tiles.get(0L)).isEqualTo(world.bytes());
  }

  @Test
  void manyTilesAreNamedInLeaves() throws IOException {
    Archive archive = new Archive(write("many.pmtiles", places(6_000, 20)));
    assertThat(archive.leaves).isGreaterThan(1);
    assertThat(archive.tiles.size()).isGreaterThan(6_000);
    // the whole world has more places than a tile holds, and says so
    assertThat(archive.metadata.get("vector_layers").size()).isEqualTo(2);
  }

  @Test
  void theSameLayersGiveTheSameBytes() throws IOException {
    assertThat(Files.readAllBytes(write("a.pmtiles", places(300), lines())))
        .isEqualTo(Files.readAllBytes(write("b.pmtiles", places(300), lines())));
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  /** Of every kind, mixed, crossing themselves, at the poles: what is there is cut and encoded. */
  @Test
  void oddShapesAreCutWithoutAFault() {
    int tiles = 0;
    for (long seed = 0; seed < 40; seed++) {
      ExportLayer layer = new LayerGenerator(seed).layer();
      List<Feature> rows = new ArrayList<>();
      for (Feature each : layer.features()) {
        rows.add(each.withGeometry(TileAddress.world(each.geometry())));
      }
      for (Feature each : layer.features()) {
        Coordinate at = each.geometry() == null ? null : each.geometry().getCoordinate();
        for (int zoom = 0; at != null && zoom <= TileAddress.DEEPEST; zoom += 4) {
          TileAddress address = TileAddress.of(zoom, at.x, at.y);
          VectorTile tile = new VectorTile(address);
          tile.add("odd", layer.fields(), VectorTile.within(address, rows));
          tiles += tile.bytes().length > 0 ? 1 : 0;
        }
      }
    }
    assertThat(tiles).isGreaterThan(500);
  }

  /** The tiles of an area as large as the continent end where they would be too many. */
  @Test
  void whatIsLargeEndsAtAShallowerZoom() throws IOException {
    Envelope continent = new Envelope(-17, 51, -35, 37);
    Feature row = new Feature(1, "c", GEOMETRIES.toGeometry(continent), Map.of("name", "Africa"));
    Archive archive =
        new Archive(write("c.pmtiles", new ExportLayer("c", FIELDS, List.of(row), null)));
    assertThat(archive.at(101)).isEqualTo(9);
    assertThat(archive.metadata.at("/vector_layers/0/maxzoom").asInt()).isEqualTo(9);
    assertThat(archive.tiles.size()).isLessThan(30_000);
  }

  @Test
  void layersWithoutPlacesAreLeftOutAndNothingElseIsRefused() throws IOException {
    ExportLayer bare =
        new ExportLayer("bare", FIELDS, List.of(new Feature(1, "", null, Map.of())), null);
    assertThat(new Archive(write("a.pmtiles", bare, lines())).metadata.get("vector_layers").size())
        .isEqualTo(1);
    assertThatThrownBy(() -> write("b.pmtiles", bare))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("places");
    assertThat(folder.resolve("b.pmtiles")).doesNotExist();
  }

  /** Of a place in each tile there is one, so GDAL counts what the layer has. */
  @Test
  void gdalReadsTheSameRows() throws IOException, InterruptedException {
    assumeTrue(hasDriver(), "skipped: no ogrinfo with PMTiles (gdal-bin 3.8)");
    long people = 0;
    for (Feature each : places(300).features()) {
      people += (Long) each.attributes().get("people");
    }
    Path file = write("a.pmtiles", places(300), lines());
    String told =
        run(
            "ogrinfo",
            "-q",
            file.toString(),
            "-dialect",
            "SQLite",
            "-sql",
            "SELECT COUNT(*) AS n, SUM(people) AS p FROM places");
    assertThat(told).contains("n (Integer) = 300").contains("p (Integer) = " + people);
  }

  private static boolean hasDriver() throws InterruptedException {
    try {
      return run("ogrinfo", "--formats").contains("PMTiles");
    } catch (IOException none) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }
}
