package org.kiungo.web.run;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.portion.Streams;
import org.kiungo.web.scenario.ScenarioBody;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Starts, shows and stops runs. */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {

  private static final int HEARTBEAT_SECONDS = 15;

  private final Runs runs;
  private final Streams readers;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final ExecutorService senders =
      Executors.newCachedThreadPool(task -> daemon(task, "events"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "heartbeat"));

  RunController(Runs runs, Streams readers) {
    this.runs = runs;
    this.readers = readers;
    clock.scheduleAtFixedRate(
        () -> streams.forEach(EventStream::heartbeat),
        HEARTBEAT_SECONDS,
        HEARTBEAT_SECONDS,
        TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Answers(
      value = {202, 503},
      takes = "scenario.json")
  @Requires(Role.PLANNER)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Run> start(
      @RequestBody byte[] body,
      @RequestParam(name = "without", required = false) String lever,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
      Locale locale) {
    RunRow row = runs.start(ScenarioBody.read(body), lever, idempotencyKey);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/runs/" + row.id()))
        .body(shown(row, locale));
  }

  @GetMapping
  List<Run> list(Locale locale) {
    return runs.list().stream().map(row -> shown(row, locale)).toList();
  }

  @GetMapping("/{id}")
  Run run(@PathVariable String id, Locale locale) {
    return shown(runs.get(id), locale);
  }

  @Answers(202)
  @Requires(Role.PLANNER)
  @PostMapping("/{id}/stop")
  ResponseEntity<Run> stop(@PathVariable String id, Locale locale) {
    runs.stop(id);
    return ResponseEntity.accepted().body(shown(runs.get(id), locale));
  }

  /** Places under the best plan so far, as those of a plan; 204 before the first and at the end. */
  @Answers({200, 204, 304})
  @GetMapping(path = "/{id}/points", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> points(@PathVariable String id) {
    return drawn(id, BestSoFar.Drawn::points);
  }

  /** Their class bytes alone, for whoever has the places. */
  @Answers({200, 204, 304})
  @GetMapping(path = "/{id}/classes", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> classes(@PathVariable String id) {
    return drawn(id, BestSoFar.Drawn::classes);
  }

  private ResponseEntity<byte[]> drawn(String id, Function<BestSoFar.Drawn, byte[]> body) {
    return runs.askForBest(id)
        .map(
            best ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .eTag("W/\"" + best.number() + "\"")
                    .body(body.apply(best)))
        .orElseGet(() -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build());
  }

  @Answers(503)
  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
      HttpServletResponse response) {
    RunEvents events = runs.events(id);
    long after = number(lastEventId);
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    EventStream[] self = new EventStream[1];
    self[0] =
        new EventStream(events, after, readers.open(), senders, () -> streams.remove(self[0]));
    streams.add(self[0]);
    return self[0].open();
  }

  private static long number(String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return 0;
    }
    if (!lastEventId.matches("\\d{1,18}")) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "Last-Event-ID", lastEventId);
    }
    return Long.parseLong(lastEventId);
  }

  private Run shown(RunRow row, Locale locale) {
    return runs.shown(row, Words.in(locale.getLanguage()));
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
    senders.shutdownNow();
  }
}
