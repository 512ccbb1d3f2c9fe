package org.kiungo.web.dataset;

import java.util.List;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.web.language.Words;

/**
 * A version, with what was done to its rows in the reader's language.
 *
 * @param steps sentences, in the order in which it was done
 */
record ToldVersion(
    String datasetId,
    int version,
    Provenance provenance,
    long features,
    String committedAt,
    List<String> steps) {

  static ToldVersion of(DatasetVersion stored, Words words) {
    Provenance provenance = stored.provenance();
    return new ToldVersion(
        stored.datasetId(),
        stored.version(),
        provenance,
        stored.features(),
        stored.committedAt(),
        StepWords.of(provenance.transformation(), words));
  }
}
