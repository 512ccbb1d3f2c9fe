package org.kiungo.web.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.kiungo.geodata.store.Originals;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.web.plan.PlanSummary.Rest;
import org.kiungo.web.plan.verdict.FolderHash;
import org.kiungo.web.plan.verdict.OtherVersions;
import org.kiungo.web.plan.verdict.PlanSeal;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.InstalledFacts;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finished plans. A plan never changes: its id is made of its files' hash. */
@Service
public class Plans {

  /** Folder of a data folder that holds the folders of plans. */
  public static final String FOLDER = "plans";

  private static final int KEPT_IN_MEMORY = 6;

  /** Whoever waited for a plan looks at it next. */
  private static final String MADE_BY_USERS = "run";

  private final PlanRepository repository;
  private final JsonMapper json;
  private final Path plans;
  private final Originals originals;
  private final PlanSeal seal = new PlanSeal();
  private final OtherVersions versions = new OtherVersions();

  /** Whoever reads a plan holds its lock. */
  private final Map<String, Object> reading = new ConcurrentHashMap<>();

  /** Whose rests plans are, by their ids; files of plans never change. */
  private final Map<String, Optional<Rest>> rests = new ConcurrentHashMap<>();

  private final Map<String, PlanContent> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PlanContent> eldest) {
          return size() > KEPT_IN_MEMORY;
        }
      };

  Plans(PlanRepository repository, JsonMapper json, DataFolder data) {
    this.repository = repository;
    this.json = json;
    this.plans = data.folder(FOLDER);
    this.originals = new Originals(data.folder("originals"));
  }

  /**
   * Keeps a plan: its folder appears whole or not at all, then the list shows it.
   *
   * @param createdBy {@code sample} or {@code run}
   * @param sampleKey what a sample answers, {@code null} for other plans
   * @return its id; the same for a plan that is known already
   */
  public String add(PlanFolder folder, String createdBy, String sampleKey) {
    NewPlan plan = write(folder);
    try {
      return add(plan, createdBy, sampleKey);
    } finally {
      plan.discard();
    }
  }

  /**
   * Keeps a plan whose files are written, likewise; may be tried again where that fails.
   *
   * @param createdBy as the other
   */
  public String add(NewPlan plan, String createdBy, String sampleKey) {
    // each reader is told in their language of which plan a rest is
    boolean named = findRest(plan.folder().problem().inputs()).isEmpty();
    String wanted = named ? plan.folder().scenario().name() : "";
    String name =
        createdBy.equals(MADE_BY_USERS) ? freeName(countries(plan.folder()), wanted) : wanted;
    return add(plan, name, createdBy, sampleKey);
  }

  private String add(NewPlan plan, String name, String createdBy, String sampleKey) {
    try {
      moveIntoPlace(plan.files(), plans.resolve(plan.id()));
      list(plan, name, createdBy, sampleKey);
      if (createdBy.equals(MADE_BY_USERS)) {
        remember(plan.id(), new PlanContent(plan.folder()));
      }
      return plan.id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the files of a new plan may be written; the next start removes what is left there. */
  public Path newFiles() {
    return newFiles(plans);
  }

  private static Path newFiles(Path plans) {
    return plans.resolve(UUID.randomUUID() + DataFolder.UNFINISHED);
  }

  /** Writes a plan's files, which nobody sees before it is added, and verifies them. */
  public NewPlan write(PlanFolder folder) {
    return write(folder, plans, input -> originals.path(input.sha256()));
  }

  /**
   * The same before there is a database.
   *
   * @param plans folder of the plans
   * @param originals the files of imported versions
   */
  public static NewPlan write(PlanFolder folder, Path plans, Function<InputFile, Path> originals) {
    Path files = newFiles(plans);
    try {
      folder.write(files);
      PlanVerdict verdict = verified(files, folder.problem().inputs(), originals);
      return new NewPlan(idOf(files, folder), folder, files, verdict);
    } catch (IOException e) {
      Durable.discard(files);
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What verifying a folder says, held against what this jar carries and the originals kept here.
   *
   * @param known inputs that whoever planned read; all others may be invented
   */
  public PlanVerdict verified(Path files, Collection<InputFile> known) {
    return verified(files, known, input -> originals.path(input.sha256()));
  }

  /**
   * The same where other files are at hand.
   *
   * @param originals the files of imported versions
   */
  public static PlanVerdict verified(
      Path files, Collection<InputFile> known, Function<InputFile, Path> originals) {
    return PlanVerdict.of(FolderVerifier.verify(files, InstalledFacts.ofPlanner(known, originals)));
  }

  /**
   * The plan that was written to {@link #newFiles()}.
   *
   * @param verdict what verifying those files said
   */
  public NewPlan written(Path files, PlanVerdict verdict) {
    try {
      PlanFolder folder = PlanFolder.read(files);
      return new NewPlan(idOf(files, folder), folder, files, verdict);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id that a server gives a plan of these files. */
  public static String idOf(Path files, PlanFolder folder) throws IOException {
    List<String> countries = folder.scenario().countries();
    String prefix = countries.size() == 1 ? countries.get(0) : "africa";
    return prefix.toLowerCase(Locale.ROOT)
        + "-"
        + FolderHash.of(files).substring(0, FolderHash.DIGITS);
  }

  /**
   * The plan of a folder that no server keeps, with the id that one would give it.
   *
   * @param verdict what verifying the folder said
   */
  public static PlanDetail detail(Path files, PlanFolder folder, PlanVerdict verdict)
      throws IOException {
    PlanSummary summary =
        new PlanSummary(
            idOf(files, folder),
            letter(1),
            countries(folder),
            folder.scenario().name(),
            folder.scenario(),
            folder.plan().totals(),
            folder.certificate(),
            folder.plan().settlements().size(),
            "file",
            verdict,
            findRest(folder.problem().inputs()).orElse(null));
    return new PlanContent(folder).detail(summary);
  }

  private static String countries(PlanFolder folder) {
    return String.join(",", folder.scenario().countries());
  }

  /** The same plan may be there already; where its files were changed, it is mended so. */
  private static void moveIntoPlace(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException refused) {
      if (!Files.isDirectory(target)) {
        throw refused;
      }
      if (!FolderHash.of(target).equals(FolderHash.of(part))) {
        Durable.discard(target);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Durable.folder(target.getParent());
  }

  /** A name that no plan of a country has: the one that is wanted, or a number of it. */
  private String freeName(String countries, String wanted) {
    return PlanNames.free(wanted, repository.listNames(countries, ""));
  }

  /**
   * Gives a plan another name, or the first number of it that is free.
   *
   * @throws ApiRefusal for an empty name, and for a plan that is not this organisation's
   */
  PlanSummary rename(String id, String wanted) {
    PlanSummary plan = find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    if (wanted.isBlank()) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "name", wanted);
    }
    PlanNames.requireShort(wanted);
    String name = PlanNames.free(wanted, repository.listNames(plan.country(), id));
    if (!repository.rename(id, name)) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "plan.name-shared", plan.name());
    }
    return find(id).orElseThrow();
  }

  private void list(NewPlan plan, String name, String createdBy, String sampleKey)
      throws IOException {
    PlanFolder folder = plan.folder();
    String id = plan.id();
    PlanRow row =
        new PlanRow(
            id,
            countries(folder),
            name,
            createdBy,
            folder.plan().settlements().size(),
            new String(ScenarioFile.write(folder.scenario()), StandardCharsets.UTF_8),
            json.writeValueAsString(folder.plan().totals()),
            json.writeValueAsString(folder.certificate()),
            json.writeValueAsString(plan.verdict()),
            PlanSeal.of(folder(id)));
    // the same plan may have been made before: one entry is enough
    boolean known =
        repository.find(id).isPresent()
            || sampleKey != null && repository.findSample(sampleKey).isPresent();
    if (!known) {
      insert(row, sampleKey);
    } else if (sampleKey != null && repository.findSample(sampleKey).isEmpty()) {
      repository.answer(id, sampleKey);
    }
  }

  private void insert(PlanRow row, String sampleKey) {
    try {
      repository.insert(row, sampleKey);
    } catch (DuplicateKeyException another) {
      // another server listed it in between; a transaction has to begin anew after that
      if (TransactionSynchronizationManager.isActualTransactionActive()) {
        throw another;
      }
    }
  }

  /** How many places it has; 0 where it is not there. */
  public int countPlaces(String id) {
    return find(id).map(PlanSummary::settlements).orElse(0);
  }

  /** The sample with this key, once it has been made. */
  public Optional<PlanSummary> findSample(String sampleKey) {
    return repository.findSample(sampleKey).flatMap(this::find);
  }

  /**
   * Lists a sample in the place of another, which answered the same question before and is listed
   * no more; whoever has its address still opens it. Nothing where there is no such other.
   */
  public void putInPlaceOf(String earlierKey, String sampleKey) {
    repository.putInPlaceOf(earlierKey, sampleKey);
  }

  /** All plans in the order in which they were made. */
  public List<PlanSummary> list() {
    Map<String, Integer> perCountry = new HashMap<>();
    List<PlanSummary> summaries = new ArrayList<>();
    for (PlanRow row : repository.list()) {
      int number = perCountry.merge(row.country(), 1, Integer::sum);
      summaries.add(summary(row, letter(number)));
    }
    return summaries;
  }

  /** Plans of one country. */
  public List<PlanSummary> list(String country) {
    List<PlanSummary> summaries = new ArrayList<>();
    for (PlanRow row : repository.list(country)) {
      summaries.add(summary(row, letter(summaries.size() + 1)));
    }
    return summaries;
  }

  /**
   * Plans of one country among which one may choose: a rest continues the plan that it names, and
   * is no choice beside it.
   */
  public List<PlanSummary> candidates(String country) {
    return list(country).stream().filter(each -> !each.isContinuation()).toList();
  }

  /** A listed plan that differs from this in nothing but the name under which it was asked for. */
  public Optional<PlanSummary> findAlike(PlanFolder folder) {
    Scenario asked = folder.scenario().withName("");
    return list(countries(folder)).stream()
        .filter(each -> !each.verification().isRefused())
        .filter(each -> each.scenario().withName("").equals(asked))
        .filter(each -> each.totals().equals(folder.plan().totals()))
        .filter(
            each ->
                each.certificate()
                    .catalogueVersion()
                    .equals(folder.certificate().catalogueVersion()))
        .filter(each -> inputs(getFolder(each.id())).equals(inputs(folder)))
        .findFirst();
  }

  private static List<String> inputs(PlanFolder folder) {
    return folder.problem().inputs().stream().map(InputFile::identity).toList();
  }

  /** One plan, with the letter that it has in the list of its country. */
  public Optional<PlanSummary> find(String id) {
    return repository
        .find(id)
        .map(row -> summary(row, letter(repository.place(row.id(), row.country()))));
  }

  /**
   * Facts, choices and decisions of a plan.
   *
   * @throws ApiRefusal when there is no such plan, or its files were changed
   */
  public PlanFolder getFolder(String id) {
    getFiles(id);
    return content(id).folder();
  }

  /**
   * Where a plan's files lie.
   *
   * @throws ApiRefusal when there is no such plan, or its files were changed
   */
  public Path getFiles(String id) {
    requireUnchanged(repository.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id)));
    return folder(id);
  }

  /**
   * What may be said of a plan.
   *
   * @throws ApiRefusal when there is no such plan
   */
  public PlanVerdict getVerdict(String id) {
    return verdict(repository.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id)));
  }

  /**
   * What a plan holds, in brief.
   *
   * @throws ApiRefusal when its files were changed after it was kept
   */
  public Optional<PlanDetail> findDetail(String id) {
    return find(id).map(summary -> content(id).detail(summary));
  }

  /** Where a listed plan's files lie; whether they are as they were kept is not looked at. */
  private Path folder(String id) {
    return plans.resolve(id);
  }

  private void requireUnchanged(PlanRow row) {
    findChanged(row)
        .ifPresent(
            file -> {
              throw new ApiRefusal(HttpStatus.CONFLICT, "plan.changed", row.id(), file);
            });
  }

  private Optional<String> findChanged(PlanRow row) {
    return seal.findChanged(row.id(), folder(row.id()), row.sealed());
  }

  /**
   * What a listed plan holds; read once and kept while it is looked at.
   *
   * @throws ApiRefusal when there is no such plan, or its files were changed
   */
  public PlanContent content(String id) {
    getFiles(id);
    PlanContent known = known(id);
    if (known != null) {
      return known;
    }
    // whoever asks while it is read waits for that: a large plan takes seconds
    synchronized (reading.computeIfAbsent(id, key -> new Object())) {
      known = known(id);
      if (known != null) {
        return known;
      }
      try {
        return remember(id, new PlanContent(PlanFolder.read(folder(id))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        reading.remove(id);
      }
    }
  }

  private PlanContent known(String id) {
    synchronized (read) {
      return read.get(id);
    }
  }

  private PlanContent remember(String id, PlanContent content) {
    synchronized (read) {
      read.put(id, content);
    }
    return content;
  }

  private PlanSummary summary(PlanRow row, String letter) {
    return new PlanSummary(
        row.id(),
        letter,
        row.country(),
        row.name(),
        ScenarioFile.read(row.scenario().getBytes(StandardCharsets.UTF_8)),
        json.readValue(row.totals(), Plan.Totals.class),
        certificate(row),
        row.settlements(),
        row.createdBy(),
        verdict(row),
        rest(row));
  }

  /** Whose rest a plan of users is; null of any other. */
  private Rest rest(PlanRow row) {
    if (!row.createdBy().equals(MADE_BY_USERS)) {
      return null;
    }
    Optional<Rest> told = rests.computeIfAbsent(row.id(), id -> readRest(id));
    return told.map(
            rest ->
                repository
                    .find(rest.planId())
                    .map(signed -> letter(repository.place(signed.id(), signed.country())))
                    .map(letter -> new Rest(rest.planId(), letter, rest.plan()))
                    .orElse(rest))
        .orElse(null);
  }

  private Optional<Rest> readRest(String id) {
    try {
      return findRest(PlanFolder.inputs(folder(id)));
    } catch (IOException | InputRefused unreadable) {
      return Optional.empty(); // its verdict says so
    }
  }

  /** The last plan that was signed of those by which inputs say whose rest they make. */
  private static Optional<Rest> findRest(List<InputFile> inputs) {
    return inputs.stream()
        .filter(each -> each.role().equals(InputFile.BUILT) && each.reading().containsKey("plan"))
        .map(InputFile::reading)
        .map(
            each ->
                new Rest(
                    String.valueOf(each.getOrDefault("planId", "")),
                    "",
                    String.valueOf(each.get("plan"))))
        .reduce((earlier, later) -> later);
  }

  private Certificate certificate(PlanRow row) {
    return json.readValue(row.certificate(), Certificate.class);
  }

  /** As it was kept, unless the files are others now, or Kiungo is another. */
  private PlanVerdict verdict(PlanRow row) {
    Optional<String> changed = findChanged(row);
    if (changed.isPresent()) {
      return PlanVerdict.changed(changed.get());
    }
    return kept(row).with(versions.of(folder(row.id()), certificate(row)));
  }

  private PlanVerdict kept(PlanRow row) {
    try {
      return row.verification() == null
          ? PlanVerdict.OLDER
          : json.readValue(row.verification(), PlanVerdict.class);
    } catch (JacksonException keptInAnotherForm) {
      return PlanVerdict.OLDER;
    }
  }

  /** A … Z, AA, AB … for 1, 2, 3 … */
  static String letter(int number) {
    String last = String.valueOf((char) ('A' + (number - 1) % 26));
    return number <= 26 ? last : letter((number - 1) / 26) + last;
  }
}
