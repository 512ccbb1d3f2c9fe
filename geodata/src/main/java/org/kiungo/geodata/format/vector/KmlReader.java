package org.kiungo.geodata.format.vector;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * KML and KMZ: placemarks and ground overlays with their data; links are followed to documents of
 * the same archive, as GDAL writes one for each layer, and never out of it; styles and pictures are
 * not read.
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
      out.layer(new LayerSchema(file.stem(), CoordinateSystem.WGS84, "UTF-8"));
      try (XmlText xml = XmlText.open(file)) {
        new KmlPlacemarks(file, xml, options.repair(), out, 0, href -> false).read();
      }
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
      Set<SourceFile> read = linked(file, main, unpacked, options, out);
      for (SourceFile other : documents) {
        if (!read.contains(other)) {
          out.finding(
              Finding.of(Severity.WARNING, "kmlIgnored", file, file.stem())
                  .withValue(other.name(), ""));
        }
      }
    }
  }

  /** Reads a document and those of its archive to which links lead from it, each once. */
  private static Set<SourceFile> linked(
      SourceFile file,
      SourceFile main,
      ZipFiles unpacked,
      ReadOptions options,
      FeatureConsumer out) {
    out.layer(new LayerSchema(file.stem(), CoordinateSystem.WGS84, "UTF-8"));
    Set<SourceFile> known = new LinkedHashSet<>(List.of(main));
    Deque<SourceFile> next = new ArrayDeque<>(known);
    long rows = 0;
    while (!next.isEmpty()) {
      SourceFile document = next.poll();
      Predicate<String> follow =
          href -> {
            Optional<SourceFile> inside = inside(href, document, unpacked);
            inside.filter(known::add).ifPresent(next::add);
            return inside.isPresent();
          };
      try (XmlText xml = XmlText.open(document)) {
        rows = new KmlPlacemarks(file, xml, options.repair(), out, rows, follow).read();
      }
    }
    return known;
  }

  /** The document of the archive that a link leads to; from inside a folder, relative to it. */
  private static Optional<SourceFile> inside(String href, SourceFile from, ZipFiles unpacked) {
    try {
      URI link = new URI(href.strip().replace(" ", "%20"));
      if (link.isAbsolute() || link.getRawAuthority() != null || link.getRawQuery() != null) {
        return Optional.empty();
      }
      URI base = new URI(null, null, "/" + unpacked.pathOf(from), null);
      String path = base.resolve(link).normalize().getPath();
      return unpacked.at(path.substring(1)).filter(each -> each.hasExtension("kml"));
    } catch (URISyntaxException unreadable) {
      return Optional.empty(); // told as a link that is not followed
    }
  }
}
