package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.tile.TileAddress;
import org.kiungo.geodata.tile.TileArchive;
import org.kiungo.geodata.tile.VectorTile;
import org.locationtech.jts.geom.Envelope;

/**
 * PMTiles 3 of vector tiles, from zoom 0 to {@link TileAddress#DEEPEST} or as deep as there are not
 * too many: what a map shows without a server. Layers without places are left out; places are those
 * of the deepest zoom's units, and lines and areas are cut and simplified, so that it is no file to
 * read a layer back from.
 */
final class PmtilesWriter {

  /** All features are in memory while tiles are cut. */
  private static final int MOST_FEATURES = 250_000;

  /** Lines and areas are in so many tiles of the deepest zoom at the most. */
  private static final long MOST_TILES = 20_000;

  /** A layer in world units. */
  private record Layer(String name, List<Field> fields, List<Feature> features) {

    /** What of it lies in a tile. */
    Layer in(TileAddress address) {
      return new Layer(name, fields, VectorTile.within(address, features));
    }
  }

  private final TileArchive archive;
  private final int deepest;
  private boolean thinned;

  private PmtilesWriter(TileArchive archive, int deepest) {
    this.archive = archive;
    this.deepest = deepest;
  }

  static void write(List<ExportLayer> layers, Path out) throws IOException {
    Envelope ground = new Envelope();
    List<ExportLayer> placed = new ArrayList<>();
    List<Layer> projected = new ArrayList<>();
    int count = 0;
    for (ExportLayer each : layers) {
      List<Feature> features = new ArrayList<>();
      for (Feature row : each.features()) {
        if (row.geometry() != null && !row.geometry().isEmpty()) {
          ground.expandToInclude(row.geometry().getEnvelopeInternal());
          features.add(row.withGeometry(TileAddress.world(row.geometry())));
          if (++count > MOST_FEATURES) {
            throw ShapefileWriter.limit(each, "features", "> " + MOST_FEATURES, MOST_FEATURES + "");
          }
        }
      }
      if (!features.isEmpty()) {
        placed.add(each);
        projected.add(new Layer(each.name(), each.fields(), features));
      }
    }
    if (placed.isEmpty()) {
      throw ShapefileWriter.limit(layers.get(0), "places", "0", "≥ 1");
    }
    try (TileArchive archive = new TileArchive(out.toAbsolutePath().getParent())) {
      PmtilesWriter writer = new PmtilesWriter(archive, deepest(projected));
      writer.cut(new TileAddress(0, 0, 0), projected);
      archive.write(out, ground, writer.metadata(placed));
    }
  }

  /** The deepest zoom whose tiles are not too many; what is larger than a country ends earlier. */
  private static int deepest(List<Layer> layers) {
    int zoom = TileAddress.DEEPEST;
    while (zoom > 0 && tiles(layers, TileAddress.side(zoom)) > MOST_TILES) {
      zoom--;
    }
    return zoom;
  }

  /**
   * About how many tiles lines run through and areas lie on, each for itself.
   *
   * @param side how many tiles lie beside one another around the world
   */
  private static double tiles(List<Layer> layers, int side) {
    double tiles = 0;
    for (Layer layer : layers) {
      for (Feature each : layer.features) {
        Envelope box = each.geometry().getEnvelopeInternal();
        double across = box.getWidth() * side + 1;
        double down = box.getHeight() * side + 1;
        tiles +=
            switch (each.geometry().getDimension()) {
              case 0 -> 0;
              case 1 ->
                  Math.min(across * down, each.geometry().getLength() * side * Math.sqrt(2) + 1);
              default -> across * down;
            };
      }
    }
    return tiles;
  }

  /** A tile and all below it; each is cut from what is left of the one above. */
  private void cut(TileAddress address, List<Layer> layers) throws IOException {
    List<Layer> here =
        layers.stream().map(each -> each.in(address)).filter(l -> !l.features.isEmpty()).toList();
    if (here.isEmpty()) {
      return;
    }
    VectorTile tile = new VectorTile(address);
    here.forEach(each -> tile.add(each.name, each.fields, each.features));
    thinned |= tile.isThinned();
    byte[] bytes = tile.bytes();
    if (bytes.length > 0) {
      archive.add(address, bytes);
    }
    if (address.zoom() < deepest) {
      for (TileAddress child : address.children()) {
        cut(child, here);
      }
    }
  }

  private Map<String, Object> metadata(List<ExportLayer> layers) {
    LayerNotes notes = layers.get(0).notes();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", notes.isNone() ? layers.get(0).name() : notes.title());
    metadata.put("description", notes.text());
    metadata.put("type", "overlay");
    List<Map<String, Object>> told = new ArrayList<>();
    for (ExportLayer each : layers) {
      told.add(layer(each.name(), each.fields(), each.notes()));
    }
    if (thinned) {
      told.add(layer(VectorTile.LEFT_OUT, VectorTile.leftOutFields(), LayerNotes.NONE));
    }
    metadata.put("vector_layers", told);
    return metadata;
  }

  private Map<String, Object> layer(String name, List<Field> fields, LayerNotes notes) {
    Map<String, String> columns = new TreeMap<>();
    columns.put("id", "");
    fields.forEach(each -> columns.put(each.name(), notes.column(each.name())));
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", name);
    layer.put("fields", columns);
    layer.put("minzoom", 0);
    layer.put("maxzoom", deepest);
    return layer;
  }
}
