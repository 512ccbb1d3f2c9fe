package org.kiungo.geodata.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Formats that people send and that no reader takes unless another jar brings one, so that the
 * refusal can say what the file is and how to save it. Their words are {@code error.file.foreign.*}
 * in the bundles.
 */
enum ForeignFormat {
  OPEN_DOCUMENT(
      "file.foreign.openDocument", file -> zipped(file, "mimetype", "application/vnd.oasis")),
  WORD("file.foreign.word", file -> zipHolds(file, "word/document.xml", "ppt/presentation.xml")),
  PDF("file.foreign.pdf", file -> file.startsWith('%', 'P', 'D', 'F')),
  WEB_PAGE(
      "file.foreign.webPage",
      file -> text(file, "(?is)\\s*<(!doctype\\s+html|html|head|body)\\b.*")),
  PICTURE(
      "file.foreign.picture",
      file ->
          file.startsWith(0x89, 'P', 'N', 'G')
              || file.startsWith(0xFF, 0xD8, 0xFF)
              || file.startsWith('G', 'I', 'F', '8')),
  ARCHIVE(
      "file.foreign.archive",
      file ->
          file.startsWith('R', 'a', 'r', '!')
              || file.startsWith('7', 'z', 0xBC, 0xAF)
              || file.startsWith(0x1F, 0x8B)),
  MAP_INFO(
      "file.foreign.mapInfo",
      file -> text(file, "(?s)!table.*") || text(file, "(?is)version\\s+\\d+\\s.*")),
  GML("file.foreign.gml", file -> text(file, "(?s)\\s*<.*(opengis\\.net/gml|opengis\\.net/wfs).*")),
  NETCDF(
      "file.foreign.netcdf",
      file -> file.startsWith('C', 'D', 'F') || file.startsWith(0x89, 'H', 'D', 'F')),
  ERDAS("file.foreign.erdas", file -> text(file, "(?s)EHFA_HEADER_TAG.*")),
  QGIS_PROJECT(
      "file.foreign.qgisProject", file -> text(file, "(?s).*<!DOCTYPE qgis\\b.*|\\s*<qgis\\b.*")),
  GDAL_VRT("file.foreign.vrt", file -> text(file, "(?s)\\s*<(VRTDataset|OGRVRTDataSource)\\b.*")),
  ESRI_JSON("file.foreign.esriJson", file -> text(file, "(?s)\\s*\\{.*\"esriGeometry.*")),
  TOPO_JSON(
      "file.foreign.topoJson", file -> text(file, "(?s)\\s*\\{.*\"type\"\\s*:\\s*\"Topology\".*"));

  private static final int LOOKED_AT = 4_096;

  private final String code;
  private final Predicate<SourceFile> is;

  ForeignFormat(String code, Predicate<SourceFile> is) {
    this.code = code;
    this.is = is;
  }

  /** What a file is, if it is none of ours. */
  static Optional<ForeignFormat> find(SourceFile file) {
    return Arrays.stream(values()).filter(each -> each.is.test(file)).findFirst();
  }

  InputRefused refusal(SourceFile file) {
    return new InputRefused(code, "file", file.name());
  }

  private static boolean text(SourceFile file, String pattern) {
    byte[] head = file.head();
    String begin =
        new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return Pattern.matches(pattern, begin.replaceFirst("^\u00EF\u00BB\u00BF", ""));
  }

  private static boolean zipped(SourceFile file, String first, String content) {
    byte[] head = file.head();
    String begin = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
    return ZipFiles.isZip(file) && begin.contains(first) && begin.contains(content);
  }

  private static boolean zipHolds(SourceFile file, String... names) {
    return ZipFiles.isZip(file)
        && ZipDirectory.read(file).stream()
            .anyMatch(entry -> Arrays.asList(names).contains(entry.name()));
  }
}
