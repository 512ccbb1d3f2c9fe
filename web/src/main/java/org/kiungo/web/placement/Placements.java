package org.kiungo.web.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunEvents;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes placements of e-services, says how they stand, hands out what was found as files. */
@Service
class Placements implements JobSource {

  static final String AGREEMENT = "agreement.json";
  private static final List<String> FILES =
      List.of("service-plan.json", "service-problem.json", "services.geojson", "manifest.json");

  private static final int ALL = 1_000;

  private final Plans plans;
  private final Path root;
  private final Jobs jobs;
  private final PlacementWork work;
  private final PlanningMemory memory;

  Placements(Plans plans, DataFolder data, Jobs jobs, PlacementWork work, PlanningMemory memory) {
    this.plans = plans;
    this.root = data.folder("placements");
    this.jobs = jobs;
    this.work = work;
    this.memory = memory;
  }

  /**
   * Queues a placement.
   *
   * @param key the same key with the same body gives the same placement; null for none
   */
  String start(PlacementBody body, String key) {
    if (body.planId() == null) {
      ServicePlacer.today(body.countries());
    } else {
      PlanSummary plan = plan(body).orElseThrow(() -> ApiRefusal.unknown("plan", body.planId()));
      if (plan.verification().isRefused()) {
        throw new ApiRefusal(HttpStatus.CONFLICT, "plan.refused", plan.id());
      }
      memory.require(plan.settlements());
    }
    return jobs.ask(new Jobs.Ask(PlacementWork.KIND, "", body.text(), key, "placement.start")).id();
  }

  Placement get(String id, Words words) {
    Optional<JobRow> row = jobs.find(PlacementWork.KIND, id);
    return row.isPresent() ? shown(row.get(), words) : foundBefore(id);
  }

  private Placement shown(JobRow row, Words words) {
    Optional<Told> told = jobs.findLive(row.id()).map(LiveJob::progress).map(Told.class::cast);
    Placement shown =
        told.isPresent()
            ? Placement.running(row.id(), told.get(), List.of())
            : Placement.of(
                row, jobs.before(row), row.state().isOver() ? files(row.id()) : List.of(), words);
    return plan(body(row)).map(shown::over).orElse(shown);
  }

  /** A folder that is older than the list of placements, and so is the first organisation's. */
  private Placement foundBefore(String id) {
    List<String> files = isFoundBefore(id) ? files(id) : List.of();
    if (files.isEmpty()) {
      throw ApiRefusal.unknown("placement", id);
    }
    return Placement.found(id, files);
  }

  private boolean isFoundBefore(String id) {
    return Organisation.current().equals(Organisation.DEFAULT)
        && Organisation.as(Organisation.EVERY, () -> jobs.findOfAny(id)).isEmpty();
  }

  /** Those found before there was a list, then those of the list, newest last. */
  List<Placement> list(Words words) {
    List<JobRow> rows = new ArrayList<>(jobs.list(PlacementWork.KIND, ALL));
    Collections.reverse(rows);
    List<String> listed = rows.stream().map(JobRow::id).toList();
    List<Placement> all = new ArrayList<>();
    folders().stream()
        .map(each -> each.getFileName().toString())
        .filter(id -> !listed.contains(id) && !files(id).isEmpty() && isFoundBefore(id))
        .forEach(id -> all.add(Placement.found(id, files(id))));
    rows.forEach(row -> all.add(shown(row, words)));
    return all;
  }

  @Override
  public String queue() {
    return PlacementWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row =
        jobs.find(PlacementWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("placement", id));
    return start(body(row), null);
  }

  private Optional<PlanSummary> plan(PlacementBody body) {
    return Optional.ofNullable(body.planId()).flatMap(plans::find);
  }

  private static PlacementBody body(JobRow row) {
    return PlacementBody.read(row.body().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(PlacementWork.KIND, JobSource.LISTED).stream()
        .map(row -> line(row, shown(row, words), words))
        .toList();
  }

  private JobLine line(JobRow row, Placement shown, Words words) {
    PlacementBody body = body(row);
    Optional<PlanSummary> plan = plan(body);
    List<String> countries = plan.map(each -> each.scenario().countries()).orElse(body.countries());
    String network = plan.map(PlanSummary::name).orElseGet(() -> words.text("job.name.today"));
    String of = countries.isEmpty() ? "" : "country=" + countries.get(0) + "&";
    String page = "/services?" + of + "placement=" + row.id();
    boolean over = row.state().isOver();
    return new JobLine(
        row.id(),
        PlacementWork.KIND,
        words.text("job.name.placement", network),
        countries,
        row.state(),
        shown.before(),
        new JobLine.Progress(
            shown.phase(),
            row.state() == JobState.QUEUED ? Double.NaN : shown.doneRatio(),
            Double.NaN,
            0,
            new JobLine.Reached(
                "floor", Double.NaN, Double.NaN, Double.NaN, shown.gapRatio(), null)),
        row.asked(),
        new JobLine.Ways(
            page,
            shown.files().isEmpty() ? null : page,
            null,
            over ? null : "/placements/" + row.id() + "/stop",
            againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        plan.map(PlanSummary::verdict).orElse(null));
  }

  void stop(String id) {
    jobs.find(PlacementWork.KIND, id).ifPresent(jobs::stop);
  }

  RunEvents events(String id) {
    return work.events(
        jobs.find(PlacementWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("placement", id)));
  }

  private List<Path> folders() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files(String id) {
    if (!id.matches("[0-9a-f-]{36}") || !ServiceFolder.isOne(root.resolve(id))) {
      return List.of();
    }
    List<String> files = new ArrayList<>(FILES);
    if (Files.exists(root.resolve(id).resolve(AGREEMENT))) {
      files.add(AGREEMENT);
    }
    return files;
  }

  Path file(String id, String name) {
    boolean seen = jobs.find(PlacementWork.KIND, id).isPresent() || isFoundBefore(id);
    if (!seen || !files(id).contains(name)) {
      throw ApiRefusal.unknown("placement", id + "/" + name);
    }
    return root.resolve(id).resolve(name);
  }

  List<ServiceAnswer> explain(String id, String user) {
    return ServiceAnswer.of(file(id, "services.geojson").getParent(), user);
  }
}
