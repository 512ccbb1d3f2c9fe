package org.kiungo.web.page.options;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Slides of titles, tables, lists and drawings as PPTX (Office Open XML, ECMA-376), on the master
 * that lies under {@code slides}. The same slides give the same bytes.
 */
final class SlideDeck {

  /** Of a slide of 16 to 9, in English Metric Units: 914,400 to the inch. */
  private static final int WIDTH_EMU = 12_192_000;

  private static final int MARGIN_EMU = 457_200;
  private static final int TOP_EMU = 1_143_000;
  private static final int ROW_EMU = 260_000;
  private static final int DRAWING_EMU = 4_000_000;
  private static final int LINE_EMU = 230_000;
  private static final int NAME_EMU = 8 * LINE_EMU;

  /** What of its column a drawing takes, 0–1. */
  private static final double DRAWN_RATIO = 0.94;

  /** A shape of text alone. */
  private static final String BOX =
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>";

  /** What no slide changes, with its kind of content. */
  private static final List<String> FIXED =
      List.of(
          "ppt/theme/theme1.xml",
          "ppt/slideMasters/slideMaster1.xml",
          "ppt/slideMasters/_rels/slideMaster1.xml.rels",
          "ppt/slideLayouts/slideLayout1.xml",
          "ppt/slideLayouts/_rels/slideLayout1.xml.rels");

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
  private static final String SPACES =
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\""
          + OFFICE
          + "\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

  private final String language;
  private final List<String> slides = new ArrayList<>();

  /**
   * A paragraph of a cell.
   *
   * @param strong whether it is what the cell is about
   */
  record Paragraph(String text, boolean strong) {}

  /**
   * @param language of all texts, ISO 639-1
   */
  SlideDeck(String language) {
    this.language = language;
  }

