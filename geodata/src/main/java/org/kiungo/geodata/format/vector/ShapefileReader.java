package org.kiungo.geodata.format.vector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.ShapeParts;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.table.DbfTable;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;

/**
 * ESRI shapefile, as its parts side by side or in one ZIP. The index part is not needed: records
 * are walked in the main file.
 *
 * @see <a
 *     href="https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf">ESRI
 *     Shapefile Technical Description, 1998</a>
 */
public final class ShapefileReader implements VectorReader {

  /** Told when the attributes are absent; an import refuses the file unless shapes are enough. */
  static final String DBF_MISSING = "dbfMissing";

  /** What may lie beside the shapes; all of it belongs to them. */
  private static final String[] PARTS = {
    "shp", "shx", "dbf", "prj", "cpg", "qpj", "qix", "sbn", "sbx", "fbn", "fbx", "ain", "aih",
    "atx", "ixs", "mxs", "xml", "qml", "sld", "lyr", "cst", "txt", "md", "html", "htm"
  };

  /** Longitudes are at times written up to 360; more cannot be degrees. */
  private static final double MOST_DEGREES = 400;

  @Override
  public String format() {
    return "Shapefile";
  }

  @Override
  public boolean recognises(SourceFile file) {
    return file.startsWith(0, 0, 0x27, 0x0A) && !file.hasExtension("shx")
        || ZipFiles.isZip(file) && ZipFiles.holds(file, "shp");
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    if (!ZipFiles.isZip(file)) {
      read(ShapeParts.beside(file), options, out);
      return;
    }
    try (ZipFiles unpacked = ZipFiles.unpack(file)) {
      for (SourceFile shp : unpacked.files()) {
        if (shp.hasExtension("shp")) {
          read(ShapeParts.among(unpacked.files(), shp), options, out);
        }
      }
      for (SourceFile other : unpacked.files()) {
        if (!other.hasExtension(PARTS) && !other.name().endsWith("." + ShapeParts.NOTES)) {
          out.finding(
              Finding.of(Severity.INFO, "zipEntryIgnored", file, "").withValue(other.name(), ""));
        }
      }
    }
  }

  private static void read(ShapeParts parts, ReadOptions options, FeatureConsumer out) {
    SourceFile shp = parts.shp();
    if (!options.wants(shp.stem())) {
      return;
    }
    try (ShapeRecords records = ShapeRecords.open(parts);
        DbfTable table =
            parts.dbf().map(dbf -> DbfTable.open(dbf, encoding(parts, options))).orElse(null)) {
      CoordinateSystem crs = crs(parts, options, records.box());
      if (table != null && parts.notes().isPresent()) {
        SourceFile notes = parts.notes().get();
        FullNames names = FullNames.of(notes);
        table.rename(names::of);
        out.finding(about(shp, Severity.INFO, names.finding()).withValue(notes.name(), ""));
      }
      String charset = table == null ? "" : table.charset().name();
      List<String> columns = table == null ? List.of() : table.columns();
      out.layer(new LayerSchema(shp.stem(), crs, charset, false, columns));
      tellParts(parts, records, table, options, out);
      new Rows(parts, table, options.repair(), out).read(records);
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(shp.name(), unreadable);
    }
  }

  private static void tellParts(
      ShapeParts parts,
      ShapeRecords records,
      DbfTable table,
      ReadOptions options,
      FeatureConsumer out) {
    SourceFile shp = parts.shp();
    if (parts.prj().isEmpty() && options.crs().isEmpty()) {
      out.finding(about(shp, Severity.WARNING, "prjMissing"));
    }
    if (table == null) {
      out.finding(about(shp, Severity.WARNING, DBF_MISSING));
    } else if (table.isEncodingGuessed()) {
      out.finding(
          about(shp, Severity.INFO, "encodingGuessed").withValue(table.charset().name(), ""));
    }
    if (records.isIndexIgnored()) {
      out.finding(about(shp, Severity.INFO, "shxRebuilt"));
    }
  }

  private static Finding about(SourceFile shp, Severity severity, String code) {
    return Finding.of(severity, code, shp, shp.stem());
  }

