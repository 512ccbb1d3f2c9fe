package org.kiungo.geodata.format.vector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.geodata.format.XmlText;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.locationtech.jts.geom.Geometry;

/** Walks a KML document and emits its placemarks and ground overlays. */
final class KmlPlacemarks {

  private final SourceFile file;
  private final XmlText xml;
  private final boolean repair;
  private final FeatureConsumer out;
  private final Predicate<String> follow;
  private final Deque<String> folders = new ArrayDeque<>();
  private long row;

  /**
   * @param before rows of documents read before
   * @param follow takes where a link points; false when that is not read
   */
  KmlPlacemarks(
      SourceFile file,
      XmlText xml,
      boolean repair,
      FeatureConsumer out,
      long before,
      Predicate<String> follow) {
    this.row = before;
    this.follow = follow;
    this.file = file;
    this.xml = xml;
    this.repair = repair;
    this.out = out;
  }

  /** Rows of this document and those before. */
  long read() {
    Deque<String> open = new ArrayDeque<>();
    while (xml.next()) {
      String name = xml.name();
      if (!xml.isStart()) {
        if (!open.isEmpty()) {
          open.pop();
        }
        if (name.equals("Folder") && !folders.isEmpty()) {
          folders.pop();
        }
        continue;
      }
      switch (name) {
        case "Placemark", "GroundOverlay" -> placemark(name);
        case "NetworkLink" -> networkLink();
        case "Folder" -> {
          folders.push("");
          open.push(name);
        }
        case "name" -> {
          String text = xml.text();
          if ("Folder".equals(open.peek())) {
            folders.pop();
            folders.push(text);
          }
        }
        case "Style", "StyleMap", "Schema" -> xml.skip();
        default -> open.push(name);
      }
    }
    return row;
  }

  private void networkLink() {
    String href = "";
    while (xml.next() && (xml.isStart() || !xml.name().equals("NetworkLink"))) {
      if (xml.isStart() && xml.name().equals("href")) {
        href = xml.text();
      }
    }
    if (!follow.test(href)) {
      out.finding(
          Finding.of(Severity.WARNING, "linkIgnored", file, file.stem()).withValue(href, ""));
    }
  }

  private void placemark(String element) {
    row++;
    Map<String, Object> attributes = new LinkedHashMap<>();
    String id = xml.attribute("id");
    KmlGeometry geometry = new KmlGeometry(repair);
    while (xml.next() && (xml.isStart() || !xml.name().equals(element))) {
      if (!xml.isStart()) {
        geometry.end(xml.name());
        continue;
      }
      String name = xml.name();
      switch (name) {
        case "name",
            "description",
            "address",
            "phoneNumber",
            "snippet",
            "styleUrl",
            "when",
            "begin",
            "end",
            "visibility" -> {
          if (name.equals("when") && geometry.isTrack()) {
            xml.skip();
          } else {
            String text = xml.text();
            attributes.put(name, text);
            if (name.equals("description")) {
              DescriptionTable.cells(text).forEach(attributes::putIfAbsent);
            }
          }
        }
        case "Data", "SimpleData", "SimpleArrayData" -> data(attributes);
        case "Style", "StyleMap", "LookAt", "Camera", "Icon", "Region" -> xml.skip();
        default -> geometry.start(name, xml);
      }
    }
    if (!folders.isEmpty()) {
      attributes.put("folder", String.join("/", (Iterable<String>) folders::descendingIterator));
    }
    emit(id, attributes, geometry);
  }

  private void data(Map<String, Object> attributes) {
    String element = xml.name();
    String key = xml.attribute("name");
    String value = "";
    if (element.equals("SimpleData")) {
      value = xml.text();
    } else {
      while (xml.next() && (xml.isStart() || !xml.name().equals(element))) {
        if (xml.isStart() && xml.name().equals("value")) {
          value = xml.text();
        } else if (xml.isStart()) {
          xml.skip();
        }
      }
    }
    attributes.put(key, value);
  }

  private void emit(String id, Map<String, Object> attributes, KmlGeometry parts) {
    Geometry geometry = null;
    try {
      geometry = parts.build();
      if (parts.isClosed()) {
        out.finding(
            Finding.of(Severity.INFO, Wgs84Stage.RING_CLOSED, file, file.stem()).withRow(row));
      }
    } catch (RawGeometry.Unusable broken) {
      out.finding(
          Finding.of(Severity.ERROR, broken.code, file, file.stem())
              .withRow(row)
              .withColumn("coordinates")
              .withValue(broken.found, ""));
    }
    out.feature(new Feature(row, id, geometry, attributes));
  }
}
