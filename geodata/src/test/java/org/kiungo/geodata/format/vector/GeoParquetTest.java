package org.kiungo.geodata.format.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.geodata.format.ParquetCodecs;
import org.kiungo.geodata.format.Recorder;
import org.locationtech.jts.geom.Coordinate;

/** Points as pairs of numbers, packed in each way, in a system of their own. */
class GeoParquetTest {

  @TempDir private Path folder;

  private Path file(CompressionCodecName codec, String column) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message a { optional int32 day (DATE); optional group at { required double x;"
                + " required double y; } }");
    Path file = folder.resolve("points.parquet");
    String geo =
        "{\"version\":\"1.1.0\",\"primary_column\":\"at\",\"columns\":{\"at\":" + column + "}}";
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ParquetCodecs())
            .withCompressionCodec(codec)
            .withExtraMetaData(Map.of("geo", geo))
            .build()) {
      Group row = new SimpleGroupFactory(schema).newGroup().append("day", 19_000);
      row.addGroup("at").append("x", 500_000.0).append("y", 9_000_000.0);
      writer.write(row);
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "ZSTD"})
  void pairsOfNumbersAreReadInTheirOwnSystem(CompressionCodecName codec) throws IOException {
    Recorder read =
        Recorder.read(
            file(
                codec,
                "{\"encoding\":\"point\",\"crs\":{\"id\":{\"authority\":\"EPSG\",\"code\":32737}}}"));
    assertThat(read.layers.get(0).crs().label()).isEqualTo("EPSG:32737");
    assertThat(read.features).hasSize(1);
    assertThat(read.features.get(0).attributes()).isEqualTo(Map.of("day", "2022-01-08"));
    assertThat(read.features.get(0).geometry().getCoordinate())
        .isEqualTo(new Coordinate(500_000, 9_000_000));
  }

  @Test
  void aSystemThatIsNotKnownAndAnEncodingThatDoesNotFitAreRefused() throws IOException {
    Path system =
        file(CompressionCodecName.SNAPPY, "{\"encoding\":\"point\",\"crs\":{\"name\":\"Mine\"}}");
    assertThatThrownBy(() -> Recorder.read(system)).hasMessageContaining("file.crsUnknown");
    Files.delete(system);
    Path encoding = file(CompressionCodecName.SNAPPY, "{\"encoding\":\"WKB\"}");
    assertThatThrownBy(() -> Recorder.read(encoding)).hasMessageContaining("file.damaged");
  }
}
