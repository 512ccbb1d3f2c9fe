package org.kiungo.geodata.reference.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.reference.build.Topology.Vertex;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the basemap: one JSON object, read by {@code basemap.js} in the browser and by the product
 * itself.
 *
 * <pre>{@code
 * {"transform": {"scale": [sx, sy], "translate": [tx, ty]},    degrees = step * scale + translate
 *  "arcs": [[x0, y0, dx, dy, dx, dy, …], …],                   steps on the grid, flat
 *  "countries":  {"AGO": [[[arc, ~arc, …], hole…], polygon…]}, ~arc = walked backwards
 *  "territories": {"ESH": …, "XSL": …},                        drawn apart, never counted
 *  "neighbours": [[ring…], …],                                 land around Africa
 *  "disputed": [arc, …]}                                       borders to be dashed
 * }</pre>
 *
 * <p>Disputed are the borders of Western Sahara with Morocco, of Somaliland with the rest of
 * Somalia, of Sudan with South Sudan (undetermined by United Nations practice; Abyei has no outline
 * in the source) and that of Egypt with Sudan east of 33° E (Hala'ib and Bir Tawil).
 */
final class BasemapWriter {

  private static final int STEPS = 10_000;
  private static final String NEIGHBOURS = "neighbours";
  private static final double BIR_TAWIL_WEST_LON = 33.1;

  private final Map<String, Geometry> outlines;
  private final List<Geometry> neighbours;
  private final Envelope box = new Envelope();
  private final Topology topology = new Topology();

  BasemapWriter(Map<String, Geometry> outlines, List<Geometry> neighbours) {
    this.outlines = outlines;
    this.neighbours = neighbours;
    outlines.values().forEach(o -> box.expandToInclude(o.getEnvelopeInternal()));
    neighbours.forEach(o -> box.expandToInclude(o.getEnvelopeInternal()));
  }

  String write() {
    Map<String, List<List<List<Vertex>>>> areas = new LinkedHashMap<>();
    outlines.forEach((id, shape) -> areas.put(id, polygons(shape)));
    areas.put(NEIGHBOURS, polygons(neighbours.get(0)));
    areas.values().forEach(a -> a.forEach(p -> p.forEach(topology::survey)));
    topology.cutAt(halaibCut(areas));

    Map<String, String> drawn = new LinkedHashMap<>();
    areas.forEach((id, polygons) -> drawn.put(id, references(id, polygons)));
    StringBuilder json = new StringBuilder("{\"transform\":{\"scale\":[");
    json.append(scaleLon()).append(',').append(scaleLat()).append("],\"translate\":[");
    json.append(box.getMinX()).append(',').append(box.getMinY()).append("]},\n\"arcs\":[");
    appendArcs(json);
    json.append("],\n\"countries\":{");
    append(json, drawn, false);
    json.append("},\n\"territories\":{");
    append(json, drawn, true);
    json.append("},\n\"neighbours\":").append(drawn.get(NEIGHBOURS));
    return json.append(",\n\"disputed\":").append(compact(disputed())).append("}\n").toString();
  }

  private double scaleLon() {
    return Math.rint(box.getWidth() / STEPS * 1e9) / 1e9;
  }

  private double scaleLat() {
    return Math.rint(box.getHeight() / STEPS * 1e9) / 1e9;
  }

  private List<List<List<Vertex>>> polygons(Geometry shape) {
    List<List<List<Vertex>>> polygons = new ArrayList<>();
    for (int k = 0; k < shape.getNumGeometries(); k++) {
      Polygon polygon = (Polygon) shape.getGeometryN(k);
      List<List<Vertex>> rings = new ArrayList<>();
      rings.add(ring(polygon.getExteriorRing()));
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        rings.add(ring(polygon.getInteriorRingN(h)));
      }
      if (rings.get(0).size() >= 3) {
        rings.removeIf(r -> r.size() < 3);
        polygons.add(rings);
      }
    }
    return polygons;
  }

  private List<Vertex> ring(LineString ring) {
    List<Vertex> vertices = new ArrayList<>();
    for (Coordinate c : ring.getCoordinates()) {
      Vertex vertex =
          new Vertex(
              (int) Math.rint((c.x - box.getMinX()) / scaleLon()),
              (int) Math.rint((c.y - box.getMinY()) / scaleLat()));
      if (vertices.isEmpty() || !vertices.get(vertices.size() - 1).equals(vertex)) {
        vertices.add(vertex);
      }
    }
    if (vertices.size() > 1 && vertices.get(0).equals(vertices.get(vertices.size() - 1))) {
      vertices.remove(vertices.size() - 1);
    }
    return vertices;
  }

  /** The vertex on the border of Egypt and Sudan nearest to where Bir Tawil begins. */
  private Vertex halaibCut(Map<String, List<List<List<Vertex>>>> areas) {
    List<Vertex> egypt =
        areas.get("EGY").stream().flatMap(List::stream).flatMap(List::stream).toList();
    int x = (int) Math.rint((BIR_TAWIL_WEST_LON - box.getMinX()) / scaleLon());
    return areas.get("SDN").stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .filter(egypt::contains)
        .min((a, b) -> Integer.compare(Math.abs(a.x() - x), Math.abs(b.x() - x)))
        .orElseThrow();
  }

  private String references(String id, List<List<List<Vertex>>> polygons) {
    List<List<List<Integer>>> cut = new ArrayList<>();
    for (List<List<Vertex>> rings : polygons) {
      cut.add(rings.stream().map(ring -> topology.cut(ring, id)).toList());
    }
    return compact(cut);
  }

  private static String compact(Object lists) {
    return lists.toString().replace(" ", "");
  }

  private List<Integer> disputed() {
    List<Integer> arcs = new ArrayList<>();
    arcs.addAll(topology.between("MAR", IsoCodes.WESTERN_SAHARA));
    arcs.addAll(topology.between("SOM", IsoCodes.SOMALILAND));
    arcs.addAll(topology.between("SDN", "SSD"));
    int x = (int) Math.rint((BIR_TAWIL_WEST_LON - box.getMinX()) / scaleLon());
    for (int arc : topology.between("EGY", "SDN")) {
      if (topology.arcs().get(arc).stream().mapToInt(Vertex::x).max().orElseThrow() > x + 100) {
        arcs.add(arc);
      }
    }
    return arcs.stream().sorted().toList();
  }

  private void appendArcs(StringBuilder json) {
    String separator = "";
    for (List<Vertex> arc : topology.arcs()) {
      json.append(separator).append('[');
      separator = ",\n";
      Vertex from = new Vertex(0, 0);
      for (Vertex to : arc) {
        json.append(to.x() - from.x()).append(',').append(to.y() - from.y()).append(',');
        from = to;
      }
      json.setCharAt(json.length() - 1, ']');
    }
  }

  private static void append(StringBuilder json, Map<String, String> drawn, boolean territories) {
    String separator = "";
    for (Map.Entry<String, String> area : drawn.entrySet()) {
      boolean country = IsoCodes.fromAlpha2().containsValue(area.getKey());
      if (!area.getKey().equals(NEIGHBOURS) && country != territories) {
        json.append(separator).append('"').append(area.getKey()).append("\":");
        json.append(area.getValue());
        separator = ",\n";
      }
    }
  }
}
