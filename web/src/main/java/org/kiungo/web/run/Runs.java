package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.language.Words;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.scenario.ScenarioRules;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes scenarios, says how their runs stand, stops them. */
@Service
class Runs {

  /** Runs that may wait at once. */
  static final int QUEUE_LIMIT = 20;

  private static final int LISTED = 100;

  private final RunRepository repository;
  private final RunWorker worker;
  private final ScenarioRules rules;
  private final PlanningMemory memory;
  private final JsonMapper json;
  private final Checkpoints checkpoints;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  Runs(
      RunRepository repository,
      RunWorker worker,
      ScenarioRules rules,
      PlanningMemory memory,
      JsonMapper json,
      Checkpoints checkpoints,
      AuditLog audit,
      TransactionTemplate transactions) {
    this.audit = audit;
    this.repository = repository;
    this.worker = worker;
    this.rules = rules;
    this.memory = memory;
    this.json = json;
    this.checkpoints = checkpoints;
    this.transactions = transactions;
  }

  /** Goes on with what the last stop of the server left unfinished. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    resume();
    worker.start();
  }

  /** Queues what an older version left unfinished, and forgets what ended runs left. */
  void resume() {
    List<RunRow> unfinished = repository.listUnfinished();
    checkpoints.keepOnly(unfinished.stream().map(RunRow::id).collect(Collectors.toSet()));
    unfinished.forEach(row -> worker.submit(row.id()));
  }

  /**
   * Queues a run.
   *
   * @param lever id of one of the scenario's levers, to make the plan without it too; null for one
   *     plan
   * @param idempotencyKey the same key with the same scenario gives the same run; null for none
   */
  RunRow start(Scenario scenario, String lever, String idempotencyKey) {
    rules.require(scenario);
    memory.require(scenario);
    if (lever != null) {
      LeverPair.getLever(scenario, lever);
    }
    String text = new String(ScenarioFile.write(scenario), StandardCharsets.UTF_8);
    if (idempotencyKey != null && idempotencyKey.length() > 200) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "Idempotency-Key", "…");
    }
    Optional<RunRow> known = known(idempotencyKey, text, lever);
    if (known.isPresent()) {
      return known.get();
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
                  "run.start",
                  id,
                  () -> {
                    repository.insert(id, text, lever, idempotencyKey);
                    worker.submit(id);
                  }));
    } catch (DuplicateKeyException twice) {
      return known(idempotencyKey, text, lever).orElseThrow(() -> twice);
    }
    return get(id);
  }

  private Optional<RunRow> known(String idempotencyKey, String scenario, String lever) {
    if (idempotencyKey == null) {
      return Optional.empty();
    }
    Optional<RunRow> known = repository.findByKey(idempotencyKey);
    boolean other =
        known.isPresent()
            && !(known.get().scenario().equals(scenario)
                && Objects.equals(known.get().lever(), lever));
    if (other) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "run.key-reused", idempotencyKey);
    }
    return known;
  }

  RunRow get(String id) {
    return repository.find(id).orElseThrow(() -> ApiRefusal.unknown("run", id));
  }

  List<RunRow> list() {
    return repository.list(LISTED);
  }

  /** Stops a run and keeps its best plan; a run that is over stays as it is. */
  void stop(String id) {
    if (get(id).state().isOver()) {
      return;
    }
    if (repository.leases().stop(id)) {
      worker.feeds().finish(get(id));
    } else {
      worker.stop(id);
    }
  }

  /** The best plan of a run so far; empty before the first and once the run is over. */
  Optional<BestSoFar.Drawn> askForBest(String id) {
    get(id);
    return worker.askForBest(id);
  }

  /** Everything that happened in a run; of one that ended before a restart, only the end. */
  RunEvents events(String id) {
    return worker.feeds().of(get(id));
  }

  Run shown(RunRow row, Words words) {
    RunProgress progress = worker.findProgress(row.id()).orElse(row.progress());
    return new Run(
        row.id(),
        row.state(),
        progress.phase(),
        progress.doneRatio(),
        progress.value(),
        progress.bound(),
        progress.gapRatio(),
        progress.elapsedSeconds(),
        progress.drawn(),
        row.state() == RunState.QUEUED ? repository.leases().countBefore(row.id()) : 0,
        row.planId(),
        ScenarioFile.read(row.scenario().getBytes(StandardCharsets.UTF_8)),
        row.lever(),
        row.withoutPlanId(),
        failure(row.error(), words));
  }

  private Run.Failure failure(String error, Words words) {
    if (error == null) {
      return null;
    }
    JsonNode node = json.readTree(error);
    List<Object> arguments = new ArrayList<>();
    node.get("arguments").forEach(each -> arguments.add(each.asString()));
    String code = node.get("code").asString();
    return new Run.Failure(code, arguments, words.text("error." + code, arguments.toArray()));
  }
}
