package org.kiungo.web.dataset;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.language.Words;

/** A stored version of a dataset, row by row as it is kept, as a sheet. */
final class VersionSheet {

  private static final String COLOUR = "#0072B2";

  private VersionSheet() {}

  static Sheet of(DatasetStore store, Dataset dataset, DatasetVersion version, Words words) {
    PlaceTable table = new PlaceTable();
    store.forEachFeature(
        dataset.id(),
        version.version(),
        row ->
            table.add(row.id(), row.geometry(), StoredLayer.columns(row.id(), row.attributes())));
    String number = String.valueOf(version.version());
    return new Sheet(
        "kiungo-" + dataset.layer() + "-" + dataset.country() + "-v" + number,
        words.text("export.title.dataset", dataset.name(), number),
        List.of(dataset.country()),
        List.of(table.layer(dataset.layer(), new LayerStyle("", Map.of("", COLOUR)))),
        List.of(
            words.text(
                "export.source.dataset",
                version.provenance().source(),
                version.provenance().licence())));
  }
}
