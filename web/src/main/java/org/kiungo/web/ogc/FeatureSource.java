package org.kiungo.web.ogc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.dataset.StoredLayer;
import org.kiungo.web.export.PlaceTable;
import org.locationtech.jts.geom.Envelope;

/** Where the features of a collection come from, in an order that does not change. */
interface FeatureSource {

  /**
   * What its features have in common.
   *
   * @param fields columns, as files have them
   * @param extent longitude and latitude; null where none has a place
   * @param kinds of places, in lower case, as GeoJSON calls them
   * @param rows how many there are
   */
  record Shape(List<Field> fields, Envelope extent, List<String> kinds, long rows) {

    /** Their kind where they have one in common; {@code any} else. */
    String kind() {
      return kinds.size() == 1 ? kinds.get(0) : "any";
    }
  }

  Shape shape();

  /**
   * Some features, in order; their {@link Feature#row} tells where.
   *
   * @param after of the row before the first that is wanted
   * @param most that are wanted
   * @param box those whose envelope does not touch it are left out, those without a place are not;
   *     null for all
   */
  List<Feature> rows(long after, int most, Envelope box);

  Optional<Feature> find(String id);

  /** The version that is read; 0 where there is one only. */
  int version();

  /** Whether all of it is at hand, so that it takes no time to count in it. */
  boolean atHand();

  /** As it is told: a text of nothing is what nobody knows, such as the name of a place. */
  private static Feature told(Feature row) {
    if (!row.attributes().containsValue("")) {
      return row;
    }
    Map<String, Object> attributes = new LinkedHashMap<>(row.attributes());
    attributes.replaceAll((column, value) -> "".equals(value) ? null : value);
    return new Feature(row.row(), row.line(), row.id(), row.geometry(), attributes);
  }

  /** Collects what features have in common, feature by feature. */
  final class Seen {

    private final Envelope extent = new Envelope();
    private final TreeSet<String> kinds = new TreeSet<>();
    private long rows;

    void add(Feature feature) {
      rows++;
      if (feature.geometry() != null) {
        extent.expandToInclude(feature.geometry().getEnvelopeInternal());
        kinds.add(feature.geometry().getGeometryType().toLowerCase(Locale.ROOT));
      }
    }

    Shape shape(List<Field> fields) {
      return new Shape(fields, extent.isNull() ? null : extent, List.copyOf(kinds), rows);
    }
  }

  /** A layer that is at hand. */
  final class OfLayer implements FeatureSource {

    private final List<Feature> features = new ArrayList<>();
    private final Map<String, Feature> byId = new HashMap<>();
    private final Shape shape;

    OfLayer(ExportLayer layer) {
      Seen seen = new Seen();
      for (Feature each : layer.features()) {
        Feature told = told(each);
        seen.add(told);
        features.add(told);
        byId.putIfAbsent(told.id(), told);
      }
      shape = seen.shape(layer.fields());
    }

    @Override
    public Shape shape() {
      return shape;
    }

    @Override
    public List<Feature> rows(long after, int most, Envelope box) {
      return features.stream()
          .skip(after)
          .filter(
              each ->
                  box == null
                      || each.geometry() == null
                      || box.intersects(each.geometry().getEnvelopeInternal()))
          .limit(most)
          .toList();
    }

    @Override
    public Optional<Feature> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public int version() {
      return 0;
    }

    @Override
    public boolean atHand() {
      return true;
    }
  }

  /**
   * A stored version.
   *
   * @param shape found out once: versions never change
   */
  record OfVersion(StoredLayer layer, Shape shape) implements FeatureSource {

    /** Rows that are in memory at once. */
    private static final int PART = 2_000;

    /** Reads all of it once, part by part. */
    static Shape look(StoredLayer layer) {
      Seen seen = new Seen();
      PlaceTable.Columns columns = new PlaceTable.Columns();
      List<Feature> part = layer.rows(0, PART, null);
      while (!part.isEmpty()) {
        for (Feature each : part) {
          seen.add(each);
          columns.add(each.attributes());
        }
        part = layer.rows(part.get(part.size() - 1).row(), PART, null);
      }
      return seen.shape(columns.fields());
    }

    @Override
    public List<Feature> rows(long after, int most, Envelope box) {
      return layer.rows(after, Math.min(most, PART), box).stream()
          .map(FeatureSource::told)
          .toList();
    }

    @Override
    public Optional<Feature> find(String id) {
      return layer.find(id).map(FeatureSource::told);
    }

    @Override
    public int version() {
      return layer.version();
    }

    @Override
    public boolean atHand() {
      return false;
    }
  }
}
