package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.report.ProblemFile;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.geodata.store.ImportMemory;
import org.kiungo.geodata.store.Originals;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Checks a file and stores its good rows as a version; the file itself is kept unchanged. Rows
 * stream from the file into the store: memory does not grow with them.
 */
public final class DatasetImport {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetImport.class);

  /** How long the original of a check that nobody committed is kept for its error file. */
  private static final Duration KEPT_UNUSED = Duration.ofDays(30);

  private final DatasetStore store;
  private final Originals originals;
  private final LayerImport reader = new LayerImport(new BuiltInCountries());
  private final MappingMemory memory;

  public DatasetImport(DatasetStore store, Originals originals) {
    this.store = store;
    this.originals = originals;
    this.memory = new MappingMemory(store, reader);
  }

  /**
   * What to import.
   *
   * @param file on this machine
   * @param kind what it means
   * @param country ISO 3166-1 alpha-3
   * @param name of the dataset; a new version of the one that has it already, empty = the layer's
   * @param evidence what people state about it
   * @param allOrNothing true: store nothing when a row would be left out
   * @param mapping declared columns; null = as remembered, else guessed
   */
  public record Request(
      SourceFile file,
      LayerKind kind,
      String country,
      String name,
      Evidence evidence,
      boolean allOrNothing,
      ColumnMapping mapping) {}

  /**
   * What people state about a file.
   *
   * @param source who published it; never empty for a stored version
   * @param licence under which it may be used; never empty for a stored version
   * @param dated date of the data as the source states it, empty when not stated
   * @param uploader who brings it
   */
  public record Evidence(String source, String licence, String dated, String uploader) {}

  /**
   * What became of it.
   *
   * @param dataset that holds the new version; null when nothing was stored
   * @param version stored; null when nothing was stored
   * @param changes against the version before; null for the first, or when nothing was stored
   * @param past what is kept of this import under its id
   */
  public record Outcome(
      Dataset dataset, DatasetVersion version, VersionDiff changes, PastImport past) {

    public boolean isStored() {
      return version != null;
    }

    public DataReport report() {
      return past.report();
    }
  }

  /** The mapping to show for a file: the remembered one of its layout, else the guessed one. */
  public MappingMemory.Offer offer(SourceFile file, LayerKind kind, ReadOptions options) {
    return memory.offer(file, kind, options);
  }

  LayerImport reader() {
    return reader;
  }

  /** The whole report without storing a row. */
  public Outcome check(Request request) {
    Organisation.as(
        Organisation.EVERY,
        () -> originals.removeUnused(Instant.now().minus(KEPT_UNUSED), store::hasVersionFrom));
    Reference.builtIn().country(request.country());
    ColumnMapping mapping = mapping(request);
    Imported<?> read = stream(request, mapping, row -> {});
    String sha256 = originals.keep(request.file().parts());
    return notStored(request, read, sha256);
  }

  /** Refuses a file that cannot be used as a whole, an unknown country, no source or licence. */
  public Outcome run(Request request) {
    return run(request, null);
  }

  /**
   * As the other, once for each key.
   *
   * @param key of the client's own; null for none
   */
  Outcome run(Request request, String key) {
    Reference.builtIn().country(request.country());
    provenance(request, "", "", "", "").require();
    ColumnMapping mapping = mapping(request);
    String sha256 = originals.keep(request.file().parts());
    String turn =
        Organisation.current()
            + "/"
            + request.kind().label()
            + "/"
            + request.country()
            + "/"
            + name(request);
    try {
      return store.inTurn(turn, () -> store(request, mapping, sha256, key));
    } catch (IllegalStateException failed) {
      // the same key may have come in at the same time, by another server
      return earlier(request.kind(), request.country(), key).orElseThrow(() -> failed);
    }
  }

  /**
   * The import that a key was sent with before.
   *
   * @throws ApiRefusal when that was of another layer or country
   */
  Optional<Outcome> earlier(LayerKind kind, String country, String key) {
    Optional<ImportMemory.Kept> kept =
        key == null ? Optional.empty() : store.imports().findByKey(key);
    return kept.map(found -> earlier(kind, country, key, found));
  }

  private Outcome earlier(LayerKind kind, String country, String key, ImportMemory.Kept kept) {
    PastImport past = PastImport.read(kept.body());
    if (past.kind() != kind || !past.country().equals(country)) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "import.key-reused", key);
    }
    String dataset = kept.datasetId();
    DatasetVersion version =
        store.versions(dataset).stream()
            .filter(each -> each.version() == past.version())
            .findFirst()
            .orElseThrow();
    VersionDiff changes =
        past.version() == 1 ? null : store.diff(dataset, past.version() - 1, past.version());
    return new Outcome(store.find(dataset).orElseThrow(), version, changes, past);
  }

  private Outcome store(Request request, ColumnMapping mapping, String sha256, String key) {
    Dataset dataset = dataset(request);
    int before = dataset.currentVersion();
    AtomicReference<Imported<?>> read = new AtomicReference<>();
    AtomicReference<PastImport> past = new AtomicReference<>();
    DatasetVersion version;
    try {
      version =
          Organisation.as(
              // PostgreSQL copies no rows past row-level security
              Organisation.EVERY,
              () ->
                  store.commit(
                      dataset,
                      rows -> {
                        read.set(
                            stream(request, mapping, row -> rows.accept(StoredRecords.row(row))));
                        requireWorthStoring(read.get().report(), request.allOrNothing());
                      },
                      () -> provenance(request, read.get(), sha256),
                      added -> {
                        past.set(past(request, read.get(), sha256, added.version()));
                        return past.get().kept(key);
                      }));
    } catch (NothingToStore nothing) {
      return notStored(request, read.get(), sha256);
    }
    remember(request, read.get());
    VersionDiff changes = before == 0 ? null : store.diff(dataset.id(), before, version.version());
    return new Outcome(store.find(dataset.id()).orElseThrow(), version, changes, past.get());
  }

  /** A convenience for the next time: what is stored is stored, whatever becomes of this. */
  private void remember(Request request, Imported<?> read) {
    try {
      memory.remember(request.file(), request.kind(), read.mapping());
    } catch (RuntimeException forgotten) {
      LOG.warn("how the columns of {} were mapped is not remembered", request.file(), forgotten);
    }
  }

  /** What was kept of an import. */
  PastImport past(String importId) {
    return store
        .imports()
        .findImport(importId)
        .map(PastImport::read)
        .orElseThrow(() -> new InputRefused("import.unknown", "import", importId));
  }

  /**
   * Writes the error file of an import from its original, which it reads again.
   *
   * @param words of the reader; a language that writes decimal commas gets semicolons
   */
  public void writeProblems(PastImport past, Path out, ProblemFile.Format format, Words words)
      throws IOException {
    SourceFile original = SourceFile.of(originals.path(past.sha256()), past.originalName());
    boolean semicolon = !words.language().equals("en");
    try (ProblemFile file = new ProblemFile(out, format, semicolon, new FindingWords(words))) {
      reader.stream(original, past.kind(), past.country(), past.mapping(), row -> {}, file);
      file.finish();
    }
  }

  private Imported<?> stream(Request request, ColumnMapping mapping, Consumer<AcceptedRow> sink) {
    return reader.stream(
        request.file(), request.kind(), request.country(), mapping, sink, RowWatcher.NONE);
  }

  private ColumnMapping mapping(Request request) {
    return request.mapping() != null
        ? request.mapping()
        : memory.offer(request.file(), request.kind(), ReadOptions.DETECT).mapping();
  }

  /** Undoes the commit it is thrown in. */
  private static final class NothingToStore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingToStore() {
      super(null, null, false, false);
    }
  }

  private static void requireWorthStoring(DataReport report, boolean allOrNothing) {
    if (report.rowsAccepted() == 0 || allOrNothing && !report.isComplete()) {
      throw new NothingToStore();
    }
  }

  private Outcome notStored(Request request, Imported<?> read, String sha256) {
    PastImport past = past(request, read, sha256, 0);
    store.imports().recordImport(past.kept(null));
    return new Outcome(null, null, null, past);
  }

  private static PastImport past(Request request, Imported<?> read, String sha256, int version) {
    return PastImport.of(UUID.randomUUID().toString(), request, read, sha256, version);
  }

  private static Provenance provenance(Request request, Imported<?> read, String sha256) {
    return provenance(request, read.input().name(), sha256, read.crs(), transformation(read));
  }

  private static Provenance provenance(
      Request request, String fileName, String sha256, String crs, String transformation) {
    Evidence evidence = request.evidence();
    return new Provenance(
        evidence.source(),
        evidence.licence(),
        evidence.dated(),
        evidence.uploader().isBlank() ? "local" : evidence.uploader(),
        fileName,
        sha256,
        crs,
        transformation);
  }

  /** What was done to the rows, so that a reviewer can repeat it. */
  static String transformation(Imported<?> read) {
    DataReport report = read.report();
    ReadOptions options = read.mapping().options();
    Map<String, String> columns = new LinkedHashMap<>(read.mapping().columns());
    columns.values().removeIf(String::isEmpty);
    StringBuilder text = new StringBuilder();
    text.append(read.format()).append(" layer \"").append(read.layer()).append('"');
    if (!read.crs().isEmpty()) {
      boolean lonLat = read.crs().equals("EPSG:4326");
      text.append(lonLat ? "; coordinates kept" : "; coordinates to EPSG:4326 by GeoTools");
    }
    text.append(options.swapAxes() ? "; axes exchanged" : "");
    text.append(options.repair() ? "; invalid shapes repaired: " : "");
    text.append(options.repair() ? report.counts().getOrDefault("geometryRepaired", 0L) : "");
    text.append("; rows in ").append(report.rowsIn());
    text.append(", accepted ").append(report.rowsAccepted());
    text.append(", listed ").append(report.rowsListed());
    text.append("; columns ").append(columns);
    int most = 4000;
    return text.length() <= most ? text.toString() : text.substring(0, most - 1) + "…";
  }

  private static String name(Request request) {
    return request.name().isBlank() ? request.kind().label() : request.name().strip();
  }

  private Dataset dataset(Request request) {
    String layer = request.kind().label();
    String name = name(request);
    int most = 400;
    if (name.length() > most) {
      throw new InputRefused(
          "field.tooLong", "field", "name", "found", name.length(), "limit", most);
    }
    return store.named(layer, request.country(), name);
  }
}
