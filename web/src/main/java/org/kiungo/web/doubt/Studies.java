package org.kiungo.web.doubt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.Planner;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanSeal;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;

/**
 * Takes what is asked of plans in one kind of study, says how it stands and what came of it. Plans
 * never change, so that whatever was studied is not studied again.
 *
 * @param <A> what is asked
 * @param <C> what pages tell of what came of it
 * @param <R> how it stands
 */
public abstract class Studies<A extends StudyAsked, C extends StudyContent<C>, R>
    implements JobSource {

  private static final int KEPT_IN_MEMORY = 6;

  private final StudyKind kind;
  private final Jobs jobs;
  private final Plans plans;
  private final PlanningMemory memory;
  private final StudyWork work;
  private final PlanSeal seal;

  private final Map<String, C> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, C> eldest) {
              return size() > KEPT_IN_MEMORY;
            }
          });

  Studies(StudyKind kind, Jobs jobs, Plans plans, PlanningMemory memory, StudyWork work) {
    this.kind = kind;
    this.jobs = jobs;
    this.plans = plans;
    this.memory = memory;
    this.work = work;
    this.seal = new PlanSeal(kind.figures);
  }

  /** What a folder holds that is as it was kept. */
  abstract C read(String id, Path folder, PlanVerdict verdict) throws IOException;

  /** What is told of one that is not. */
  abstract C changed(String id, PlanVerdict verdict);

  /**
   * How one stands.
   *
   * @param found empty until finished
   */
  abstract R shown(JobRow row, A asked, Optional<C> found, Words words);

  /** How one stands that nobody asked for. */
  abstract R none();

  /** Why a plan cannot be studied; empty where it can. */
  public Optional<InputRefused> findRefusal(String planId) {
    PlanFolder folder = plans.getFolder(planId);
    try {
      DoubtStudy.refuse(folder.problem(), folder.scenario());
      return Optional.empty();
    } catch (InputRefused refused) {
      return Optional.of(refused);
    }
  }

  /** Begins to study a plan, unless that was begun already. */
  R ask(String planId, A asked, Words words) {
    if (plans.getVerdict(planId).isRefused()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "doubt.refused", planId);
    }
    findRefusal(planId)
        .ifPresent(
            refused -> {
              throw refused;
            });
    asked.requireRanges();
    memory.require(StudyWork.places(plans.countPlaces(planId)));
    return shown(begin(planId, asked), words);
  }

  /**
   * Another engine may find other plans. One plan is studied once at a time, so that nothing goes
   * on that its page does not show.
   */
  private JobRow begin(String planId, StudyAsked asked) {
    findOpen(planId)
        .map(row -> kind.asked(row.body()))
        .filter(open -> !open.equals(asked))
        .ifPresent(
            open -> {
              Object[] said = Stream.concat(Stream.of(planId), Stream.of(open.told())).toArray();
              throw new ApiRefusal(HttpStatus.CONFLICT, kind.id + ".running", said);
            });
    String key = planId + "#" + asked.key() + "#" + Planner.ENGINE_VERSION;
    String body = JobTable.JSON.writeValueAsString(asked);
    return jobs.ask(new Jobs.Ask(kind.id, planId, body, key, kind.id + ".start"));
  }

  /** How the study of a plan stands that is not over, or else the one that was asked for last. */
  public R getLast(String planId, Words words) {
    return findOpen(planId)
        .or(() -> list(planId).stream().findFirst())
        .map(row -> shown(row, words))
        .orElseGet(this::none);
  }

  private Optional<JobRow> findOpen(String planId) {
    return list(planId).stream().filter(row -> !row.state().isOver()).findFirst();
  }

  /** Whether a study of a plan is asked for, under way or there to be read. */
  public boolean isStudied(String planId) {
    return list(planId).stream()
        .anyMatch(row -> !row.state().isOver() || row.state() == JobState.FINISHED);
  }

  /** Of some plans the one of which a study was asked last that is not over or can be read. */
  public Optional<String> findStudied(List<String> planIds) {
    return planIds.stream()
        .flatMap(each -> list(each).stream())
        .filter(row -> !row.state().isOver() || row.state() == JobState.FINISHED)
        .max(Comparator.comparingLong(row -> row.asked().askedMs()))
        .map(JobRow::subject);
  }

  /** What came of the last study of a plan that has an end. */
  public Optional<C> findLast(String planId) {
    return list(planId).stream()
        .filter(each -> each.state() == JobState.FINISHED)
        .findFirst()
        .map(this::content);
  }

  /** Stops what is asked of a plan; what is not asked, or over, stays as it is. */
  public void stop(String planId) {
    findOpen(planId).ifPresent(jobs::stop);
  }

  /** Those of a plan, the latest first. */
  private List<JobRow> list(String planId) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return jobs.listAbout(kind.id, planId);
  }

  /** One that is finished. */
  JobRow getFinished(String id) {
    return jobs.find(kind.id, id)
        .filter(row -> row.state() == JobState.FINISHED)
        .orElseThrow(() -> ApiRefusal.unknown(kind.id, id));
  }

  /** Files of a study that is finished. */
  Path getFiles(String id) {
    return work.folder(getFinished(id).id());
  }

  /** What came of one that is finished. */
  C content(JobRow row) {
    StudyChore.Made made = JobTable.JSON.readValue(row.result(), StudyChore.Made.class);
    Path folder = work.folder(row.id());
    Optional<String> changed = seal.findChanged(row.id(), folder, made.sha256());
    if (changed.isPresent()) {
      return changed(row.id(), PlanVerdict.changed(changed.get()));
    }
    C known = read.get(row.id());
    if (known == null) {
      try {
        known = read(row.id(), folder, made.verdict());
        read.put(row.id(), known);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known.of(plans.getVerdict(row.subject()));
  }

  @SuppressWarnings("unchecked") // its kind keeps nothing else
  private R shown(JobRow row, Words words) {
    Optional<C> found =
        row.state() == JobState.FINISHED ? Optional.of(content(row)) : Optional.empty();
    return shown(row, (A) kind.asked(row.body()), found, words);
  }

  /** How many come before one while it waits. */
  int before(JobRow row) {
    return jobs.before(row);
  }

  /** How far one is, 0–1. */
  double doneRatio(JobRow row) {
    return jobs.doneRatio(row);
  }

  @Override
  public String queue() {
    return kind.id;
  }

  @Override
  public String again(String id) {
    JobRow row = jobs.find(kind.id, id).orElseThrow(() -> ApiRefusal.unknown(kind.id, id));
    return begin(row.subject(), kind.asked(row.body())).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(kind.id, LISTED).stream().map(row -> line(row, words)).toList();
  }

  /** The page on which a study of a plan is told. */
  String page(String planId, List<String> countries) {
    return "/countries/" + countries.get(0) + "/doubt?plan=" + planId;
  }

  private static String named(PlanSummary plan) {
    return plan.name().isBlank() ? plan.letter() : plan.name();
  }

  private JobLine line(JobRow row, Words words) {
    Optional<PlanSummary> plan = plans.find(row.subject());
    List<String> countries = plan.map(each -> each.scenario().countries()).orElse(List.of());
    String page = countries.isEmpty() ? null : page(row.subject(), countries);
    boolean waits = row.state() == JobState.QUEUED;
    boolean done = row.state() == JobState.FINISHED;
    Object[] named =
        Stream.concat(
                Stream.of(plan.map(Studies::named).orElse(row.subject())),
                Stream.of(kind.asked(row.body()).told()))
            .toArray();
    return new JobLine(
        row.id(),
        kind.id,
        words.text("job.name." + kind.id, named),
        countries,
        row.state(),
        jobs.before(row),
        new JobLine.Progress("", waits ? Double.NaN : doneRatio(row), Double.NaN, 0, null),
        row.asked(),
        new JobLine.Ways(
            page,
            done ? page : null,
            null,
            row.state().isOver() || kind == StudyKind.PROGRESS
                ? null
                : "/plans/" + row.subject() + "/" + kind.id + "/stop",
            done ? null : againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        plan.map(PlanSummary::verdict).orElse(null));
  }
}
