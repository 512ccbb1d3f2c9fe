package org.kiungo.web.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunEvents;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes placements of e-services, says how they stand, hands out what was found as files. */
@Service
class Placements {

  private static final int QUEUE_LIMIT = 20;
  private static final int LONGEST_KEY = 200;
  static final String AGREEMENT = "agreement.json";
  private static final List<String> FILES =
      List.of("service-plan.json", "service-problem.json", "services.geojson");

  private final Plans plans;
  private final Path root;
  private final PlacementRepository repository;
  private final PlacementWorker worker;
  private final AuditLog audit;
  private final TransactionTemplate transactions;
  private final PlanningMemory memory;

  Placements(
      Plans plans,
      DataFolder data,
      PlacementRepository repository,
      PlacementWorker worker,
      AuditLog audit,
      TransactionTemplate transactions,
      PlanningMemory memory) {
    this.audit = audit;
    this.plans = plans;
    this.root = data.folder("placements");
    this.repository = repository;
    this.worker = worker;
    this.transactions = transactions;
    this.memory = memory;
  }

  /** Goes on with what the last stop of the server left unfinished. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.start();
  }

  /**
   * Queues a placement.
   *
   * @param key the same key with the same body gives the same placement; null for none
   */
  String start(PlacementBody body, String key) {
    if (key != null && key.length() > LONGEST_KEY) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "Idempotency-Key", "…");
    }
    Optional<String> known = known(body, key);
    if (known.isPresent()) {
      return known.get();
    }
    if (body.planId() == null) {
      ServicePlacer.today(body.countries());
    } else {
      memory.require(
          plans
              .find(body.planId())
              .orElseThrow(() -> ApiRefusal.unknown("plan", body.planId()))
              .settlements());
    }
    if (repository.leases().countWaiting() >= QUEUE_LIMIT) {
      throw new ApiRefusal(
          HttpStatus.SERVICE_UNAVAILABLE, "run.queue-full", String.valueOf(QUEUE_LIMIT));
    }
    String id = UUID.randomUUID().toString();
    try {
      transactions.executeWithoutResult(
          transaction ->
              audit.together(
                  "placement.start",
                  id,
                  () -> {
                    repository.insert(id, body.text(), key);
                    worker.submit(id);
                  }));
    } catch (DuplicateKeyException twice) {
      return known(body, key).orElseThrow(() -> twice);
    }
    return id;
  }

  private Optional<String> known(PlacementBody body, String key) {
    Optional<PlacementRow> known = key == null ? Optional.empty() : repository.findByKey(key);
    if (known.isPresent() && !known.get().body().equals(body.text())) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "run.key-reused", key);
    }
    return known.map(PlacementRow::id);
  }

  Placement get(String id, Words words) {
    Optional<PlacementRow> row = repository.find(id);
    Optional<LivePlacement> live = row.flatMap(listed -> worker.find(id));
    return live.map(placing -> placing.shown(List.of()))
        .or(() -> row.map(listed -> shown(listed, words)))
        .orElseGet(() -> foundBefore(id));
  }

  private Placement shown(PlacementRow row, Words words) {
    boolean over = row.state().isOver();
    int before = over ? 0 : repository.leases().countBefore(row.id());
    return PlacementWorker.shown(row, words, over ? files(row.id()) : List.of(), before);
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
        && Organisation.as(Organisation.EVERY, () -> repository.findOfAny(id)).isEmpty();
  }

  /** Those found before there was a list, then those of the list, newest last. */
  List<Placement> list(Words words) {
    List<PlacementRow> rows = repository.list();
    List<String> listed = rows.stream().map(PlacementRow::id).toList();
    List<Placement> all = new ArrayList<>();
    folders().stream()
        .map(each -> each.getFileName().toString())
        .filter(id -> !listed.contains(id) && !files(id).isEmpty() && isFoundBefore(id))
        .forEach(id -> all.add(Placement.found(id, files(id))));
    listed.forEach(id -> all.add(get(id, words)));
    return all;
  }

  void stop(String id) {
    if (repository.find(id).filter(row -> !row.state().isOver()).isPresent()) {
      worker.stop(id);
    }
  }

  RunEvents events(String id) {
    get(id, Words.in("en"));
    return worker.events(id);
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
    boolean seen = repository.find(id).isPresent() || isFoundBefore(id);
    if (!seen || !files(id).contains(name)) {
      throw ApiRefusal.unknown("placement", id + "/" + name);
    }
    return root.resolve(id).resolve(name);
  }

  List<ServiceAnswer> explain(String id, String user) {
    return ServiceAnswer.of(file(id, "services.geojson").getParent(), user);
  }
}
