package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kiungo.geodata.feed.FedLayers;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.Originals;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The imported layers of this installation. */
@Service
public class Datasets implements ImportedLayers {

  /** Layers whose rows all follow from a file; rasters are more than rows. */
  private static final Set<LayerKind> READ_FROM_FILE =
      EnumSet.complementOf(EnumSet.of(LayerKind.ELEVATION, LayerKind.POPULATION_RASTER));

  private final DataSource database;
  private final DataFolder data;
  private final Clock clock;
  private final Map<String, ElevationRaster> elevations = new ConcurrentHashMap<>();
  private final DatasetFacts facts = new DatasetFacts();

  /** Of versions, which never change. */
  private final Map<String, Map<String, Object>> readings = new ConcurrentHashMap<>();

  private final Map<String, Newest> newest = new ConcurrentHashMap<>();
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
  public synchronized DatasetStore store() {
    if (opened == null) {
      opened = Organisation.as(Organisation.EVERY, () -> DatasetStore.of(database, clock));
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

  /** Imports into {@link #store}. */
  public DatasetImport importer() {
    return new DatasetImport(store(), originals());
  }

  /** How the versions of a dataset were imported, latest first; settled ones leave no report. */
  public List<PastImport> imports(String datasetId) {
    return store().imports().ofDataset(datasetId).stream().map(PastImport::read).toList();
  }

  /** Files as they came. */
  public Originals originals() {
    return new Originals(data.folder("originals"));
  }

  /** The first import's page must not open the store just to look. */
  public List<Dataset> list() {
    return isUsed() ? store().list() : List.of();
  }

  @Override
  public FeedSources sources() {
    return new ImportedSources(rows());
  }

  /** The same as if one dataset had never been imported: what it changes is the difference. */
  public ImportedLayers without(String datasetId) {
    return () -> new ImportedSources(rows(each -> !each.id().equals(datasetId)));
  }

  /**
   * Copies what is imported of some countries into a folder, row by row, for another process to
   * plan on: {@link CopiedLayers}. Memory does not grow with the rows.
   *
   * @param feeds whose versions are copied too, current or not
   */
  public void copyLayers(Collection<String> countries, List<Feed> feeds, Path folder)
      throws IOException {
    CopiedLayers.write(rows(), countries, feeds, folder);
  }

  /** The same of facilities alone, for a process that places e-services. */
  public void copyFacilities(Collection<String> countries, Path folder) throws IOException {
    CopiedLayers.write(rows(each -> is(each, LayerKind.FACILITIES)), countries, List.of(), folder);
  }

  /** How many facilities of some countries are imported. */
  public long countFacilities(Collection<String> countries) {
    return list().stream()
        .filter(each -> countries.contains(each.country()) && each.currentVersion() > 0)
        .filter(each -> is(each, LayerKind.FACILITIES))
        .mapToLong(each -> version(each).features())
        .sum();
  }

  /** How many places of a country are imported; empty where the built-in ones are planned. */
  public OptionalLong countPlaces(String iso3) {
    List<Dataset> settlements =
        list().stream()
            .filter(each -> each.country().equals(iso3) && each.currentVersion() > 0)
            .filter(each -> is(each, LayerKind.SETTLEMENTS))
            .toList();
    return settlements.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(settlements.stream().mapToLong(each -> version(each).features()).sum());
  }

  /** What a version of a dataset holds. */
  public LayerFacts facts(Dataset dataset, int version) {
    return facts.of(
        dataset.id() + "/" + version,
        LayerKind.named(dataset.layer()),
        dataset.country(),
        sink -> store().forEachFeature(dataset.id(), version, sink));
  }

  /** Rows of a version as scenarios name it; 0 for one that is not there. */
  public long countRows(String source) {
    return findVersion(source).map(each -> version(each).features()).orElse(0L);
  }

  private Optional<Dataset> findVersion(String source) {
    int slash = source.indexOf('/');
    if (slash < 0 || !source.substring(slash + 1).matches("\\d{1,9}") || !isUsed()) {
      return Optional.empty();
    }
    int version = Integer.parseInt(source.substring(slash + 1));
    return store()
        .find(source.substring(0, slash))
        .filter(each -> store().versions(each.id()).stream().anyMatch(v -> v.version() == version))
        .map(each -> new Dataset(each.id(), each.layer(), each.country(), each.name(), version));
  }

  private LayerRows rows() {
    return rows(each -> true);
  }

  private LayerRows rows(Predicate<Dataset> wanted) {
    return new LayerRows() {
      @Override
      public List<Dataset> datasets() {
        return list().stream().filter(wanted).toList();
      }

      @Override
      public Optional<Dataset> find(String source) {
        return findVersion(source);
      }

      @Override
      public LayerFacts facts(Dataset dataset) {
        return Datasets.this.facts(dataset, dataset.currentVersion());
      }

      @Override
      public InputFile input(Dataset dataset) {
        return Datasets.this.input(dataset);
      }

      @Override
      public Set<String> madeOf(Dataset dataset) {
        return MergedDrawings.in(version(dataset).provenance().transformation());
      }

      @Override
      public boolean isWhole(Dataset dataset) {
        return Judge.isWholeCoverage(version(dataset).provenance().judgement());
      }

      @Override
      public void forEach(Dataset dataset, Consumer<StoredFeature> sink) {
        store().forEachFeature(dataset.id(), dataset.currentVersion(), sink);
      }

      @Override
      public Path file(InputFile input) {
        return originals().path(input.sha256());
      }

      @Override
      public Terrain ground(InputFile input) {
        // a raster once opened stays open
        return elevations.computeIfAbsent(
            input.sha256(), sha256 -> ElevationRaster.openImported(file(input), systemOf(sha256)));
      }
    };
  }

  /** The coordinate system that a file was last imported with; empty for none. */
  private String systemOf(String sha256) {
    return list().stream()
        .flatMap(each -> store().versions(each.id()).stream())
        .filter(each -> each.provenance().sha256().equals(sha256))
        .map(each -> each.provenance().crs())
        .reduce("", (before, last) -> last);
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

  /**
   * By country, the imported versions that a plan rests on where nobody has chosen what feeds it;
   * without the countries of which nothing is imported.
   */
  public Map<String, List<InputFile>> newest() {
    Map<String, List<Dataset>> byCountry =
        list().stream()
            .filter(each -> each.currentVersion() > 0)
            .collect(Collectors.groupingBy(Dataset::country));
    Map<String, List<InputFile>> inputs = new HashMap<>();
    byCountry.forEach((iso3, own) -> inputs.put(iso3, newest(iso3, own)));
    return inputs;
  }

  /** Worked out once for the versions that are current: it may need the whole country's people. */
  private List<InputFile> newest(String iso3, List<Dataset> own) {
    String key = Organisation.current() + "/" + iso3;
    Newest known = newest.get(key);
    if (known == null || !known.datasets().equals(own)) {
      LayerRows rows = rows(own::contains);
      FeedSources sources = new ImportedSources(rows);
      List<InputFile> inputs = new ArrayList<>();
      FedLayers.resolved(iso3, List.of(), sources).stream()
          .filter(each -> each.source().contains("/"))
          .forEach(each -> inputs.add(sources.input(each)));
      ImportedSources.withFacilities(rows, iso3).forEach(each -> inputs.add(rows.input(each)));
      known = new Newest(own, inputs);
      newest.put(key, known);
    }
    return known.inputs();
  }

  private record Newest(List<Dataset> datasets, List<InputFile> inputs) {}

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
    return findVersion(input)
        .map(each -> new Origin(each.provenance().source(), each.provenance().licence()));
  }

  /** The day on which an input of a plan was imported, in UTC; empty for what was not. */
  public Optional<LocalDate> findImportDay(InputFile input) {
    return findVersion(input)
        .map(each -> LocalDate.ofInstant(Instant.parse(each.committedAt()), ZoneOffset.UTC));
  }

  private Optional<DatasetVersion> findVersion(InputFile input) {
    String[] parts = input.version().split("/");
    if (parts.length != 2 || !isUsed()) {
      return Optional.empty();
    }
    return store().list().stream()
        .filter(dataset -> dataset.id().equals(parts[0]))
        .flatMap(dataset -> store().versions(dataset.id()).stream())
        .filter(each -> String.valueOf(each.version()).equals(parts[1]))
        .findFirst();
  }

  /** As people entered them with the import. */
  public record Origin(String source, String licence) {}

  /** Named as its user named the dataset, which every page says, not as its file is called. */
  private InputFile input(Dataset dataset) {
    DatasetVersion version = version(dataset);
    return new InputFile(
        dataset.layer(),
        seen(dataset.name(), version.provenance().fileName()),
        version.provenance().sha256(),
        dataset.id() + "/" + version.version(),
        readings.computeIfAbsent(
            dataset.id() + "/" + version.version(), key -> reading(dataset, version)));
  }

  /** Empty for what no import of one file left: merged, settled, drawn or older versions. */
  private Map<String, Object> reading(Dataset dataset, DatasetVersion version) {
    return imports(dataset.id()).stream()
        .filter(each -> each.version() == version.version())
        .filter(each -> READ_FROM_FILE.contains(each.kind()))
        .filter(each -> each.sha256().equals(version.provenance().sha256()))
        .findFirst()
        .map(each -> Reading.of(each, dataset.name()).told())
        .orElse(Map.of());
  }

  /** A name without signs that nobody sees, in which a plan's origin could hide. */
  private static String seen(String name, String fileName) {
    String plain = name.replaceAll("\\p{C}", "").replaceAll("\\p{Z}+", " ").strip();
    return plain.isEmpty() ? fileName : plain;
  }

  private DatasetVersion version(Dataset dataset) {
    return store().versions(dataset.id()).stream()
        .filter(each -> each.version() == dataset.currentVersion())
        .findFirst()
        .orElseThrow();
  }
}
