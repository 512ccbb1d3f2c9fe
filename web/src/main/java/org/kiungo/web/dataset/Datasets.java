package org.kiungo.web.dataset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.road.RoadLines;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.Originals;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The imported layers of this installation. */
@Service
public class Datasets {

  /** Layers that a plan reads. */
  private static final List<LayerKind> USED =
      List.of(
          LayerKind.SETTLEMENTS,
          LayerKind.NODES,
          LayerKind.EXCHANGE_POINTS,
          LayerKind.LANDING_POINTS,
          LayerKind.FIBRE_LINES,
          LayerKind.TOWERS,
          LayerKind.COVERAGE,
          LayerKind.ROADS,
          LayerKind.ELEVATION);

  private final DataSource database;
  private final DataFolder data;
  private final Clock clock;
  private final Map<String, ElevationRaster> elevations = new ConcurrentHashMap<>();
  private DatasetStore opened;

  Datasets(DataSource database, DataFolder data, Clock clock) {
    this.database = database;
    this.data = data;
    this.clock = clock;
  }

  /**
   * Of the organisation at work. Opened when first needed: its spatial functions take seconds to
   * register.
   */
  synchronized DatasetStore store() {
    if (opened == null) {
      opened = Organisation.as(Organisation.EVERY, () -> DatasetStore.open(database, clock));
    }
    return opened.within(Organisation.current());
  }

  /** False until the first import: then there is no need to open the store. */
  private synchronized boolean isUsed() {
    return opened != null
        || JdbcClient.create(database)
                .sql(
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE LOWER(TABLE_NAME) = 'dataset'")
                .query(Integer.class)
                .single()
            > 0;
  }

  DatasetImport importer() {
    return new DatasetImport(store(), originals());
  }

  Originals originals() {
    return new Originals(data.folder("originals"));
  }

  /** The first import's page must not open the store just to look. */
  List<Dataset> list() {
    return isUsed() ? store().list() : List.of();
  }

  /**
   * Imported layers of a country that a plan uses: the current version of each dataset. Built-in
   * settlements stand in where none are imported.
   *
   * @return empty when nothing that a plan uses is imported
   */
  public Optional<ProblemLayers> layers(String iso3) {
    if (!isUsed()) {
      return Optional.empty();
    }
    List<Dataset> current =
        store().list().stream()
            .filter(each -> each.country().equals(iso3) && each.currentVersion() > 0)
            .filter(each -> USED.stream().anyMatch(kind -> is(each, kind)))
            .toList();
    if (current.isEmpty()) {
      return Optional.empty();
    }
    List<InputFile> inputs = new ArrayList<>();
    List<Settlement> settlements =
        read(current, inputs, StoredRecords::settlement, LayerKind.SETTLEMENTS);
    if (settlements.isEmpty()) {
      settlements = ProblemAssembly.builtInSettlements(iso3);
      inputs.add(ProblemAssembly.builtInInput());
    }
    return Optional.of(
        new ProblemLayers(
            List.of(iso3),
            settlements,
            read(
                current,
                inputs,
                StoredRecords::node,
                LayerKind.NODES,
                LayerKind.EXCHANGE_POINTS,
                LayerKind.LANDING_POINTS),
            read(current, inputs, StoredRecords::fibreLine, LayerKind.FIBRE_LINES),
            read(current, inputs, StoredRecords::tower, LayerKind.TOWERS),
            read(current, inputs, StoredRecords::coverage, LayerKind.COVERAGE),
            inputs,
            terrain(current, inputs),
            replaced(current),
            read(current, inputs, row -> RoadLines.of(row.geometry()), LayerKind.ROADS).stream()
                .flatMap(List::stream)
                .toList()));
  }

  /**
   * By country, the imported versions that people and their coverage today rest on; without the
   * countries that have none. Changes with every import and undo of such a layer.
   */
  public SortedMap<String, List<InputFile>> peopleToday() {
    SortedMap<String, List<InputFile>> versions = new TreeMap<>();
    for (Dataset each : list()) {
      boolean people = is(each, LayerKind.SETTLEMENTS) || is(each, LayerKind.COVERAGE);
      if (people && each.currentVersion() > 0) {
        versions.computeIfAbsent(each.country(), key -> new ArrayList<>()).add(input(each));
      }
    }
    return versions;
  }

  /** Network nodes that somebody imported are those of the country; fibre adds to them. */
  private static Set<LayerKind> replaced(List<Dataset> current) {
    return current.stream().anyMatch(each -> is(each, LayerKind.NODES))
        ? Set.of(LayerKind.NODES)
        : Set.of();
  }

  /** The ground of the first elevation raster; a raster once opened stays open. */
  private Terrain terrain(List<Dataset> current, List<InputFile> inputs) {
    for (Dataset dataset : current) {
      if (is(dataset, LayerKind.ELEVATION)) {
        InputFile input = input(dataset);
        inputs.add(input);
        return elevations.computeIfAbsent(
            input.sha256(), sha256 -> ElevationRaster.open(originals().path(sha256)));
      }
    }
    return Terrain.UNKNOWN;
  }

  private <T> List<T> read(
      List<Dataset> current,
      List<InputFile> inputs,
      Function<StoredFeature, T> record,
      LayerKind... kinds) {
    List<T> records = new ArrayList<>();
    for (LayerKind kind : kinds) {
      for (Dataset dataset : current) {
        if (is(dataset, kind)) {
          int version = dataset.currentVersion();
          inputs.add(input(dataset));
          store()
              .forEachFeature(dataset.id(), version, null, row -> records.add(record.apply(row)));
        }
      }
    }
    return records;
  }

  private static boolean is(Dataset dataset, LayerKind kind) {
    return dataset.layer().equals(kind.label());
  }

  /**
   * Who made an imported input, and under which licence it may be used.
   *
   * @param input of a plan
   * @return empty for what was not imported here
   */
  public Optional<Origin> findOrigin(InputFile input) {
    String[] parts = input.version().split("/");
    if (parts.length != 2 || !isUsed()) {
      return Optional.empty();
    }
    return store().list().stream()
        .filter(dataset -> dataset.id().equals(parts[0]))
        .flatMap(dataset -> store().versions(dataset.id()).stream())
        .filter(each -> String.valueOf(each.version()).equals(parts[1]))
        .map(each -> new Origin(each.provenance().source(), each.provenance().licence()))
        .findFirst();
  }

  /** As people entered them with the import. */
  public record Origin(String source, String licence) {}

  private InputFile input(Dataset dataset) {
    DatasetVersion version =
        store().versions(dataset.id()).stream()
            .filter(each -> each.version() == dataset.currentVersion())
            .findFirst()
            .orElseThrow();
    return new InputFile(
        dataset.layer(),
        version.provenance().fileName(),
        version.provenance().sha256(),
        dataset.id() + "/" + version.version());
  }
}
