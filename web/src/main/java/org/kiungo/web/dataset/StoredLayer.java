package org.kiungo.web.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.web.export.PlaceTable;
import org.locationtech.jts.geom.Envelope;

/**
 * A stored version, read part by part, with the columns that its files have.
 *
 * @param store of whoever asks
 * @param datasetId of its dataset
 * @param version its number
 */
public record StoredLayer(DatasetStore store, String datasetId, int version) {

  /** A row's columns: its id before all that it came with. */
  static Map<String, Object> columns(String id, Map<String, Object> attributes) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", id);
    columns.putAll(attributes);
    return columns;
  }

  /**
   * Some rows in the order of the file, as {@link DatasetStore#listFeatures} has them.
   *
   * @param box null for all
   */
  public List<Feature> rows(long after, int most, Envelope box) {
    return store.listFeatures(datasetId, version, after, most, box).stream()
        .map(StoredLayer::written)
        .toList();
  }

  /** The row of that id. */
  public Optional<Feature> find(String id) {
    return store.findFeature(datasetId, version, id).map(StoredLayer::written);
  }

  private static Feature written(Feature row) {
    Map<String, Object> cells = new PlaceTable.Columns().add(columns(row.id(), row.attributes()));
    return new Feature(row.row(), row.id(), row.geometry(), cells);
  }
}
