package org.kiungo.web.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunState;
import org.kiungo.web.scenario.PlanningMemory;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes questions who pays for a plan, says how they stand, keeps answers as plans. */
@Service
public class Fundings {

  private static final int QUEUE_LIMIT = 20;
  private static final int LONGEST_KEY = 200;

  private final FundingRepository repository;
  private final FundingWorker worker;
  private final FundingAnswers answers;
  private final PartnerSets sets;
  private final Plans plans;
  private final ProjectStates states;
  private final AuditLog audit;
  private final TransactionTemplate transactions;
  private final PlanningMemory memory;

  Fundings(
      FundingRepository repository,
      FundingWorker worker,
      FundingAnswers answers,
      PartnerSets sets,
      Plans plans,
      ProjectStates states,
      AuditLog audit,
      TransactionTemplate transactions,
      PlanningMemory memory) {
    this.repository = repository;
    this.worker = worker;
    this.answers = answers;
    this.sets = sets;
    this.plans = plans;
    this.states = states;
    this.audit = audit;
    this.transactions = transactions;
    this.memory = memory;
  }

  /** Goes on with what the last stop of the server left unfinished. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.start();
  }

  /**
   * Queues a question; what can be seen to be wrong with it is refused at once.
   *
   * @param body JSON
   * @param key the same key with the same question gives the same one; null for none
   */
  String ask(String planId, byte[] body, String key) {
    memory.require(
        plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId)).settlements());
    if (key != null && key.length() > LONGEST_KEY) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "Idempotency-Key", "…");
    }
    FundingBody asked = FundingBody.read(body, sets::partnership);
    String text = asked.text();
    Optional<String> known = known(planId, text, key);
    if (known.isPresent()) {
      return known.get();
    }
    answers.asked(planId, asked);
    if (repository.leases().countWaiting() >= QUEUE_LIMIT) {
      throw new ApiRefusal(
          HttpStatus.SERVICE_UNAVAILABLE, "run.queue-full", String.valueOf(QUEUE_LIMIT));
    }
    String id = UUID.randomUUID().toString();
    try {
      transactions.executeWithoutResult(
          transaction ->
              audit.together(
                  "funding.ask",
                  planId + " " + id,
                  () -> {
                    repository.insert(id, planId, text, key);
                    worker.submit(id);
                  }));
    } catch (DuplicateKeyException twice) {
      return known(planId, text, key).orElseThrow(() -> twice);
    }
    return id;
  }

  private Optional<String> known(String planId, String text, String key) {
    Optional<FundingRow> known = key == null ? Optional.empty() : repository.findByKey(key);
    if (known.isPresent()
        && !(known.get().body().equals(text) && known.get().planId().equals(planId))) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "run.key-reused", key);
    }
    return known.map(FundingRow::id);
  }

  FundingRequest get(String id, Words words) {
    FundingRow row = row(id);
    int before = row.state() == RunState.QUEUED ? repository.leases().countBefore(id) : 0;
    return FundingRequest.of(row, before, words);
  }

  /** What was found, against what stood before. */
  Funded answer(String id, Words words) {
    FundingRow row = answered(id);
    String plan = row.planId();
    return Funded.of(
        plan,
        plans.getFolder(plan),
        answers.read(id),
        answers.standing(plan),
        states.states(plan),
        words);
  }

  /**
   * Who pays for a plan.
   *
   * @throws ApiRefusal 404 where it does not say
   */
  Funded ofPlan(String planId, Words words) {
    return findOfPlan(planId, words).orElseThrow(() -> ApiRefusal.unknown("funding", planId));
  }

  /** Who pays for a plan, where it says so. */
  public Optional<Funded> findOfPlan(String planId, Words words) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return Optional.ofNullable(answers.standing(planId))
        .map(
            standing ->
                Funded.of(
                    planId, plans.getFolder(planId), standing, null, states.states(planId), words));
  }

  /** Which project serves which place of a plan, numbered as {@link #ofPlan} lists them. */
  byte[] pointsOfPlan(String planId) {
    Funded funded = ofPlan(planId, Words.in("en"));
    return points(planId, answers.standing(planId), funded);
  }

  /** The same for an answer. */
  byte[] pointsOfAnswer(String id) {
    Funded funded = answer(id, Words.in("en"));
    return points(funded.planId(), answers.read(id), funded);
  }

  private byte[] points(String planId, FundingResult result, Funded funded) {
    List<String> ids = funded.projects().stream().map(row -> row.project().id()).toList();
    return FundingPoints.encode(plans.content(planId), result.projects(), ids);
  }

  void stop(String id) {
    if (!row(id).state().isOver()) {
      repository.leases().stop(id);
    }
  }

  PlanSummary keep(String id) {
    String planId = answered(id).planId();
    String kept =
        audit.together(
            "funding.keep",
            plan -> id + " " + plan,
            () -> {
              String plan = answers.keep(id, planId);
              states.copy(planId, plan);
              return plan;
            });
    return plans.find(kept).orElseThrow();
  }

  private FundingRow answered(String id) {
    FundingRow row = row(id);
    if (!answers.isThere(id)) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "funding.no-answer", id);
    }
    return row;
  }

  private FundingRow row(String id) {
    return repository.find(id).orElseThrow(() -> ApiRefusal.unknown("funding", id));
  }
}
