package org.kiungo.geodata.format.vector;

import java.util.List;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.XmlText;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.planner.model.value.InputRefused;

/**
 * KML and KMZ: placemarks and ground overlays with their data; links, styles and pictures are not
 * followed.
 *
 * @see <a href="https://docs.ogc.org/is/12-007r2/12-007r2.html">OGC KML 2.3</a>
 */
public final class KmlReader implements VectorReader {

  @Override
  public String format() {
    return "KML";
  }

  @Override
  public boolean recognises(SourceFile file) {
    return ZipFiles.isZip(file)
        ? ZipFiles.holds(file, "kml") && !ZipFiles.holds(file, "shp")
        : XmlText.rootName(file).equals("kml");
  }

  @Override
  public boolean mixesShapes() {
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    if (!options.wants(file.stem())) {
      return;
    }
    if (!ZipFiles.isZip(file)) {
      read(file, file, options, out);
      return;
    }
    try (ZipFiles unpacked = ZipFiles.unpack(file)) {
      List<SourceFile> documents =
          unpacked.files().stream().filter(entry -> entry.hasExtension("kml")).toList();
      if (documents.isEmpty()) {
        throw new InputRefused("file.zipContent", "file", file.name(), "found", "–");
      }
      SourceFile main =
          documents.stream()
              .filter(entry -> entry.name().equalsIgnoreCase("doc.kml"))
              .findFirst()
              .orElse(documents.get(0));
      read(file, main, options, out);
      for (SourceFile other : documents) {
        if (other != main) {
          out.finding(
              Finding.of(Severity.WARNING, "kmlIgnored", file, file.stem())
                  .withValue(other.name(), ""));
        }
      }
    }
  }

  private static void read(
      SourceFile file, SourceFile document, ReadOptions options, FeatureConsumer out) {
    out.layer(new LayerSchema(file.stem(), CoordinateSystem.WGS84, "UTF-8"));
    try (XmlText xml = XmlText.open(document)) {
      new KmlPlacemarks(file, xml, options.repair(), out).read();
    }
  }
}
