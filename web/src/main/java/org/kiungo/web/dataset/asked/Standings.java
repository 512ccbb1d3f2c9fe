package org.kiungo.web.dataset.asked;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;

/** What datasets add up to as they stand. */
public final class Standings {

  /** Rows of the current version that are looked for in a file that is to follow it. */
  private static final int SOME_ROWS = 200;

  private Standings() {}

  /** The current version of a dataset. */
  public static Standing of(DatasetStore store, Dataset dataset) {
    return of(store, dataset, dataset.currentVersion());
  }

  /**
   * The same beside the version, of any dataset, that came from the same file.
   *
   * @param source who published the file; empty while nobody says it
   */
  public static Standing of(DatasetStore store, Dataset dataset, String sha256, String source) {
    Standing now =
        of(store, dataset).from(source(store, dataset), source).with(someRows(store, dataset));
    if (!store.hasVersionFrom(sha256)) {
      return now;
    }
    Comparator<Dataset> ownFirst = Comparator.comparing(each -> !each.id().equals(dataset.id()));
    return store.list().stream()
        .sorted(ownFirst)
        .flatMap(each -> from(store, each, sha256, each.id().equals(dataset.id())).stream())
        .findFirst()
        .map(now::with)
        .orElse(now);
  }

  private static List<String> someRows(DatasetStore store, Dataset dataset) {
    int version = dataset.currentVersion();
    boolean areas = LayerKind.named(dataset.layer()).shape() == LayerKind.Shape.AREA; // large
    return version == 0 || areas
        ? List.of()
        : store.listFeatures(dataset.id(), version, 0, SOME_ROWS, null).stream()
            .map(Feature::id)
            .toList();
  }

  /** The last of a dataset's versions that came from a file. */
  private static Optional<Standing.Same> from(
      DatasetStore store, Dataset dataset, String sha256, boolean here) {
    return store.versions(dataset.id()).stream()
        .filter(each -> each.provenance().sha256().equals(sha256))
        .max(Comparator.comparingInt(DatasetVersion::version))
        .map(each -> new Standing.Same(dataset.name(), dataset.layer(), each.version(), here));
  }

  /** Who published the current version; empty for none. */
  private static String source(DatasetStore store, Dataset dataset) {
    return store.versions(dataset.id()).stream()
        .filter(each -> each.version() == dataset.currentVersion())
        .map(each -> each.provenance().source())
        .findFirst()
        .orElse("");
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
