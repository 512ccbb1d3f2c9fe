package org.kiungo.geodata.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Places, lines and areas that lie in one layer of a file as layers of their own, as masts drawn
 * beside cables: no layer of a planner has both.
 */
final class ShapeLayers implements FeatureConsumer {

  /** As GIS programs call parts of a layer. */
  private static final List<String> NAMES =
      List.of(VectorReader.PLACES, " (LineString)", " (Polygon)");

  private final String layer;
  private final int dimension;
  private final boolean takesShapeless;
  private final boolean first;
  private final FeatureConsumer out;
  private final List<Finding> ofRow = new ArrayList<>();
  private boolean within;

  /** What shapes each layer holds. */
  private static final class Looking implements FeatureConsumer {
    private final Map<String, TreeSet<Integer>> dimensions = new LinkedHashMap<>();
    private String layer = "";

    @Override
    public void layer(LayerSchema schema) {
      layer = schema.name();
      dimensions.putIfAbsent(layer, new TreeSet<>());
    }

    @Override
    public void feature(Feature feature) {
      if (feature.geometry() != null && !feature.geometry().isEmpty()) {
        dimensions.get(layer).add(feature.geometry().getDimension());
      }
    }

    @Override
    public void finding(Finding finding) {}
  }

  private ShapeLayers(
      String layer, int dimension, boolean takesShapeless, boolean first, FeatureConsumer out) {
    this.layer = layer;
    this.dimension = dimension;
    this.takesShapeless = takesShapeless;
    this.first = first;
    this.out = out;
  }

  /** Reads a file whose layers may hold places beside lines. */
  static void read(VectorReader reader, SourceFile file, ReadOptions options, FeatureConsumer out) {
    int named = dimension(options.layer());
    if (!options.layer().isEmpty() && named < 0) {
      reader.read(file, options, out);
      return;
    }
    String name = named < 0 ? "" : base(options.layer(), named);
    Looking looking = new Looking();
    reader.read(file, options.withLayer(name), looking);
    boolean mixed = looking.dimensions.values().stream().anyMatch(each -> each.size() > 1);
    if (!mixed && named < 0) {
      reader.read(file, options, out);
      return;
    }
    if (named >= 0) {
      tellOthers(looking, named, file, options, out);
    }
    boolean first = true;
    for (Map.Entry<String, TreeSet<Integer>> each : looking.dimensions.entrySet()) {
      TreeSet<Integer> dimensions = each.getValue();
      if (named < 0 && dimensions.size() < 2) {
        reader.read(file, options.withLayer(each.getKey()), out);
      }
      for (int dimension : dimensions.size() < 2 && named < 0 ? List.<Integer>of() : dimensions) {
        if (named < 0 || named == dimension) {
          boolean shapeless = dimension == dimensions.first();
          ReadOptions one = options.withLayer(each.getKey());
          reader.read(file, one, new ShapeLayers(each.getKey(), dimension, shapeless, first, out));
          first = false;
        }
      }
    }
  }

  /** Says which layers of the same drawing are left to be read. */
  private static void tellOthers(
      Looking looking, int own, SourceFile file, ReadOptions options, FeatureConsumer out) {
    String base = base(options.layer(), own);
    String others =
        looking.dimensions.getOrDefault(base, new TreeSet<>()).stream()
            .filter(each -> each != own)
            .map(each -> base + NAMES.get(each))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      out.finding(
          Finding.of(Finding.Severity.INFO, "shapesApart", file, options.layer())
              .withValue(others, ""));
    }
  }

  private static int dimension(String layer) {
    for (int k = 0; k < NAMES.size(); k++) {
      if (layer.endsWith(NAMES.get(k))) {
        return k;
      }
    }
    return -1;
  }

  private static String base(String layer, int dimension) {
    return layer.substring(0, layer.length() - NAMES.get(dimension).length());
  }

  @Override
  public void layer(LayerSchema begun) {
    within = begun.name().equals(layer);
    if (within) {
      out.layer(
          new LayerSchema(
              layer + NAMES.get(dimension),
              begun.crs(),
              begun.encoding(),
              begun.decimalComma(),
              begun.columns(),
              begun.coordinatesInColumns(),
              begun.hidden()));
    }
  }

  @Override
  public void feature(Feature feature) {
    boolean shapeless = feature.geometry() == null || feature.geometry().isEmpty();
    boolean own = shapeless ? takesShapeless : feature.geometry().getDimension() == dimension;
    if (within && own) {
      ofRow.forEach(out::finding);
      out.feature(feature);
    }
    ofRow.clear();
  }

  @Override
  public void finding(Finding finding) {
    if (finding.row() > 0) {
      ofRow.add(finding);
    } else if (first) {
      out.finding(finding);
    }
  }
}
