package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.XmlText;
import org.kiungo.geodata.format.ZipDirectory;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.planner.model.value.InputRefused;

/** OpenDocument spreadsheets (.ods): each sheet is a layer; the document's content streams by. */
public final class OdsReader implements VectorReader {

  private static final String KIND = "application/vnd.oasis.opendocument.spreadsheet";

  @Override
  public String format() {
    return "ODS";
  }

  @Override
  public boolean recognises(SourceFile file) {
    byte[] head = file.head();
    String begin = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
    return ZipFiles.isZip(file) && begin.contains("mimetype" + KIND);
  }

  @Override
  public boolean joinsLayers() {
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    ZipFiles.check(file);
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      ZipEntry content = zip.getEntry("content.xml");
      if (content == null) {
        throw new InputRefused("file.workbookBroken", "file", file.name(), "place", "content.xml");
      }
      if (isLocked(zip)) {
        throw new InputRefused("file.workbookLocked", "file", file.name());
      }
      try (InputStream in = zip.getInputStream(content);
          XmlText xml = XmlText.of(file, in)) {
        new OdsContent(file, options, xml, out).read();
      }
    } catch (IOException broken) {
      throw ZipDirectory.broken(file, "content.xml", broken);
    }
  }

  /** A document with a password lists in its manifest how each part is encrypted. */
  private static boolean isLocked(ZipFile zip) throws IOException {
    ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
    if (manifest == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(manifest)) {
      String text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
      return text.contains("encryption-data");
    }
  }
}
