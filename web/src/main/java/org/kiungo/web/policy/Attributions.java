package org.kiungo.web.policy;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kiungo.planner.compare.Attribution;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.system.ApiRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Attributes differences between plans, one pair after another. Plans never change, so an answer
 * holds as long as the server remembers it.
 */
@Service
class Attributions {

  private static final Logger LOG = LoggerFactory.getLogger(Attributions.class);
  private static final int REMEMBERED = 50;
  private static final int QUEUE_LIMIT = 5;

  private final Plans plans;
  private final ScenarioPlanner planner;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "attribution"));
  private final Map<String, Standing> standing = new LinkedHashMap<>();
  private volatile boolean closing;

  Attributions(Plans plans, ScenarioPlanner planner) {
    this.plans = plans;
    this.planner = planner;
  }

  /** Where an attribution stands. */
  enum State {
    RUNNING,
    FINISHED,
    FAILED
  }

  /**
   * An attribution under way or done.
   *
   * @param doneRatio 0–1
   * @param attribution null until finished
   * @param errorCode null unless failed
   * @param errorArguments of its sentence
   */
  record Standing(
      State state,
      double doneRatio,
      Attribution attribution,
      String errorCode,
      List<Object> errorArguments) {

    static Standing running(double doneRatio) {
      return new Standing(State.RUNNING, doneRatio, null, null, List.of());
    }
  }

  /** Where that of two plans stands that whoever asks may see. */
  Optional<Standing> find(String from, String to) {
    if (plans.find(from).isEmpty() || plans.find(to).isEmpty()) {
      return Optional.empty();
    }
    synchronized (standing) {
      return Optional.ofNullable(standing.get(key(from, to)));
    }
  }

  /** Begins, unless it was begun already. */
  Standing start(String from, String to) {
    PlanFolder first = plans.getFolder(from);
    PlanFolder second = plans.getFolder(to);
    if (!Attribution.sameFacts(first.problem(), second.problem())) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "comparison.inputs", from, to);
    }
    synchronized (standing) {
      Standing known = standing.get(key(from, to));
      if (known != null && known.state() != State.FAILED) {
        return known;
      }
      long waiting = standing.values().stream().filter(s -> s.state() == State.RUNNING).count();
      if (waiting >= QUEUE_LIMIT) {
        throw new ApiRefusal(
            HttpStatus.SERVICE_UNAVAILABLE, "run.queue-full", String.valueOf(QUEUE_LIMIT));
      }
      put(from, to, Standing.running(0));
    }
    thread.execute(() -> planner.busy(() -> compute(from, to, first, second)));
    return Standing.running(0);
  }

  private void compute(String from, String to, PlanFolder first, PlanFolder second) {
    try {
      Attribution found =
          Attribution.of(
              first.problem(),
              first.scenario(),
              second.scenario(),
              (phase, done, value, bound, gap) -> put(from, to, Standing.running(done)),
              () -> closing);
      put(from, to, new Standing(State.FINISHED, 1, found, null, List.of()));
    } catch (InputRefused refused) {
      List<Object> arguments = new ArrayList<>(refused.arguments().values());
      put(from, to, new Standing(State.FAILED, 1, null, refused.code(), arguments));
    } catch (RuntimeException fault) {
      LOG.error("fault in attribution of {} over {}", to, from, fault);
      put(from, to, new Standing(State.FAILED, 1, null, "internal", List.of(to)));
    }
  }

  private void put(String from, String to, Standing now) {
    synchronized (standing) {
      standing.put(key(from, to), now);
      standing.keySet().stream()
          .filter(each -> standing.get(each).state() != State.RUNNING)
          .limit(Math.max(0, standing.size() - REMEMBERED))
          .toList()
          .forEach(standing::remove);
    }
  }

  private static String key(String from, String to) {
    return from + ">" + to;
  }

  @PreDestroy
  void close() {
    closing = true;
    thread.shutdownNow();
  }
}
