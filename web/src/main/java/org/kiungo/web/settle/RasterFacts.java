package org.kiungo.web.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.StoredFeature;
import org.locationtech.jts.geom.Envelope;

/**
 * An imported raster, which the store keeps as its outline.
 *
 * @param columns cells from west to east
 * @param rows cells from north to south
 * @param people sum of the cells of a population raster; NaN of any other
 * @param crs its coordinate system
 * @param bbox west, south, east, north in degrees; null when the outline is not known
 */
public record RasterFacts(long columns, long rows, double people, String crs, double[] bbox) {

  /** How many cells it has. */
  public long cells() {
    return columns * rows;
  }

  /** Of a version; empty for one of a layer that is no raster. */
  public static Optional<RasterFacts> find(DatasetStore store, String datasetId, int version) {
    Dataset dataset = store.find(datasetId).orElseThrow();
    if (LayerKind.named(dataset.layer()).shape() != LayerKind.Shape.RASTER) {
      return Optional.empty();
    }
    List<RasterFacts> found = new ArrayList<>();
    store.forEachFeature(datasetId, version, row -> find(row).ifPresent(found::add));
    return found.stream().findFirst();
  }

  private static Optional<RasterFacts> find(StoredFeature row) {
    Map<String, Object> values = row.attributes();
    if (!values.containsKey("width") || !values.containsKey("height")) {
      return Optional.empty();
    }
    double[] bbox = null;
    if (row.geometry() != null) {
      Envelope box = row.geometry().getEnvelopeInternal();
      bbox = new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }
    return Optional.of(
        new RasterFacts(
            Math.round(number(values, "width")),
            Math.round(number(values, "height")),
            number(values, "people"),
            String.valueOf(values.getOrDefault("crs", "")),
            bbox));
  }

  private static double number(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null ? Double.NaN : Double.parseDouble(value.toString());
  }
}
