package org.kiungo.web.progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kiungo.geodata.built.AsBuiltFile;
import org.kiungo.geodata.built.ProofFiles;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.store.Originals;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.Proof;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.web.access.Member;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.lot.PlanLots;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.review.PlanEvent;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.store.ZippedFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps as-built files of plans, each as it came with who sent it, when and its hash, and says what
 * stands by all of them. Nothing is lost: of two who send at once both are kept, of a thing
 * reported twice the later date counts, and a file that is taken back is still told of, without its
 * rows.
 */
@Service
public class BuiltFiles implements PlanEvent.Source {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_AUTHOR = 80;
  private static final int LONGEST_NAME = 180;

  /** Where a day begins first. */
  private static final ZoneOffset FIRST_OF_ALL = ZoneOffset.ofHours(14);

  private final JdbcClient database;
  private final Plans plans;
  private final AuditLog audit;
  private final Clock clock;
  private final PlanLots lots;
  private final Originals originals;
  private final Path incoming;

  BuiltFiles(
      JdbcClient database,
      Plans plans,
      AuditLog audit,
      Clock clock,
      DataFolder data,
      PlanLots lots) {
    this.lots = lots;
    this.database = database;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
    // not among the originals of layers, of which those that no layer needs are removed
    originals = new Originals(data.folder("as-built"));
    incoming = data.folder(DataFolder.INCOMING);
  }

  /**
   * A file that was sent.
   *
   * @param at ISO 8601, UTC
   * @param reported what was read of it
   * @param takenBackAt when its rows ceased to count, ISO 8601, UTC; empty while they count
   * @param takenBackBy by whom
   */
  public record Sent(
      String name,
      String sha256,
      String author,
      String at,
      Reported reported,
      String takenBackAt,
      String takenBackBy) {

    /** True while its rows count. */
    public boolean counts() {
      return takenBackAt.isEmpty();
    }
  }

  /** Where a file may lie that is on its way in; there is none yet. */
  public Path incoming() {
    return incoming.resolve(UUID.randomUUID() + DataFolder.UNFINISHED);
  }

  /**
   * Reads a file and keeps it; the same bytes of the same plan are kept once, and read anew as they
   * are sent last, which makes them count again where they were taken back.
   *
   * @param file where it lies for now
   * @param name that its sender knows
   * @param author as typed; with accounts, it is who asks
   * @param until the last day of which it may tell; null = today
   * @throws org.kiungo.planner.model.value.InputRefused where it cannot be read as a whole
   */
  public void add(String planId, Path file, String name, String author, LocalDate until) {
    plans.getFiles(planId);
    String called = called(planId, name.isBlank() ? "built" : name);
    Reported reported = read(file, called, until);
    Optional<Sent> before =
        list(planId).stream()
            .filter(each -> each.sha256().equals(reported.files().get(0).sha256()))
            .findFirst();
    if (before.isPresent()) {
      String rows = JSON.writeValueAsString(read(file, before.get().name(), until));
      audit.together("plan.built", planId, () -> readAgain(planId, before.get().sha256(), rows));
      return;
    }
    String sha256 = originals.keep(file);
    String shown = shown(author);
    try {
      audit.together(
          "plan.built",
          planId,
          () -> insert(planId, called, sha256, shown, JSON.writeValueAsString(reported)));
    } catch (DuplicateKeyException known) {
      // just now by somebody else: nothing is to be added
    }
  }

  /**
   * Takes a file back: its rows count no more, until it is sent again. The file itself stays.
   *
   * @param author as typed; with accounts, it is who asks
   * @throws ApiRefusal where the plan has no such file that counts
   */
  public void takeBack(String planId, String sha256, String author) {
    plans.getFiles(planId);
    if (list(planId).stream().noneMatch(each -> each.counts() && each.sha256().equals(sha256))) {
      throw ApiRefusal.unknown("file", sha256);
    }
    audit.together("plan.built-back", planId, () -> back(planId, sha256, shown(author)));
  }

  /** Whom a file is told to be of. */
  private static String shown(String author) {
    String by = Member.nameOr(author == null ? "" : author.strip());
    return by.length() > LONGEST_AUTHOR ? by.substring(0, LONGEST_AUTHOR) : by;
  }

  private Reported read(Path file, String name, LocalDate until) {
    return AsBuiltFile.reported(
        List.of(SourceFile.of(file, name)), List.of(), lastDay(until, clock));
  }

  /** The last day of which a file may tell: as it is told, else where it is today first. */
  public static LocalDate lastDay(LocalDate until, Clock clock) {
    return until == null ? LocalDate.now(clock.withZone(FIRST_OF_ALL)) : until;
  }

  /**
   * A name that no other file of the plan has, so that rows are told apart; its ending, by which
   * files are read, stays last.
   */
  private String called(String planId, String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot < 10 ? name.substring(dot) : "";
    String stem = name.substring(0, name.length() - ending.length());
    stem = stem.substring(0, Math.min(stem.length(), LONGEST_NAME - ending.length()));
    List<String> known = list(planId).stream().map(Sent::name).toList();
    String free = stem + ending;
    for (int k = 2; known.contains(free); k++) {
      free = stem + " (" + k + ")" + ending;
    }
    return free;
  }

