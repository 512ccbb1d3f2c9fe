package org.kiungo.geodata.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * A Mapbox Vector Tile that layers are put into. A place is in one tile, the one it lies in; lines
 * and areas are cut at a margin around the tile, simplified by no more than one of its units, and
 * left out where nothing of them is longer or wider than that. A layer has {@link #MOST_FEATURES}
 * at the most: of more, each second, fourth, eighth … in their order. What is left out is counted
 * in the tile itself, in the layer {@link #LEFT_OUT}.
 *
 * @see <a href="https://github.com/mapbox/vector-tile-spec/tree/master/2.1">Vector Tile
 *     Specification 2.1</a>
 */
public final class VectorTile {

  /** Features of a layer in one tile. */
  public static final int MOST_FEATURES = 5_000;

  /**
   * The layer that tells of each thinned one ({@code layer}) how many features lie in the tile
   * ({@code matched}) and how many of them it has ({@code returned}): a point in its middle.
   */
  public static final String LEFT_OUT = "left-out";

  /** Units of a side. */
  private static final int EXTENT = 4_096;

  /** Around the tile, where lines and areas go on, so that no seams are drawn: units. */
  private static final int MARGIN = 64;

  /** The same as a share of the tile's side. */
  public static final double MARGIN_RATIO = (double) MARGIN / EXTENT;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final PrecisionModel WHOLE = new PrecisionModel(1);

  private static final List<Field> COUNTS =
      List.of(
          new Field("layer", Field.Type.TEXT),
          new Field("matched", Field.Type.INTEGER),
          new Field("returned", Field.Type.INTEGER));

  private final TileAddress address;
  private final AffineTransformation toUnits;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Feature> leftOut = new ArrayList<>();

  public VectorTile(TileAddress address) {
    this.address = address;
    Envelope world = address.world(0);
    double scale = EXTENT / world.getWidth();
    toUnits =
        AffineTransformation.translationInstance(-world.getMinX(), -world.getMinY())
            .scale(scale, scale);
  }

  /** Columns of the layer {@link #LEFT_OUT}. */
  public static List<Field> leftOutFields() {
    return COUNTS;
  }

  /**
   * What of features lies in a tile and its margin, so that tiles below need not look at the rest.
   *
   * @param features with shapes in world units
   */
  public static List<Feature> within(TileAddress address, Iterable<Feature> features) {
    List<Feature> within = new ArrayList<>();
    for (Feature each : features) {
      if (touches(address, each.geometry())) {
        Geometry cut = cut(address, each.geometry());
        if (!cut.isEmpty()) {
          within.add(each.withGeometry(cut));
        }
      }
    }
    return within;
  }

  private static boolean touches(TileAddress address, Geometry world) {
    return world != null && address.world(MARGIN_RATIO).intersects(world.getEnvelopeInternal());
  }

  /** Of the dimensions that it has; empty where nothing is there. */
  private static Geometry cut(TileAddress address, Geometry world) {
    Envelope around = address.world(MARGIN_RATIO);
    if (world.getDimension() == 0 || around.contains(world.getEnvelopeInternal())) {
      return world;
    }
    List<Geometry> cut = new ArrayList<>();
    for (int dimension = 0; dimension <= 2; dimension++) {
      Geometry part = parts(world, dimension);
      if (dimension > 0 && !part.isEmpty()) {
        Geometry sound = dimension == 2 ? GeometryFixer.fix(part) : part;
        part = parts(GEOMETRIES.toGeometry(around).intersection(sound), dimension);
      }
      if (!part.isEmpty()) {
        cut.add(part);
      }
    }
    return cut.size() == 1 ? cut.get(0) : GEOMETRIES.buildGeometry(cut);
  }

  /** Its parts of a dimension as one shape. */
  private static Geometry parts(Geometry shape, int dimension) {
    List<Geometry> parts = new ArrayList<>();
    for (int k = 0; k < shape.getNumGeometries(); k++) {
      Geometry part = shape.getGeometryN(k);
      if (part.getNumGeometries() > 1) {
        part = parts(part, dimension);
      }
      if (!part.isEmpty() && part.getDimension() == dimension) {
        parts.add(part);
      }
    }
    return parts.size() == 1 ? parts.get(0) : GEOMETRIES.buildGeometry(parts);
  }

  /** A row and what is drawn of it, in the tile's units. */
  private record Drawn(Feature row, List<Geometry> shapes) {}

  /**
   * Puts a layer in.
   *
   * @param name of the layer
   * @param fields columns that its features have in the tile; what they have none of is left out,
   *     and one more, {@code id}, says which feature it is
   * @param features with shapes in world units ({@link TileAddress#world}), or none
   */
  public void add(String name, List<Field> fields, Iterable<Feature> features) {
    List<Drawn> drawn = new ArrayList<>();
    long step = 1;
    long drawable = 0;
    long matched = 0;
    for (Feature each : features) {
      if (!touches(address, each.geometry())) {
        continue;
      }
      List<Geometry> shapes = draw(each.geometry());
      if (shapes == null) {
        continue;
      }
      matched++;
      if (!shapes.isEmpty() && drawable++ % step == 0) {
        drawn.add(new Drawn(each, shapes));
      }
      if (drawn.size() > MOST_FEATURES) {
        drawn = everySecond(drawn);
        step *= 2;
      }
    }
    if (matched > drawn.size()) {
      double middle = EXTENT / 2.0;
      leftOut.add(
          new Feature(
              leftOut.size() + 1L,
              "",
              GEOMETRIES.createPoint(new Coordinate(middle, middle)),
              Map.of("layer", name, "matched", matched, "returned", (long) drawn.size())));
    }
    encode(name, fields, drawn);
  }

  private static List<Drawn> everySecond(List<Drawn> drawn) {
    List<Drawn> kept = new ArrayList<>();
    for (int k = 0; k < drawn.size(); k += 2) {
      kept.add(drawn.get(k));
    }
    return kept;
  }

  /**
   * @return one for each dimension, in the tile's units; empty where it is too small to be drawn,
   *     null where it is not in the tile
   */
  private List<Geometry> draw(Geometry world) {
    List<Geometry> shapes = new ArrayList<>();
    boolean there = false;
    for (int dimension = 0; dimension <= 2; dimension++) {
      Geometry part = parts(world, dimension);
      if (part.isEmpty()) {
        continue;
      }
      Geometry cut = toUnits.transform(cut(address, part));
      Geometry whole = dimension == 0 ? within(cut) : whole(cut);
      there |= dimension == 0 ? !whole.isEmpty() : !cut.isEmpty();
      if (!whole.isEmpty()) {
        shapes.add(whole);
      }
    }
    return there ? shapes : null;
  }

  /** Places that lie in the tile, not on its far edges: those are in the next one. */
  private static Geometry within(Geometry places) {
    List<Geometry> within = new ArrayList<>();
    for (int k = 0; k < places.getNumGeometries(); k++) {
      Coordinate at = places.getGeometryN(k).getCoordinate();
      if (at.x >= 0 && at.x < EXTENT && at.y >= 0 && at.y < EXTENT) {
        Coordinate unit = new Coordinate(Math.floor(at.x), Math.floor(at.y));
        within.add(GEOMETRIES.createPoint(unit));
      }
    }
    return GEOMETRIES.buildGeometry(within);
  }

  /** Corners at whole units. */
  private static Geometry whole(Geometry cut) {
    if (cut.isEmpty()) {
      return cut;
    }
    Geometry simpler = TopologyPreservingSimplifier.simplify(cut, 1);
    Geometry sound =
        cut.getDimension() < 2 || simpler.isValid() ? simpler : GeometryFixer.fix(simpler);
    return parts(GeometryPrecisionReducer.reduce(sound, WHOLE), cut.getDimension());
  }

  private void encode(String name, List<Field> fields, List<Drawn> drawn) {
    if (drawn.isEmpty()) {
      return;
    }
    VectorTileLayer layer = new VectorTileLayer(name, fields, EXTENT);
    drawn.forEach(each -> each.shapes().forEach(shape -> layer.add(each.row(), shape)));
    layer.writeTo(bytes);
  }

  /** Whether anything was left out so far. */
  public boolean isThinned() {
    return !leftOut.isEmpty();
  }

  /** The tile; no bytes at all where nothing is in it. */
  public byte[] bytes() {
    List<Drawn> counts =
        leftOut.stream().map(each -> new Drawn(each, List.of(each.geometry()))).toList();
    encode(LEFT_OUT, COUNTS, counts);
    leftOut.clear();
    return bytes.toByteArray();
  }
}
