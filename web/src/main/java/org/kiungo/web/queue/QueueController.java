package org.kiungo.web.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows what waits, works and has ended, and asks for it once more. */
@RestController
@RequestMapping("/api/v1/queue")
class QueueController {

  private final Queue queue;
  private final QueueStreams streams;

  QueueController(Queue queue, QueueStreams streams) {
    this.queue = queue;
    this.streams = streams;
  }

  /**
   * A job that was asked for once more.
   *
   * @param id of the new job
   */
  record Again(String id) {}

  /**
   * Jobs of all kinds.
   *
   * @param ids these alone; all where none is named
   */
  @GetMapping
  ResponseEntity<List<JobLine>> list(
      @RequestParam(name = "id", required = false) List<String> ids, Locale locale) {
    List<JobLine> lines = queue.lines(Words.in(locale.getLanguage()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            ids == null ? lines : lines.stream().filter(each -> ids.contains(each.id())).toList());
  }

  /** All jobs, then those that change; each event is a list of jobs. */
  @Answers(503)
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(Locale locale, HttpServletResponse response) {
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    return streams.open(locale.getLanguage());
  }

  @Answers({202, 409, 503})
  @Requires(Role.PLANNER)
  @PostMapping("/{queue}/{id}/again")
  ResponseEntity<Again> again(
      @PathVariable("queue") String kind, @PathVariable String id, Locale locale) {
    return ResponseEntity.accepted().body(new Again(queue.again(kind, id)));
  }
}
