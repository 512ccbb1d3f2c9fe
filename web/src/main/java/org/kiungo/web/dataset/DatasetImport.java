package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.report.ProblemFile;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.geodata.store.ImportMemory;
import org.kiungo.geodata.store.Originals;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.geodata.store.Together;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.asked.Standings;
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

  private static final int LONGEST_NAME = 400;

  private final DatasetStore store;
  private final Originals originals;
  private final ImportReader reader;

  public DatasetImport(DatasetStore store, Originals originals) {
    this.store = store;
    this.originals = originals;
    this.reader =
        new ImportReader((layout, layer) -> findMapping(layout, layer), KnownDistricts.in(store));
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
   * @param options how to read the file where no columns are declared
   * @param judgement what is answered to the questions it raises
   * @param standing what is stored now under its name
   */
  public record Request(
      SourceFile file,
      LayerKind kind,
      String country,
      String name,
      Evidence evidence,
      boolean allOrNothing,
      ColumnMapping mapping,
      ReadOptions options,
      Judgement judgement,
      Standing standing) {

    Request with(ColumnMapping chosen) {
      return new Request(
          file, kind, country, name, evidence, allOrNothing, chosen, options, judgement, standing);
    }

    Request with(Standing now) {
      return new Request(
          file, kind, country, name, evidence, allOrNothing, mapping, options, judgement, now);
    }
  }

  /**
   * Under what an import is stored.
   *
   * @param id its own
   * @param together what is to be there with it, or not at all
   * @param assumes true: what is safe holds for questions that nobody answered; false: nothing is
   *     stored before each is answered
   */
  public record Ticket(String id, Together together, boolean assumes) {}

  /** Where the rows of an import come from. */
  @FunctionalInterface
  public interface Reading {

    /**
     * Gives the good rows one after another.
     *
     * @return how the file was read
     */
    ImportReader.Read read(Consumer<StoredFeature> rows);
  }

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
   * @param change what it would change, of a check; null for an import
   */
  public record Outcome(
      Dataset dataset,
      DatasetVersion version,
      VersionDiff changes,
      PastImport past,
      Change change) {

    public boolean isStored() {
      return version != null;
    }

    public DataReport report() {
      return past.report();
    }
  }

  /** What was remembered of a layout. */
  public Optional<String> findMapping(String layout, String layer) {
    return store.imports().findMapping(layout, layer);
  }

  /** Reads files as this imports them. */
  public ImportReader reader() {
    return reader;
  }

  /** The same beside what is stored now under its name. */
  public Request besideStanding(Request request) {
    Dataset dataset = store.named(request.kind().label(), request.country(), name(request));
    return request.with(
        Standings.of(store, dataset, request.file().sha256(), request.evidence().source()));
  }

  /** The whole report without storing a row. */
  public Outcome check(Request asked) {
    Request request = besideStanding(asked);
    String sha256 = keepForCheck(request);
    return check(request, rows -> reader.read(request, newId(), sha256, rows));
  }

  /** The same of a file that is kept already, and read as its caller wants it read. */
  public Outcome check(Request request, Reading reading) {
    Dataset dataset = store.named(request.kind().label(), request.country(), name(request));
    Change change = Change.of(store, dataset, request.standing(), reading);
    store.imports().recordImport(change.read().past().kept());
    return new Outcome(null, null, null, change.read().past(), change);
  }

  /** Keeps the file of a check for its error file; those of old ones go. */
  public String keepForCheck(Request request) {
    Organisation.as(
        Organisation.EVERY,
        () -> originals.removeUnused(Instant.now().minus(KEPT_UNUSED), store::hasVersionFrom));
    Reference.builtIn().country(request.country());
    return keep(request);
  }

  /** Refuses an unknown country, no source or licence. */
  public void require(Request request) {
    Reference.builtIn().country(request.country());
    new Provenance(
            request.evidence().source(),
            request.evidence().licence(),
            request.evidence().dated(),
            request.evidence().uploader(),
            "",
            "",
            "",
            "")
        .require();
    requireName(request);
  }

  /** Keeps the file as it came; returns its SHA-256. */
  public String keep(Request request) {
    return originals.keep(request.file().parts());
  }

  /** Refuses a file that cannot be used as a whole, an unknown country, no source or licence. */
  public Outcome run(Request request) {
    require(request);
    Request mapped = reader.mapped(besideStanding(request));
    String sha256 = keep(mapped);
    String id = newId();
    run(
        mapped,
        new Ticket(id, Together.NOTHING, true),
        rows -> reader.read(mapped, id, sha256, rows));
    return find(id).orElseThrow();
  }

  /**
   * The same for a file that is kept already, and read as its caller wants it read; what became of
   * it is found under its id.
   */
  public void run(Request request, Ticket ticket, Reading reading) {
    String turn =
        String.join(
            "/", Organisation.current(), request.kind().label(), request.country(), name(request));
    store.inTurn(
        turn,
        () -> {
          store(request, ticket, reading);
          return ticket;
        });
  }

  /**
   * The import that a key was sent with before imports had a queue, which knows the later ones.
   *
   * @throws ApiRefusal when that was another one
   */
  public Optional<Outcome> earlier(String key, Claimed claimed) {
    return store
        .imports()
        .findByKey(key)
        .map(
            found -> {
              Outcome outcome = outcome(found);
              if (!claimed.isOf(outcome)) {
                throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "import.key-reused", key);
              }
              return outcome;
            });
  }

  /** What became of an import; empty for one that has not ended. */
  public Optional<Outcome> find(String importId) {
    return store.imports().find(importId).map(this::outcome);
  }

  private Outcome outcome(ImportMemory.Kept kept) {
    PastImport past = PastImport.read(kept.body());
    String dataset = kept.datasetId();
    if (dataset == null) {
      return new Outcome(null, null, null, past, null);
    }
    DatasetVersion version =
        store.versions(dataset).stream()
            .filter(each -> each.version() == past.version())
            .findFirst()
            .orElseThrow();
    int before = past.before() == null ? past.version() - 1 : past.before();
    VersionDiff changes = before == 0 ? null : store.diff(dataset, before, past.version());
    return new Outcome(store.find(dataset).orElseThrow(), version, changes, past, null);
  }

  private void store(Request request, Ticket ticket, Reading reading) {
    Dataset dataset = store.named(request.kind().label(), request.country(), name(request));
    int before = dataset.currentVersion();
    String organisation = Organisation.current();
    AtomicReference<ImportReader.Read> read = new AtomicReference<>();
    try {
      Organisation.as(
          // PostgreSQL copies no rows past row-level security
          Organisation.EVERY,
          () ->
              store.commit(
                  dataset,
                  rows -> {
                    read.set(Organisation.as(organisation, () -> reading.read(rows)));
                    requireWorthStoring(
                        read.get().past(), request.allOrNothing(), ticket.assumes());
                  },
                  () -> provenance(request.evidence(), read.get()),
                  added -> read.get().past().of(added.version(), before).kept(),
                  ticket.together()));
    } catch (NothingToStore nothing) {
      store.imports().recordImport(read.get().past().kept());
      return;
    }
    remember(read.get().layout());
  }

  /** A convenience for the next time: what is stored is stored, whatever becomes of this. */
  private void remember(MappingMemory.Layout layout) {
    if (layout == null) {
      return;
    }
    try {
      store.imports().rememberMapping(layout.layout(), layout.layer(), layout.mapping());
    } catch (RuntimeException forgotten) {
      LOG.warn("how columns were mapped is not remembered", forgotten);
    }
  }

  /** What was kept of an import. */
  public PastImport past(String importId) {
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
      reader.layers().stream(
          original,
          past.kind(),
          past.country(),
          past.mapping(),
          row -> {},
          file,
          past.decisions(original));
      file.finish();
    }
  }

  /** Undoes the commit it is thrown in. */
  private static final class NothingToStore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingToStore() {
      super(null, null, false, false);
    }
  }

  private static void requireWorthStoring(PastImport past, boolean allOrNothing, boolean assumes) {
    DataReport report = past.report();
    boolean nothing = report.rowsAccepted() == 0 || allOrNothing && !report.isComplete();
    if (nothing || past.waitsForAnswers() || !assumes && past.assumes()) {
      throw new NothingToStore();
    }
  }

  /** A new id for an import. */
  public static String newId() {
    return UUID.randomUUID().toString();
  }

  private static Provenance provenance(Evidence evidence, ImportReader.Read read) {
    return new Provenance(
        evidence.source(),
        evidence.licence(),
        evidence.dated(),
        evidence.uploader().isBlank() ? "local" : evidence.uploader(),
        read.past().fileName(),
        read.past().sha256(),
        read.past().crs(),
        read.transformation(),
        read.past().judgement(),
        read.past().report().totalAfter());
  }

  private static String name(Request request) {
    return Claimed.name(Judge.ownName(request.judgement()).orElse(request.name()), request.kind());
  }

  private static void requireName(Request request) {
    int length = name(request).length();
    if (length > LONGEST_NAME) {
      throw new InputRefused(
          "field.tooLong", "field", "name", "found", length, "limit", LONGEST_NAME);
    }
  }
}
