package org.kiungo.geodata.format.vector;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.geometry.GeoPackageBinary;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The column of shapes that a file's metadata names.
 *
 * @param name empty for a table without shapes
 * @param points whether it holds pairs of numbers instead of well-known binary
 * @param covering columns that only repeat the shapes' boxes
 * @param crs null when the file leaves it open
 */
record GeoColumn(String name, boolean points, Set<String> covering, CoordinateSystem crs) {

  static GeoColumn of(SourceFile file, ReadOptions options, FileMetaData metadata) {
    String text = metadata.getKeyValueMetaData().get("geo");
    if (text == null) {
      return new GeoColumn("", false, Set.of(), null);
    }
    JsonNode geo;
    try {
      geo = JsonMapper.shared().readTree(text);
    } catch (JacksonException broken) {
      throw damaged(file, "geo");
    }
    String name = geo.path("primary_column").asString("");
    JsonNode column = geo.path("columns").path(name);
    MessageType schema = metadata.getSchema();
    if (!column.isObject() || !schema.containsField(name)) {
      throw damaged(file, "primary_column " + name);
    }
    String encoding = column.path("encoding").asString("");
    if (!encoding.equals("WKB") && !encoding.equals("point")) {
      throw damaged(file, "encoding " + encoding);
    }
    boolean points = encoding.equals("point");
    if (points == schema.getType(name).isPrimitive()) {
      throw damaged(file, "encoding " + encoding);
    }
    Set<String> covering = new HashSet<>();
    for (JsonNode side : column.path("covering").path("bbox")) {
      covering.add(side.path(0).asString(""));
    }
    return new GeoColumn(name, points, covering, crs(file, options, column));
  }

  private static InputRefused damaged(SourceFile file, String found) {
    return new InputRefused(
        "file.damaged", "file", file.name(), "place", "GeoParquet", "found", found);
  }

  /** Without a word on it the system is WGS 84; {@code null} leaves it open. */
  private static CoordinateSystem crs(SourceFile file, ReadOptions options, JsonNode column) {
    if (!column.has("crs")) {
      return CoordinateSystem.WGS84;
    }
    JsonNode crs = column.get("crs");
    if (crs.isNull()) {
      return options.crs().isEmpty() ? null : Crs.declared(file, options.crs());
    }
    JsonNode id = crs.path("id");
    String code = id.path("authority").asString("") + ":" + id.path("code").asString("");
    Optional<CoordinateSystem> found =
        code.equals("OGC:CRS84")
            ? Optional.of(CoordinateSystem.WGS84)
            : CoordinateSystem.findByCode(code);
    return found.orElseGet(
        () -> {
          if (options.crs().isEmpty()) {
            String shown = code.equals(":") ? crs.path("name").asString("?") : code;
            throw new InputRefused("file.crsUnknown", "file", file.name(), "crs", shown);
          }
          return Crs.declared(file, options.crs());
        });
  }

  boolean isAttribute(String column) {
    return !column.equals(name) && !covering.contains(column);
  }

  /** The shape of a row; null where it has none. */
  Geometry geometry(Group row, boolean closeRings) throws RawGeometry.Unusable {
    if (name.isEmpty() || row.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    if (!points) {
      return GeoPackageBinary.wkb(row.getBinary(name, 0).getBytes(), closeRings).geometry();
    }
    Group pair = row.getGroup(name, 0);
    double x = pair.getDouble("x", 0);
    double y = pair.getDouble("y", 0);
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new RawGeometry.Unusable("coordinateNotFinite", Places.text(x, y));
    }
    boolean height = pair.getType().containsField("z");
    return RawGeometry.FACTORY.createPoint(
        height ? new Coordinate(x, y, pair.getDouble("z", 0)) : new Coordinate(x, y));
  }
}
