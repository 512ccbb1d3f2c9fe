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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.Planner;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanSeal;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Takes questions what a plan loses in futures, says how they stand and what came of them. Plans
 * never change, so that whatever was studied is not studied again.
 */
@Service
public class Doubts implements JobSource {

  /** Futures where nobody says how many: an interval of some use, within minutes. */
  public static final int FUTURES = 20;

  private static final int KEPT_IN_MEMORY = 6;

  private final Jobs jobs;
  private final Plans plans;
  private final PlanningMemory memory;
  private final DoubtWork work;
  private final PlanSeal seal = new PlanSeal(DoubtFolder.DOUBT);

  private final Map<String, DoubtContent> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DoubtContent> eldest) {
              return size() > KEPT_IN_MEMORY;
            }
          });

  Doubts(Jobs jobs, Plans plans, PlanningMemory memory, DoubtWork work) {
    this.jobs = jobs;
    this.plans = plans;
    this.memory = memory;
    this.work = work;
  }

  /** Why a plan cannot be put in doubt; empty where it can. */
  public Optional<InputRefused> findRefusal(String planId) {
    PlanFolder folder = plans.getFolder(planId);
    try {
      DoubtStudy.refuse(folder.problem(), folder.scenario());
      return Optional.empty();
    } catch (InputRefused refused) {
      return Optional.of(refused);
    }
  }

  /** Begins to study a plan in so many futures, unless that was begun already. */
  DoubtAnswer ask(String planId, int futures, Words words) {
    if (plans.getVerdict(planId).isRefused()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "doubt.refused", planId);
    }
    findRefusal(planId)
        .ifPresent(
            refused -> {
              throw refused;
            });
    if (futures < DoubtStudy.FEWEST || futures > DoubtStudy.MOST) {
      throw new InputRefused(
          "field.range",
          "field",
          "futures",
          "value",
          futures,
          "low",
          DoubtStudy.FEWEST,
          "high",
          DoubtStudy.MOST);
    }
    memory.require(DoubtWork.places(plans.countPlaces(planId)));
    return shown(begin(planId, new DoubtWork.Asked(futures)), words);
  }

  /**
   * Another engine may find other plans for the same futures. One plan is studied once at a time,
   * so that nothing goes on that its page does not show.
   */
  private JobRow begin(String planId, DoubtWork.Asked asked) {
    findOpen(planId)
        .map(row -> DoubtWork.Asked.of(row.body()))
        .filter(open -> !open.equals(asked))
        .ifPresent(
            open -> {
              throw new ApiRefusal(HttpStatus.CONFLICT, "doubt.running", planId, open.futures());
            });
    String key = planId + "#" + asked.futures() + "#" + Planner.ENGINE_VERSION;
    return jobs.ask(new Jobs.Ask(DoubtWork.KIND, planId, asked.toJson(), key, "doubt.start"));
  }

  /** How the study of a plan stands that is not over, or else the one that was asked for last. */
  public DoubtAnswer getLast(String planId, Words words) {
    return findOpen(planId)
        .or(() -> list(planId).stream().findFirst())
        .map(row -> shown(row, words))
        .orElse(DoubtAnswer.NONE);
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
  public Optional<DoubtContent> findLast(String planId) {
    return list(planId).stream()
        .filter(each -> each.state() == JobState.FINISHED)
        .findFirst()
        .map(this::content);
  }

  /** Stops what is asked of a plan; what is not asked, or over, stays as it is. */
  void stop(String planId) {
    findOpen(planId).ifPresent(jobs::stop);
  }

  /** Those of a plan, the latest first. */
  private List<JobRow> list(String planId) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return jobs.listAbout(DoubtWork.KIND, planId);
  }

  private JobRow getFinished(String id) {
    return jobs.find(DoubtWork.KIND, id)
        .filter(row -> row.state() == JobState.FINISHED)
        .orElseThrow(() -> ApiRefusal.unknown("doubt", id));
  }

  /** Files of a study that is finished. */
  Path getFiles(String id) {
    return work.folder(getFinished(id).id());
  }

  private DoubtContent content(JobRow row) {
    DoubtChore.Made made = JobTable.JSON.readValue(row.result(), DoubtChore.Made.class);
    Path folder = work.folder(row.id());
    Optional<String> changed = seal.findChanged(row.id(), folder, made.sha256());
    if (changed.isPresent()) {
      return DoubtContent.changed(row.id(), changed.get());
    }
    DoubtContent known = read.get(row.id());
    if (known == null) {
      try {
        known = DoubtContent.read(row.id(), folder, made.verdict());
        read.put(row.id(), known);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known.of(plans.getVerdict(row.subject()));
  }

  /** The plan of a study that is finished. */
  public String getPlan(String id) {
    return getFinished(id).subject();
  }

  /** What came of a study that is finished. */
  public DoubtContent getContent(String id) {
    return content(getFinished(id));
  }

  /** Every place of a study that is finished, in the order of the plan's. */
  List<PlaceInDoubt> getPlaces(String id) {
    JobRow row = getFinished(id);
    return places(row.subject(), content(row));
  }

  /** The same of what came of one. */
  public List<PlaceInDoubt> places(String planId, DoubtContent content) {
    PlanContent plan = plans.content(planId);
    Map<String, PlanContent.Place> known =
        plan.places().stream()
            .collect(Collectors.toMap(each -> each.settlement().id(), Function.identity()));
    return content.places().stream()
        .map(row -> PlaceInDoubt.of(row, known.get(row.settlementId()), plan))
        .toList();
  }

  private DoubtAnswer shown(JobRow row, Words words) {
    Optional<DoubtContent> found =
        row.state() == JobState.FINISHED ? Optional.of(content(row)) : Optional.empty();
    return new DoubtAnswer(
        row.id(),
        row.state(),
        jobs.before(row),
        doneRatio(row),
        row.attempts(),
        JobRow.ATTEMPTS,
        DoubtWork.Asked.of(row.body()).futures(),
        found.filter(each -> !each.verdict().isRefused()).map(DoubtContent::doubt).orElse(null),
        found.map(each -> each.verdict().verdict()).orElse(null),
        JobSource.failure(row, words));
  }

  private double doneRatio(JobRow row) {
    if (row.state().isOver()) {
      return 1;
    }
    Optional<Told> kept =
        Optional.ofNullable(row.progress())
            .map(progress -> JobTable.JSON.readValue(progress, Told.class));
    return jobs.findLive(row.id())
        .map(LiveJob::progress)
        .map(Told.class::cast)
        .or(() -> kept)
        .map(Told::doneRatio)
        .orElse(0.0);
  }

  @Override
  public String queue() {
    return DoubtWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row = jobs.find(DoubtWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("doubt", id));
    return begin(row.subject(), DoubtWork.Asked.of(row.body())).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(DoubtWork.KIND, LISTED).stream().map(row -> line(row, words)).toList();
  }

  private JobLine line(JobRow row, Words words) {
    Optional<PlanSummary> plan = plans.find(row.subject());
    List<String> countries = plan.map(each -> each.scenario().countries()).orElse(List.of());
    String page =
        countries.isEmpty()
            ? null
            : "/countries/" + countries.get(0) + "/doubt?plan=" + row.subject();
    boolean waits = row.state() == JobState.QUEUED;
    boolean done = row.state() == JobState.FINISHED;
    return new JobLine(
        row.id(),
        DoubtWork.KIND,
        words.text(
            "job.name.doubt",
            plan.map(PlanSummary::name).orElse(row.subject()),
            DoubtWork.Asked.of(row.body()).futures()),
        countries,
        row.state(),
        jobs.before(row),
        new JobLine.Progress("", waits ? Double.NaN : doneRatio(row), Double.NaN, 0, null),
        row.asked(),
        new JobLine.Ways(
            page,
            done ? page : null,
            null,
            row.state().isOver() ? null : "/plans/" + row.subject() + "/doubt/stop",
            done ? null : againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        plan.map(PlanSummary::verdict).orElse(null));
  }
}
