package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.ParquetCodecs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoParquet 1.1: shapes as ISO well-known binary in longitude and latitude, each with its box, so
 * that readers may skip what lies elsewhere; pages packed by ZSTD.
 *
 * @see <a href="https://geoparquet.org/releases/v1.1.0/">GeoParquet 1.1.0</a>
 */
final class GeoParquetWriter {

  private static final String[] SIDES = {"xmin", "ymin", "xmax", "ymax"};

  private GeoParquetWriter() {}

  static void write(ExportLayer layer, Path out) throws IOException {
    List<String> names = layer.fields().stream().map(Field::name).toList();
    String shape = free("geometry", names);
    String box = free("bbox", names);
    MessageType schema = schema(layer, shape, box);
    SimpleGroupFactory rows = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(out))
            .withType(schema)
            .withConf(new PlainParquetConfiguration())
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withCodecFactory(new ParquetCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withExtraMetaData(metadata(layer, shape, box))
            .build()) {
      for (Feature feature : layer.features()) {
        writer.write(row(rows.newGroup(), layer, feature, shape, box));
      }
    }
  }

  private static Map<String, String> metadata(ExportLayer layer, String shape, String box) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("geo", geo(layer, shape, box));
    if (!layer.notes().isNone()) {
      metadata.put("csvw", LayerNotes.json(layer, "", layer.names()));
    }
    return metadata;
  }

  private static String free(String name, List<String> taken) {
    String free = name;
    for (int copy = 2; taken.contains(free); copy++) {
      free = name + "_" + copy;
    }
    return free;
  }

  private static MessageType schema(ExportLayer layer, String shape, String box) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Field field : layer.fields()) {
      switch (field.type()) {
        case INTEGER -> schema.optional(PrimitiveTypeName.INT64).named(field.name());
        case REAL -> schema.optional(PrimitiveTypeName.DOUBLE).named(field.name());
        case BOOLEAN -> schema.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
        case TEXT ->
            schema
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(field.name());
      }
    }
    schema.optional(PrimitiveTypeName.BINARY).named(shape);
    var sides = Types.optionalGroup();
    for (String side : SIDES) {
      sides.required(PrimitiveTypeName.DOUBLE).named(side);
    }
    return schema.addField(sides.named(box)).named("layer");
  }

  private static Group row(
      Group row, ExportLayer layer, Feature feature, String shape, String box) {
    for (Field field : layer.fields()) {
      Object value = feature.attributes().get(field.name());
      if (value == null) {
        continue;
      }
      switch (field.type()) {
        case INTEGER -> row.add(field.name(), ((Number) value).longValue());
        case REAL -> row.add(field.name(), ((Number) value).doubleValue());
        case BOOLEAN -> row.add(field.name(), (boolean) (Boolean) value);
        case TEXT -> row.add(field.name(), value.toString());
      }
    }
    Geometry geometry = feature.geometry();
    if (geometry != null) {
      row.add(shape, Binary.fromConstantByteArray(wkb(geometry)));
      if (!geometry.isEmpty()) {
        Envelope envelope = geometry.getEnvelopeInternal();
        row.addGroup(box)
            .append("xmin", envelope.getMinX())
            .append("ymin", envelope.getMinY())
            .append("xmax", envelope.getMaxX())
            .append("ymax", envelope.getMaxY());
      }
    }
    return row;
  }

  private static byte[] wkb(Geometry geometry) {
    boolean heights = hasHeights(geometry);
    byte[] wkb =
        new WKBWriter(heights ? 3 : 2, ByteOrderValues.LITTLE_ENDIAN, false).write(geometry);
    if (heights) {
      IsoWkb.fromExtended(wkb);
    }
    return wkb;
  }

  private static boolean hasHeights(Geometry geometry) {
    for (Coordinate each : geometry.getCoordinates()) {
      if (!Double.isNaN(each.getZ())) {
        return true;
      }
    }
    return false;
  }

  /** The file's metadata; WGS 84 in longitude and latitude is what no {@code crs} means. */
  private static String geo(ExportLayer layer, String shape, String box) {
    TreeSet<String> types = new TreeSet<>();
    Envelope extent = new Envelope();
    for (Feature feature : layer.features()) {
      if (feature.geometry() != null) {
        String type = feature.geometry().getGeometryType();
        types.add(hasHeights(feature.geometry()) ? type + " Z" : type);
        extent.expandToInclude(feature.geometry().getEnvelopeInternal());
      }
    }
    Map<String, Object> sides = new LinkedHashMap<>();
    for (String side : SIDES) {
      sides.put(side, List.of(box, side));
    }
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("encoding", "WKB");
    column.put("geometry_types", new ArrayList<>(types));
    if (!extent.isNull()) {
      column.put(
          "bbox", List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
    }
    column.put("covering", Map.of("bbox", sides));
    Map<String, Object> geo = new LinkedHashMap<>();
    geo.put("version", "1.1.0");
    geo.put("primary_column", shape);
    geo.put("columns", Map.of(shape, column));
    return JsonMapper.shared().writeValueAsString(geo);
  }
}
