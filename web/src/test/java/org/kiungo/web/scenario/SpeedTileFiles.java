package org.kiungo.web.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.kiungo.geodata.format.ParquetCodecs;
import org.kiungo.planner.model.value.LonLat;

/** Speed tests by tile in the layout in which Ookla publishes them, Parquet or the same as text. */
final class SpeedTileFiles {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message schema { optional binary quadkey (STRING); optional binary tile (STRING);"
              + " optional double tile_x; optional double tile_y; optional int64 avg_d_kbps;"
              + " optional int64 avg_u_kbps; optional int64 avg_lat_ms;"
              + " optional int32 avg_lat_down_ms; optional int32 avg_lat_up_ms;"
              + " optional int64 tests; optional int64 devices; }");

  private static final int LEVEL = 16;

  /** A tile of zoom level 16 with the mean download of its tests. */
  record Tile(long column, long row, long downloadKbps) {

    static Tile at(LonLat place, long downloadKbps) {
      double lat = Math.toRadians(place.lat());
      double north = 1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI;
      return new Tile(
          (long) ((place.lon() + 180) / 360 * (1 << LEVEL)),
          (long) (north / 2 * (1 << LEVEL)),
          downloadKbps);
    }

    String quadkey() {
      StringBuilder key = new StringBuilder();
      for (int bit = LEVEL - 1; bit >= 0; bit--) {
        key.append((column >> bit & 1) + 2 * (row >> bit & 1));
      }
      return key.toString();
    }

    double lon(double columns) {
      return (column + columns) * 360 / (1 << LEVEL) - 180;
    }

    double lat(double rows) {
      double angle = Math.PI * (1 - 2 * (row + rows) / (1 << LEVEL));
      return Math.toDegrees(Math.atan(Math.sinh(angle)));
    }

    String wkt() {
      String text = "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))";
      return text.formatted(lon(0), lat(0), lon(1), lat(1));
    }
  }

  private SpeedTileFiles() {}

  static byte[] parquet(Path folder, List<Tile> tiles) throws IOException {
    Path file = folder.resolve("tiles.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(SCHEMA)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ParquetCodecs())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      SimpleGroupFactory rows = new SimpleGroupFactory(SCHEMA);
      for (Tile each : tiles) {
        writer.write(
            rows.newGroup()
                .append("quadkey", each.quadkey())
                .append("tile", each.wkt())
                .append("tile_x", each.lon(0.5))
                .append("tile_y", each.lat(0.5))
                .append("avg_d_kbps", each.downloadKbps())
                .append("avg_u_kbps", 3_512L)
                .append("avg_lat_ms", 36L)
                .append("avg_lat_down_ms", 412)
                .append("tests", 11L)
                .append("devices", 4L));
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  /** As the older files were, and as spreadsheets of them are. */
  static byte[] csv(List<Tile> tiles) {
    List<String> rows = new ArrayList<>();
    rows.add("quadkey,tile,avg_d_kbps,avg_u_kbps,avg_lat_ms,tests,devices");
    for (Tile each : tiles) {
      rows.add(
          String.format(
              Locale.ROOT,
              "%s,\"%s\",%d,3512,36,11,4",
              each.quadkey(),
              each.wkt(),
              each.downloadKbps()));
    }
    return (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
