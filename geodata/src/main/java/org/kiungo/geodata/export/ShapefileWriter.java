package org.kiungo.geodata.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.ShapeParts;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;

/**
 * ESRI shapefile, its parts in one ZIP. The format's limits: one kind of shape a layer (a type
 * beside its Multi form is one kind; points and multipoints are not), column names of ten bytes,
 * text of 254 bytes, no difference between an empty and an absent text or shape. Names are
 * shortened and numbered, and a part of its own says what each was; what else does not fit is
 * refused, never cut.
 *
 * @see <a
 *     href="https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf">ESRI
 *     Shapefile Technical Description, 1998</a>
 */
final class ShapefileWriter {

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
          + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private ShapefileWriter() {}

  static void write(ExportLayer layer, Path out) throws IOException {
    ShapeKind kind = kind(layer);
    Path folder = Scratch.folder("shapefile");
    String stem = layer.name().replaceAll("[^\\p{L}\\p{N}_-]", "_");
    try (OutputStream bytes = Files.newOutputStream(out);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Path shp = folder.resolve("shp");
      Path shx = folder.resolve("shx");
      Path dbf = folder.resolve("dbf");
      try (ShapeFiles shapes = new ShapeFiles(kind, shp, shx);
          DbfFile rows = new DbfFile(layer, dbf)) {
        for (Feature feature : layer.features()) {
          shapes.add(feature.geometry());
          rows.add(feature);
        }
      }
      for (Path part : new Path[] {shp, shx, dbf}) {
        entry(zip, stem + "." + part.getFileName(), Files.readAllBytes(part));
      }
      entry(zip, stem + ".prj", WGS84.getBytes(StandardCharsets.US_ASCII));
      entry(zip, stem + ".cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
      List<String> names = DbfFile.names(layer.fields());
      if (!layer.notes().isNone() || !names.equals(layer.names())) {
        String notes = LayerNotes.json(layer, stem + ".dbf", names);
        entry(zip, stem + "." + ShapeParts.NOTES, notes.getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      for (String part : new String[] {"shp", "shx", "dbf"}) {
        Files.deleteIfExists(folder.resolve(part));
      }
      Files.deleteIfExists(folder);
    }
  }

  /** Lays the parts of a packed shapefile beside one another, the .shp last. */
  static void unpack(Path packed, Path shp) throws IOException {
    String name = String.valueOf(shp.getFileName());
    String stem = name.substring(0, name.length() - 4);
    try (ZipFile zip = new ZipFile(packed.toFile())) {
      List<? extends ZipEntry> parts = new ArrayList<>(Collections.list(zip.entries()));
      Collections.reverse(parts);
      for (ZipEntry part : parts) {
        String ending = part.getName().substring(part.getName().indexOf('.'));
        Path beside = shp.resolveSibling(stem + ending);
        try (InputStream bytes = zip.getInputStream(part)) {
          Files.copy(bytes, beside, StandardCopyOption.REPLACE_EXISTING);
        }
        if (ending.equals("." + ShapeParts.NOTES)) {
          String table = part.getName().replace(ending, ".dbf");
          String notes = Files.readString(beside);
          Files.writeString(beside, notes.replace('"' + table + '"', '"' + stem + ".dbf\""));
        }
      }
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same layer gives the same bytes
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static ShapeKind kind(ExportLayer layer) {
    TreeSet<String> types = new TreeSet<>();
    boolean heights = false;
    for (Feature feature : layer.features()) {
      Geometry geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        String type = geometry.getGeometryType();
        boolean point = type.endsWith("Point");
        types.add(point ? type : type.replace("Multi", "").replace("LinearRing", "LineString"));
        heights |= !Double.isNaN(geometry.getCoordinate().getZ());
      }
    }
    if (types.size() > 1 || types.contains("GeometryCollection")) {
      throw limit(layer, "geometry types", String.join(" + ", types), "1");
    }
    return ShapeKind.of(types.isEmpty() ? "" : types.first(), heights);
  }

  static InputRefused limit(ExportLayer layer, String what, String found, String limit) {
    return new InputRefused(
        "file.exportLimit", "file", layer.name(), "what", what, "found", found, "limit", limit);
  }
}
