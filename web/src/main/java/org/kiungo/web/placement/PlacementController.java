package org.kiungo.web.placement;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.portion.Streams;
import org.kiungo.web.run.EventStream;
import org.kiungo.web.run.RunEvents;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Starts, shows and stops placements of e-services. */
@RestController
@RequestMapping("/api/v1/placements")
class PlacementController {

  private final Placements placements;
  private final Streams readers;
  private final SheetFiles sheets;
  private static final String MAP = "services.geojson";

  private final ExecutorService senders =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "placement-events");
            thread.setDaemon(true);
            return thread;
          });

  PlacementController(Placements placements, SheetFiles sheets, Streams readers) {
    this.readers = readers;
    this.sheets = sheets;
    this.placements = placements;
  }

  /**
   * Why a user is served from where it is.
   *
   * @param answer what is known
   * @param sentence in the reader's language
   */
  record Why(ServiceAnswer answer, String sentence) {}

  @Answers(
      value = {202, 409, 503},
      takes = "services.json")
  @Requires(Role.PLANNER)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Placement> start(
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
      Locale locale) {
    String id = placements.start(PlacementBody.read(body), idempotencyKey);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/placements/" + id))
        .body(placements.get(id, words(locale)));
  }

  @GetMapping
  List<Placement> list(Locale locale) {
    return placements.list(words(locale));
  }

  @GetMapping("/{id}")
  Placement placement(@PathVariable String id, Locale locale) {
    return placements.get(id, words(locale));
  }

  @Answers(202)
  @Requires(Role.PLANNER)
  @PostMapping("/{id}/stop")
  ResponseEntity<Placement> stop(@PathVariable String id, Locale locale) {
    placements.stop(id);
    return ResponseEntity.accepted().body(placements.get(id, words(locale)));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
      HttpServletResponse response) {
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    boolean known = lastEventId != null && lastEventId.matches("\\d{1,18}");
    RunEvents events = placements.events(id);
    return new EventStream(
            events, known ? Long.parseLong(lastEventId) : 0, readers.open(), senders, () -> {})
        .open();
  }

  @Answers(type = {"application/json", "application/geo+json"})
  @GetMapping("/{id}/files/{name}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String name) {
    return ResponseEntity.ok()
        .contentType(
            name.endsWith(".geojson")
                ? MediaType.parseMediaType("application/geo+json")
                : MediaType.APPLICATION_JSON)
        .body(new FileSystemResource(placements.file(id, name)));
  }

  @GetMapping("/{id}/exports")
  List<String> formats(@PathVariable String id) {
    placements.file(id, MAP);
    return SheetFiles.formats();
  }

  /** Users, sites and ways, in a format of other programs or as a picture. */
  @Answers(type = {"application/octet-stream", "image/png"})
  @GetMapping("/{id}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String id, @PathVariable String format, Locale locale) throws IOException {
    Words words = words(locale);
    return sheets.answer(PlacementSheet.of(id, placements.file(id, MAP), words), format, locale);
  }

  @GetMapping("/{id}/explanations")
  List<Why> explanations(@PathVariable String id, @RequestParam String user, Locale locale) {
    Words words = words(locale);
    return placements.explain(id, user).stream()
        .map(answer -> new Why(answer, ServiceSentences.of(List.of(answer), words)))
        .toList();
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }

  @PreDestroy
  void close() {
    senders.shutdownNow();
  }
}
