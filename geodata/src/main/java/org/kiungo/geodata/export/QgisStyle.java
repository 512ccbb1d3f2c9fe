package org.kiungo.geodata.export;

import java.util.Map;

/**
 * QGIS style documents (QML) for points, lines and areas. QGIS applies them by the layer_styles
 * table of a GeoPackage; an SLD alone it would not.
 */
final class QgisStyle {

  private QgisStyle() {}

  /**
   * The style document.
   *
   * @param kind Point, LineString or Polygon
   */
  static String qml(LayerStyle style, String kind) {
    StringBuilder xml = new StringBuilder();
    xml.append("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
    xml.append("<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n");
    boolean single = style.column().isEmpty();
    if (single) {
      xml.append(" <renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\">\n");
    } else {
      xml.append(" <renderer-v2 type=\"categorizedSymbol\" attr=\"");
      xml.append(escaped(style.column()));
      xml.append("\" symbollevels=\"0\" enableorderby=\"0\">\n  <categories>\n");
      int index = 0;
      for (String value : style.colours().keySet()) {
        xml.append("   <category symbol=\"").append(index++).append("\" render=\"true\" value=\"");
        xml.append(escaped(value)).append("\" label=\"").append(escaped(value)).append("\"/>\n");
      }
      xml.append("  </categories>\n");
    }
    xml.append("  <symbols>\n");
    int index = 0;
    for (Map.Entry<String, String> colour : style.colours().entrySet()) {
      symbol(xml, kind, index++, colour.getValue());
    }
    return xml.append("  </symbols>\n </renderer-v2>\n</qgis>\n").toString();
  }

  private static void symbol(StringBuilder xml, String kind, int index, String colour) {
    String rgba =
        Integer.parseInt(colour.substring(1, 3), 16)
            + ","
            + Integer.parseInt(colour.substring(3, 5), 16)
            + ","
            + Integer.parseInt(colour.substring(5, 7), 16)
            + ",255";
    String type = kind.equals("Point") ? "marker" : kind.equals("LineString") ? "line" : "fill";
    xml.append("   <symbol type=\"").append(type).append("\" name=\"").append(index);
    xml.append("\" alpha=\"1\" clip_to_extent=\"1\">\n");
    switch (type) {
      case "marker" -> {
        xml.append("    <layer class=\"SimpleMarker\" enabled=\"1\" pass=\"0\" locked=\"0\">\n");
        property(xml, "color", rgba);
        property(xml, "name", "circle");
        property(xml, "outline_color", "51,51,51,255");
        property(xml, "outline_width", "0.2");
        property(xml, "size", "2");
      }
      case "line" -> {
        xml.append("    <layer class=\"SimpleLine\" enabled=\"1\" pass=\"0\" locked=\"0\">\n");
        property(xml, "line_color", rgba);
        property(xml, "line_width", "0.6");
      }
      default -> {
        xml.append("    <layer class=\"SimpleFill\" enabled=\"1\" pass=\"0\" locked=\"0\">\n");
        property(xml, "color", rgba);
        property(xml, "outline_color", "51,51,51,255");
        property(xml, "style", "solid");
      }
    }
    xml.append("    </layer>\n   </symbol>\n");
  }

  /** The spelling that every QGIS 3 reads. */
  private static void property(StringBuilder xml, String name, String value) {
    xml.append("     <prop k=\"").append(name).append("\" v=\"").append(value).append("\"/>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
  }
}