  private void insert(String planId, String name, String sha256, String author, String rows) {
    database
        .sql(
            "INSERT INTO built_file (plan_id, name, sha256, author, sent_ms, rows_read,"
                + " organisation_id) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(planId, name, sha256, author, clock.millis(), rows, Organisation.current())
        .update();
  }

  private void readAgain(String planId, String sha256, String rows) {
    database
        .sql(
            "UPDATE built_file SET rows_read = ?, back_ms = NULL, back_by = ''"
                + " WHERE plan_id = ? AND sha256 = ? AND organisation_id = ?")
        .params(rows, planId, sha256, Organisation.current())
        .update();
  }

  private void back(String planId, String sha256, String author) {
    database
        .sql(
            "UPDATE built_file SET back_ms = ?, back_by = ?"
                + " WHERE plan_id = ? AND sha256 = ? AND organisation_id = ?")
        .params(clock.millis(), author, planId, sha256, Organisation.current())
        .update();
  }

  /** All of a plan, the first first, those that were taken back among them. */
  public List<Sent> list(String planId) {
    return database
        .sql(
            "SELECT name, sha256, author, sent_ms, rows_read, back_ms, back_by FROM built_file"
                + " WHERE plan_id = ? AND organisation_id = ? ORDER BY number")
        .params(planId, Organisation.current())
        .query(
            (found, number) ->
                new Sent(
                    found.getString(1),
                    found.getString(2),
                    found.getString(3),
                    Instant.ofEpochMilli(found.getLong(4)).toString(),
                    JSON.readValue(found.getString(5), Reported.class),
                    found.getObject(6) == null
                        ? ""
                        : Instant.ofEpochMilli(found.getLong(6)).toString(),
                    found.getString(7)))
        .list();
  }

  /** What all of them say that were not taken back. */
  public Reported reported(String planId) {
    List<BuiltFile> files = new ArrayList<>();
    List<Reported.Row> rows = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    for (Sent each : list(planId).stream().filter(Sent::counts).toList()) {
      files.addAll(each.reported().files());
      rows.addAll(each.reported().rows());
      told.addAll(each.reported().told());
    }
    List<LotOf> cut = new ArrayList<>();
    for (Lot each : rows.isEmpty() ? List.<Lot>of() : cut(planId)) {
      List<String> members = new ArrayList<>(each.members().services());
      members.addAll(each.members().sites());
      members.addAll(each.members().links());
      cut.add(new LotOf(each.id(), false, members));
    }
    Set<String> named = new HashSet<>();
    cut.forEach(each -> named.add(each.id()));
    // whoever has lots of their own, and none of these, keeps them
    List<String> lotsTold = rows.stream().map(Reported.Row::lot).filter(l -> !l.isEmpty()).toList();
    boolean own = !lotsTold.isEmpty() && lotsTold.stream().noneMatch(named::contains);
    return new Reported(files, rows, told, own ? List.of() : cut);
  }

  private List<Lot> cut(String planId) {
    return lots.get(planId, new PlanLots.Asked(null, null, null, null)).lots().lots();
  }

  /** What the lots of a plan are called, by their ids, as its lots are cut where nobody asks. */
  public Map<String, String> lotNames(String planId) {
    Map<String, String> names = new HashMap<>();
    cut(planId).forEach(each -> names.put(each.id(), each.name()));
    return names;
  }

  /** A photo or a report that came with a file. */
  public record ProofFile(String name, byte[] bytes) {}

  /**
   * A photo or a report of a plan's files, by its hash.
   *
   * @throws ApiRefusal where no file of the plan holds it
   */
  public ProofFile getProof(String planId, String sha256) throws IOException {
    for (Sent sent : list(planId)) {
      for (BuiltFile file : sent.reported().files()) {
        for (Proof each : file.proofs()) {
          if (each.sha256().equals(sha256)) {
            SourceFile kept = SourceFile.of(originals.path(sent.sha256()), sent.name());
            byte[] bytes = ProofFiles.read(kept, each).orElseThrow();
            return new ProofFile(each.name(), bytes);
          }
        }
      }
    }
    throw ApiRefusal.unknown("file", sha256);
  }

  /** What stands by all of them. */
  public ProgressFolder standing(String planId) {
    return ProgressStudy.of(
        plans.getFolder(planId),
        ProgressFolder.funding(plans.getFiles(planId)),
        reported(planId),
        null,
        Progress.NONE,
        () -> false);
  }

  /** The same as an archive of all that {@code kiungo verify} reads. */
  public byte[] archive(String planId) throws IOException {
    Path folder = Files.createTempDirectory(incoming, "progress");
    try {
      standing(planId).write(folder.resolve("progress"));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ZippedFolder.write(folder.resolve("progress"), "progress", bytes);
      return bytes.toByteArray();
    } finally {
      Durable.discard(folder);
    }
  }

  @Override
  public List<PlanEvent> events(String planId) {
    List<PlanEvent> events = new ArrayList<>();
    for (Sent each : list(planId)) {
      events.add(new PlanEvent("built", each.at(), each.author(), each.name()));
      if (!each.counts()) {
        events.add(
            new PlanEvent("built-back", each.takenBackAt(), each.takenBackBy(), each.name()));
      }
    }
    return events;
  }
}
