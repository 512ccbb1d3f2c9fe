package org.kiungo.web.dataset;

import java.nio.file.Path;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.geodata.store.Originals;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.planner.model.InputRefused;

/** Checks a file and stores its good rows as a version; the file itself is kept unchanged. */
public final class DatasetImport {

  private final DatasetStore store;
  private final Originals originals;
  private final LayerImport reader = new LayerImport(new BuiltInCountries());

  public DatasetImport(DatasetStore store, Originals originals) {
    this.store = store;
    this.originals = originals;
  }

  /**
   * What to import.
   *
   * @param file on this machine
   * @param kind what it means
   * @param country ISO 3166-1 alpha-3
   * @param name of the dataset; a new version of the one that has it already, empty = the layer's
   * @param source who published it; never empty
   * @param licence under which it may be used; never empty
   * @param allOrNothing true: store nothing when a row would be left out
   * @param mapping declared columns; null = guessed
   */
  public record Request(
      Path file,
      LayerKind kind,
      String country,
      String name,
      String source,
      String licence,
      boolean allOrNothing,
      ColumnMapping mapping) {}

  /**
   * What became of it.
   *
   * @param dataset that holds the new version; null when nothing was stored
   * @param version stored; null when nothing was stored
   * @param changes against the version before; null for the first, or when nothing was stored
   * @param report what became of every row
   */
  public record Outcome(
      Dataset dataset, DatasetVersion version, VersionDiff changes, DataReport report) {

    public boolean isStored() {
      return version != null;
    }
  }

  /** Refuses a file that cannot be used as a whole, an unknown country, no source or licence. */
  public Outcome run(Request request) {
    Reference.builtIn().country(request.country());
    requireText("source", request.source());
    requireText("licence", request.licence());
    Imported<?> read =
        reader.read(request.file(), request.kind(), request.country(), request.mapping());
    DataReport report = read.report();
    if (report.rowsAccepted() == 0 || request.allOrNothing() && !report.isComplete()) {
      return new Outcome(null, null, null, report);
    }
    Provenance provenance =
        new Provenance(
            request.source(),
            request.licence(),
            "",
            "local",
            read.input().name(),
            originals.keep(request.file()),
            read.crs(),
            "columns " + read.mapping().columns());
    Dataset dataset = dataset(request);
    int before = dataset.currentVersion();
    DatasetVersion version =
        store.commit(
            dataset.id(), provenance, read.records().stream().map(StoredRecords::row).iterator());
    VersionDiff changes = before == 0 ? null : store.diff(dataset.id(), before, version.version());
    return new Outcome(store.find(dataset.id()).orElseThrow(), version, changes, report);
  }

  private Dataset dataset(Request request) {
    String layer = request.kind().label();
    String name = request.name().isBlank() ? layer : request.name().strip();
    return store.list().stream()
        .filter(each -> each.layer().equals(layer))
        .filter(each -> each.country().equals(request.country()) && each.name().equals(name))
        .findFirst()
        .orElseGet(() -> store.create(layer, request.country(), name));
  }

  private static void requireText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new InputRefused("field.empty", "field", field);
    }
  }
}