  private static String encoding(ShapeParts parts, ReadOptions options) {
    if (!options.encoding().isEmpty()) {
      return options.encoding();
    }
    return parts.cpg().map(cpg -> text(cpg).strip()).orElse("");
  }

  /** The .prj's system; a declared one where it is missing; null when neither says. */
  private static CoordinateSystem crs(ShapeParts parts, ReadOptions options, double[] box) {
    Optional<CoordinateSystem> stated =
        parts.prj().map(ShapefileReader::text).flatMap(CoordinateSystem::findByWkt);
    if (stated.isEmpty()) {
      if (!options.crs().isEmpty()) {
        return Crs.declared(parts.shp(), options.crs());
      }
      if (parts.prj().isPresent()) {
        String found = text(parts.prj().get());
        throw new InputRefused(
            "file.crsUnknown",
            "file",
            parts.shp().name(),
            "found",
            found.substring(0, Math.min(60, found.length())));
      }
      return null;
    }
    double farX = Math.abs(box[0]) > Math.abs(box[2]) ? box[0] : box[2];
    double farY = Math.abs(box[1]) > Math.abs(box[3]) ? box[1] : box[3];
    boolean metres = Math.abs(farX) > MOST_DEGREES || Math.abs(farY) > MOST_DEGREES;
    if (stated.get().isGeographic() && metres) {
      if (!options.crs().isEmpty()) {
        return Crs.declared(parts.shp(), options.crs());
      }
      throw new InputRefused(
          "file.crsContradicts", "file", parts.shp().name(), "found", Places.text(farX, farY));
    }
    return stated.get();
  }

  private static String text(SourceFile part) {
    try {
      byte[] bytes = Files.readAllBytes(part.path());
      return new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.UTF_8)
          .replace("\uFEFF", "");
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(part.name(), unreadable);
    }
  }

  /** Walks geometries and attribute rows side by side. */
  private static final class Rows {
    private final ShapeParts parts;
    private final DbfTable table;
    private final boolean repair;
    private final FeatureConsumer out;

    Rows(ShapeParts parts, DbfTable table, boolean repair, FeatureConsumer out) {
      this.parts = parts;
      this.table = table;
      this.repair = repair;
      this.out = out;
    }

    void read(ShapeRecords records) throws IOException {
      long row = 0;
      while (records.next()) {
        row++;
        Map<String, Object> attributes = Map.of();
        if (table != null) {
          attributes = table.next();
          if (attributes == null) {
            throw differ(records.countRest() + row, table.rows());
          }
          for (String column : table.undecodable()) {
            tell(row, Severity.WARNING, "textUndecodable", column, table.charset().name());
          }
          if (table.isDeleted()) {
            row--;
            continue;
          }
        }
        Geometry geometry = null;
        try {
          geometry = geometry(records, row);
        } catch (RawGeometry.Unusable broken) {
          tell(row, Severity.ERROR, broken.code, "", broken.found);
        }
        out.feature(new Feature(row, "", geometry, attributes));
      }
      if (table != null && table.next() != null) {
        throw differ(row, table.rows());
      }
      if (table != null && table.deleted() > 0) {
        out.finding(
            about(parts.shp(), Severity.INFO, "rowsDeleted")
                .withValue(table.deleted() + "", "")
                .withPlace(table.firstDeleted() + ""));
      }
    }

    private Geometry geometry(ShapeRecords records, long row) throws RawGeometry.Unusable {
      try {
        return records.geometry(false);
      } catch (RawGeometry.Unusable open) {
        if (!repair || !open.code.equals("ringNotClosed")) {
          throw open;
        }
        Geometry closed = records.geometry(true);
        tell(row, Severity.INFO, Wgs84Stage.RING_CLOSED, "", "");
        return closed;
      }
    }

    private InputRefused differ(long shapes, long rows) {
      return new InputRefused(
          "file.partsDiffer", "file", parts.shp().name(), "shapes", shapes + "", "rows", rows + "");
    }

    private void tell(long row, Severity severity, String code, String column, String found) {
      out.finding(
          about(parts.shp(), severity, code)
              .withRow(row)
              .withColumn(column)
              .withValue(found, code.equals("textUndecodable") ? found : ""));
    }
  }
}
