package org.kiungo.geodata.format.osm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Extracts of OpenStreetMap: places, main roads, masts, schools and health facilities, under the
 * names of the layers that they become. The file is read twice for the places of ways, then once a
 * layer; what a way needs is held, nothing else.
 */
public final class OsmPbfReader implements VectorReader {

  /** A header block begins with its kind. */
  private static final byte[] BEGINS = "\n\tOSMHeader".getBytes(StandardCharsets.US_ASCII);

  private static final int LENGTH_BYTES = 4;

  @Override
  public String format() {
    return "OSM PBF";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SIGNATURE;
  }

  @Override
  public boolean recognises(SourceFile file) {
    byte[] head = file.head();
    for (int k = 0; k < BEGINS.length; k++) {
      if (LENGTH_BYTES + k >= head.length || head[LENGTH_BYTES + k] != BEGINS[k]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    Set<OsmLayer> wanted = EnumSet.noneOf(OsmLayer.class);
    for (OsmLayer each : OsmLayer.values()) {
      if (options.wants(each.label())) {
        wanted.add(each);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    OsmBlocks blocks = new OsmBlocks(file);
    OsmNodes nodes = new OsmNodes(file);
    pass(file, blocks, new Wanted(wanted, nodes));
    nodes.place();
    pass(
        file,
        blocks,
        new OsmObjects.Sink() {
          @Override
          public void node(long id, long lon, long lat, Map<String, String> tags) {
            nodes.put(id, lon, lat);
          }
        });
    for (OsmLayer each : wanted) {
      Rows rows = new Rows(file, each, nodes, out);
      pass(file, blocks, rows);
      rows.end();
    }
  }

  private static void pass(SourceFile file, OsmBlocks blocks, OsmObjects.Sink sink) {
    try {
      blocks.forEach(block -> OsmObjects.read(block, sink));
    } catch (IndexOutOfBoundsException lying) {
      throw OsmBlocks.damaged(file, lying);
    }
  }

  /** Notes the nodes of wanted ways. */
  private record Wanted(Set<OsmLayer> layers, OsmNodes nodes) implements OsmObjects.Sink {
    @Override
    public void way(long id, long[] refs, Map<String, String> tags) {
      if (!tags.isEmpty() && layers.stream().anyMatch(each -> each.holds(tags))) {
        for (long ref : refs) {
          nodes.want(ref);
        }
      }
    }
  }

  /** One pass for one layer. */
  private static final class Rows implements OsmObjects.Sink {
    private final SourceFile file;
    private final OsmLayer layer;
    private final OsmNodes nodes;
    private final FeatureConsumer out;
    private long row;
    private long relations;

    Rows(SourceFile file, OsmLayer layer, OsmNodes nodes, FeatureConsumer out) {
      this.file = file;
      this.layer = layer;
      this.nodes = nodes;
      this.out = out;
    }

    @Override
    public void node(long id, long lon, long lat, Map<String, String> tags) {
      if (!layer.isLines() && !tags.isEmpty() && layer.holds(tags)) {
        Coordinate place = new Coordinate(lon / OsmNodes.PER_DEGREE, lat / OsmNodes.PER_DEGREE);
        emit("node/" + id, RawGeometry.FACTORY.createPoint(place), tags);
      }
    }

    @Override
    public void way(long id, long[] refs, Map<String, String> tags) {
      if (!tags.isEmpty() && layer.holds(tags)) {
        emit("way/" + id, shape(refs), tags);
      }
    }

    @Override
    public void relation(long id, Map<String, String> tags) {
      if (!tags.isEmpty() && layer.holds(tags)) {
        relations++;
      }
    }

    private void emit(String id, Geometry geometry, Map<String, String> tags) {
      begin();
      row++;
      out.feature(new Feature(row, "", geometry, layer.row(id, tags)));
    }

    private void begin() {
      if (row == 0) {
        out.layer(new LayerSchema(layer.label(), CoordinateSystem.WGS84, "UTF-8"));
      }
    }

    /** Null for a way of which the extract cut off a node. */
    private Geometry shape(long[] refs) {
      List<Coordinate> places = new ArrayList<>();
      for (long ref : refs) {
        Coordinate place = nodes.find(ref);
        if (place == null) {
          return null;
        }
        places.add(place);
      }
      Coordinate[] all = places.toArray(Coordinate[]::new);
      boolean ring = all.length > 3 && all[0].equals2D(all[all.length - 1]);
      if (!layer.isLines() && ring) {
        return RawGeometry.FACTORY.createPolygon(all);
      }
      if (!layer.isLines() && all.length > 0) {
        return RawGeometry.FACTORY.createPoint(all[0]);
      }
      return all.length < 2 ? null : RawGeometry.FACTORY.createLineString(all);
    }

    /** What is drawn of several ways is told and left out. */
    void end() {
      if (relations > 0 && row > 0) {
        out.finding(
            Finding.of(Severity.WARNING, "osmRelations", file, layer.label())
                .withValue(relations + "", ""));
      }
    }
  }
}