  /**
   * Adds a slide with a table.
   *
   * @param header of its columns, the first of which holds what rows are of
   * @param rows as many cells each
   * @param points size of its letters
   */
  void addTable(
      String title, List<String> header, List<List<List<Paragraph>>> rows, double points) {
    int columns = header.size();
    int widthEmu = WIDTH_EMU - 2 * MARGIN_EMU;
    int first = columns > 3 ? widthEmu / 7 : widthEmu / 5;
    StringBuilder table = new StringBuilder();
    table.append("<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"Table 2\"/>");
    table.append("<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>");
    table.append("<p:nvPr/></p:nvGraphicFramePr>");
    table.append(
        "<p:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></p:xfrm>"
            .formatted(MARGIN_EMU, TOP_EMU, widthEmu, ROW_EMU * (rows.size() + 1)));
    table.append(
        "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">");
    table.append("<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>");
    for (int k = 0; k < columns; k++) {
      int wide = k == 0 ? first : (widthEmu - first) / (columns - 1);
      table.append("<a:gridCol w=\"%d\"/>".formatted(wide));
    }
    table.append("</a:tblGrid>");
    row(
        table,
        header.stream().map(each -> List.of(new Paragraph(each, true))).toList(),
        points,
        "1F4E4D");
    for (List<List<Paragraph>> each : rows) {
      row(table, each, points, null);
    }
    table.append("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
    add(title, table.toString());
  }

  private void row(StringBuilder table, List<List<Paragraph>> cells, double points, String fill) {
    table.append("<a:tr h=\"%d\">".formatted(ROW_EMU));
    for (List<Paragraph> each : cells) {
      table.append("<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
      if (each.isEmpty()) {
        table.append("<a:p/>");
      }
      for (Paragraph paragraph : each) {
        table.append(paragraph(paragraph, points, fill == null ? "17222B" : "FFFFFF", ""));
      }
      table.append(
          "</a:txBody><a:tcPr marL=\"60000\" marR=\"60000\" marT=\"30000\" marB=\"30000\">");
      for (String side : List.of("lnL", "lnR", "lnT")) {
        table.append("<a:%s w=\"0\"><a:noFill/></a:%s>".formatted(side, side));
      }
      table.append(
          "<a:lnB w=\"6350\"><a:solidFill><a:srgbClr val=\"BAC4C8\"/></a:solidFill></a:lnB>");
      table.append(
          fill == null
              ? "<a:noFill/>"
              : "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>".formatted(fill));
      table.append("</a:tcPr></a:tc>");
    }
    table.append("</a:tr>");
  }

  /** Adds a slide with a list. */
  void addList(String title, List<Paragraph> items, double points) {
    StringBuilder list = new StringBuilder();
    list.append(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"List 2\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>");
    list.append(
        "<p:spPr><a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
            .formatted(MARGIN_EMU, TOP_EMU, WIDTH_EMU - 2 * MARGIN_EMU, 5_200_000));
    list.append("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
    list.append("<p:txBody><a:bodyPr wrap=\"square\"><a:normAutofit/></a:bodyPr><a:lstStyle/>");
    String after = "<a:spcAft><a:spcPts val=\"600\"/></a:spcAft>";
    items.forEach(each -> list.append(paragraph(each, points, "17222B", after)));
    list.append("</p:txBody></p:sp>");
    add(title, list.toString());
  }

  /** Adds a slide with drawings beside each other, as large as they fit. */
  void addDrawings(String title, List<SlideDrawing> drawings, String below) {
    StringBuilder shapes = new StringBuilder();
    int columnEmu = (WIDTH_EMU - 2 * MARGIN_EMU) / drawings.size();
    int id = 3;
    for (int k = 0; k < drawings.size(); k++) {
      SlideDrawing each = drawings.get(k);
      double perUnit =
          Math.min(DRAWN_RATIO * columnEmu / each.width(), (double) DRAWING_EMU / each.height());
      long left = MARGIN_EMU + (long) k * columnEmu;
      long wide = Math.round(each.width() * perUnit);
      long high = Math.round(each.height() * perUnit);
      for (SlideDrawing.Path path : each.paths()) {
        String line =
            path.line().isEmpty()
                ? "<a:ln><a:noFill/></a:ln>"
                : "<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></a:ln>"
                    .formatted(path.line());
        String look =
            each.geometry(path)
                + "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>".formatted(path.fill())
                + line;
        shapes.append(shape(id++, left, TOP_EMU, wide, high, look, ""));
      }
      for (OptionMap.Name name : each.names()) {
        long x = left + Math.round(Double.parseDouble(name.x()) * perUnit);
        long y = TOP_EMU + Math.round(Double.parseDouble(name.y()) * perUnit);
        String text = paragraph(new Paragraph(name.text(), true), 10, "17222B", "");
        shapes.append(shape(id++, x, y - LINE_EMU / 2, NAME_EMU, LINE_EMU, BOX, text));
      }
      StringBuilder caption = new StringBuilder();
      for (int n = 0; n < each.caption().size(); n++) {
        caption.append(paragraph(new Paragraph(each.caption().get(n), n == 0), 14, "17222B", ""));
      }
      long under = TOP_EMU + DRAWING_EMU + LINE_EMU / 3;
      shapes.append(shape(id++, left, under, columnEmu, 3 * LINE_EMU, BOX, caption.toString()));
    }
    String key = paragraph(new Paragraph(below, false), 12, "17222B", "");
    long last = TOP_EMU + DRAWING_EMU + 4 * LINE_EMU;
    shapes.append(shape(id, MARGIN_EMU, last, WIDTH_EMU - 2 * MARGIN_EMU, LINE_EMU, BOX, key));
    add(title, shapes.toString());
  }

  private static String shape(
      int id, long left, long top, long wide, long high, String look, String text) {
    return ("<p:sp><p:nvSpPr><p:cNvPr id=\"%d\" name=\"Shape %d\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            + "<p:spPr><a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>%s</p:spPr>"
            + "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"30000\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"%s\"/><a:lstStyle/>%s</p:txBody></p:sp>")
        .formatted(
            id,
            id - 1,
            left,
            top,
            wide,
            high,
            look,
            high == LINE_EMU ? "ctr" : "t",
            text.isEmpty() ? "<a:p/>" : text);
  }

  private String paragraph(Paragraph paragraph, double points, String colour, String spacing) {
    return "<a:p><a:pPr>%s</a:pPr><a:r><a:rPr lang=\"%s\" sz=\"%d\" b=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></a:rPr><a:t>%s</a:t></a:r></a:p>"
        .formatted(
            spacing,
            language,
            Math.round(points * 100),
            paragraph.strong() ? 1 : 0,
            colour,
            escaped(paragraph.text()));
  }

  private void add(String title, String content) {
    slides.add(
        XML
            + "<p:sld"
            + SPACES
            + "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
            + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title 1\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>"
            + "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\""
            + language
            + "\"/><a:t>"
            + escaped(title)
            + "</a:t></a:r></a:p></p:txBody></p:sp>"
            + content
            + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  // XML has no other control characters, escaped or not
                  if (each >= ' ' || each == '\t') {
                    escaped.appendCodePoint(each);
                  }
                }
              }
            });
    return escaped.toString();
  }

  /** The whole file. */
  byte[] bytes(String title) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", types());
      put(
          zip,
          "_rels/.rels",
          relations(
              relation("rId1", OFFICE + "/officeDocument", "ppt/presentation.xml")
                  + relation(
                      "rId2",
                      PACKAGE + "relationships/metadata/core-properties",
                      "docProps/core.xml")));
      put(
          zip,
          "docProps/core.xml",
          XML
              + "<cp:coreProperties xmlns:cp=\""
              + PACKAGE
              + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
              + escaped(title)
              + "</dc:title><dc:creator>Kiungo</dc:creator><dc:language>"
              + language
              + "</dc:language></cp:coreProperties>");
      for (String each : FIXED) {
        try (InputStream in = SlideDeck.class.getResourceAsStream("/slides/" + each)) {
          put(zip, each, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      StringBuilder ids = new StringBuilder();
      StringBuilder parts =
          new StringBuilder(
              relation("rId1", OFFICE + "/slideMaster", "slideMasters/slideMaster1.xml"));
      for (int k = 1; k <= slides.size(); k++) {
        ids.append("<p:sldId id=\"%d\" r:id=\"rId%d\"/>".formatted(255 + k, k + 1));
        parts.append(relation("rId" + (k + 1), OFFICE + "/slide", "slides/slide" + k + ".xml"));
        put(zip, "ppt/slides/slide" + k + ".xml", slides.get(k - 1));
        put(
            zip,
            "ppt/slides/_rels/slide" + k + ".xml.rels",
            relations(
                relation("rId1", OFFICE + "/slideLayout", "../slideLayouts/slideLayout1.xml")));
      }
      parts.append(relation("rId" + (slides.size() + 2), OFFICE + "/theme", "theme/theme1.xml"));
      put(
          zip,
          "ppt/presentation.xml",
          XML
              + "<p:presentation"
              + SPACES
              + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:sldIdLst>"
              + ids
              + "</p:sldIdLst><p:sldSz cx=\""
              + WIDTH_EMU
              + "\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
      put(zip, "ppt/_rels/presentation.xml.rels", relations(parts.toString()));
    }
    return bytes.toByteArray();
  }

  private String types() {
    StringBuilder types = new StringBuilder(XML);
    types.append("<Types xmlns=\"" + PACKAGE + "content-types\">");
    types.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    types.append(
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
    types.append(type("presentation", MAIN + "presentationml.presentation.main+xml"));
    types.append(type("theme/theme1", MAIN + "theme+xml"));
    types.append(type("slideMasters/slideMaster1", MAIN + "presentationml.slideMaster+xml"));
    types.append(type("slideLayouts/slideLayout1", MAIN + "presentationml.slideLayout+xml"));
    for (int k = 1; k <= slides.size(); k++) {
      types.append(type("slides/slide" + k, MAIN + "presentationml.slide+xml"));
    }
    return types.append("</Types>").toString();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/ppt/" + part + ".xml\" ContentType=\"" + type + "\"/>";
  }

  private static String relations(String relations) {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
