package org.kiungo.geodata.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf without a spatial index, which readers take as optional. A layer has one geometry
 * type; a type beside its Multi form is written as the latter.
 */
final class FlatGeobufWriter {

  private static final int WGS84 = 4326;

  private FlatGeobufWriter() {}

  static void write(ExportLayer layer, Path out) throws IOException {
    byte type = geometryType(layer);
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
      bytes.write(Constants.MAGIC_BYTES);
      bytes.write(header(layer, type));
      for (org.kiungo.geodata.format.Feature feature : layer.features()) {
        bytes.write(feature(layer, feature, type));
      }
    }
  }

  /** The library's own writer leaves out heights, title, description and metadata. */
  private static byte[] header(ExportLayer layer, byte type) throws IOException {
    long rows = 0;
    boolean heights = false;
    for (org.kiungo.geodata.format.Feature feature : layer.features()) {
      rows++;
      heights |= hasZ(feature.geometry());
    }
    LayerNotes notes = layer.notes();
    FlatBufferBuilder builder = new FlatBufferBuilder(4096);
    int columns = columns(layer, builder);
    int name = builder.createString(layer.name());
    int title = notes.isNone() ? 0 : builder.createString(notes.title());
    int description = notes.isNone() ? 0 : builder.createString(notes.text());
    String json = notes.isNone() ? "" : LayerNotes.json(layer, "", layer.names());
    int metadata = notes.isNone() ? 0 : builder.createString(json);
    Crs.startCrs(builder);
    Crs.addCode(builder, WGS84);
    int crs = Crs.endCrs(builder);
    Header.startHeader(builder);
    Header.addName(builder, name);
    Header.addGeometryType(builder, type);
    Header.addHasZ(builder, heights);
    Header.addColumns(builder, columns);
    Header.addFeaturesCount(builder, rows);
    Header.addIndexNodeSize(builder, 0);
    Header.addCrs(builder, crs);
    Header.addTitle(builder, title);
    Header.addDescription(builder, description);
    Header.addMetadata(builder, metadata);
    Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
    return bytes(builder);
  }

  private static int columns(ExportLayer layer, FlatBufferBuilder builder) {
    int[] columns = new int[layer.fields().size()];
    for (int k = 0; k < columns.length; k++) {
      Field field = layer.fields().get(k);
      String said = layer.notes().column(field.name());
      int name = builder.createString(field.name());
      int description = said.isEmpty() ? 0 : builder.createString(said);
      Column.startColumn(builder);
      Column.addName(builder, name);
      Column.addType(
          builder,
          switch (field.type()) {
            case INTEGER -> ColumnType.Long;
            case REAL -> ColumnType.Double;
            case BOOLEAN -> ColumnType.Bool;
            case TEXT -> ColumnType.String;
          });
      Column.addNullable(builder, true);
      Column.addDescription(builder, description);
      columns[k] = Column.endColumn(builder);
    }
    return Header.createColumnsVector(builder, columns);
  }

  private static boolean hasZ(Geometry geometry) {
    return geometry != null
        && geometry.getCoordinate() != null
        && !Double.isNaN(geometry.getCoordinate().getZ());
  }

  private static byte geometryType(ExportLayer layer) {
    TreeSet<String> types = new TreeSet<>();
    for (org.kiungo.geodata.format.Feature feature : layer.features()) {
      if (feature.geometry() != null && !feature.geometry().isEmpty()) {
        types.add(feature.geometry().getGeometryType());
      }
    }
    if (types.isEmpty()) {
      return (byte) GeometryType.Unknown;
    }
    String widest = types.first();
    boolean pair = types.size() == 2 && widest.equals("Multi" + types.last());
    if (types.size() > 1 && !pair) {
      throw new InputRefused(
          "file.exportLimit",
          "file",
          layer.name(),
          "what",
          "geometry types",
          "found",
          String.join(" + ", types),
          "limit",
          "1");
    }
    return (byte) type(widest);
  }

  private static int type(String name) {
    return switch (name) {
      case "Point" -> GeometryType.Point;
      case "MultiPoint" -> GeometryType.MultiPoint;
      case "LineString", "LinearRing" -> GeometryType.LineString;
      case "MultiLineString" -> GeometryType.MultiLineString;
      case "Polygon" -> GeometryType.Polygon;
      case "MultiPolygon" -> GeometryType.MultiPolygon;
      default -> GeometryType.GeometryCollection;
    };
  }

  /** The geometry as one of its layer's type. */
  private static Geometry promoted(Geometry geometry, byte type) {
    if (GeometryConversions.toGeometryType(geometry.getClass()) == type) {
      return geometry;
    }
    GeometryFactory factory = geometry.getFactory();
    return switch (type) {
      case GeometryType.MultiPoint -> factory.createMultiPoint(new Point[] {(Point) geometry});
      case GeometryType.MultiLineString ->
          factory.createMultiLineString(new LineString[] {(LineString) geometry});
      default -> factory.createMultiPolygon(new Polygon[] {(Polygon) geometry});
    };
  }

  private static byte[] feature(
      ExportLayer layer, org.kiungo.geodata.format.Feature feature, byte type) throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder(1024);
    int geometry = 0;
    if (feature.geometry() != null && !feature.geometry().isEmpty()) {
      geometry = GeometryConversions.serialize(builder, promoted(feature.geometry(), type), type);
    }
    int properties = Feature.createPropertiesVector(builder, properties(layer, feature));
    int root = Feature.createFeature(builder, geometry, properties, 0);
    Feature.finishSizePrefixedFeatureBuffer(builder, root);
    return bytes(builder);
  }

  private static byte[] bytes(FlatBufferBuilder builder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Channels.newChannel(bytes).write(builder.dataBuffer());
    return bytes.toByteArray();
  }

  private static byte[] properties(ExportLayer layer, org.kiungo.geodata.format.Feature feature) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Field> fields = layer.fields();
    for (int k = 0; k < fields.size(); k++) {
      Object value = feature.attributes().get(fields.get(k).name());
      if (value == null) {
        continue;
      }
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      ByteBuffer cell = ByteBuffer.allocate(14 + text.length).order(ByteOrder.LITTLE_ENDIAN);
      cell.putShort((short) k);
      switch (fields.get(k).type()) {
        case INTEGER -> cell.putLong(((Number) value).longValue());
        case REAL -> cell.putDouble(((Number) value).doubleValue());
        case BOOLEAN -> cell.put((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
        case TEXT -> cell.putInt(text.length).put(text);
      }
      bytes.write(cell.array(), 0, cell.position());
    }
    return bytes.toByteArray();
  }
}
