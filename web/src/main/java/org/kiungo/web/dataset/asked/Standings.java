package org.kiungo.web.dataset.asked;

import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;

/** What datasets add up to as they stand. */
public final class Standings {

  private Standings() {}

  /** The current version of a dataset. */
  public static Standing of(DatasetStore store, Dataset dataset) {
    return of(store, dataset, dataset.currentVersion());
  }

  /**
   * One of its versions.
   *
   * @param version 0 for none
   */
  static Standing of(DatasetStore store, Dataset dataset, int version) {
    return store.versions(dataset.id()).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .map(each -> new Standing(version, each.features(), people(store, dataset, each)))
        .orElse(Standing.NOTHING);
  }

  /** Versions from before people were counted are counted now. */
  private static double people(DatasetStore store, Dataset dataset, DatasetVersion version) {
    double known = version.provenance().people();
    if (!Double.isNaN(known) || !dataset.layer().equals(LayerKind.SETTLEMENTS.label())) {
      return known;
    }
    double[] sum = {0};
    store.forEachFeature(
        dataset.id(),
        version.version(),
        row ->
            sum[0] +=
                row.attributes().get("population") instanceof Number people
                    ? people.doubleValue()
                    : 0);
    return sum[0];
  }
}
