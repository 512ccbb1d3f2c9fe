package org.kiungo.web.doubt;

import java.util.List;
import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a plan loses in futures: asked for, how it stands, and its files. */
@RestController
@RequestMapping("/api/v1")
class DoubtController {

  private final Doubts doubts;

  DoubtController(Doubts doubts) {
    this.doubts = doubts;
  }

  /**
   * Begins a study; the same plan is studied once in so many futures with one first part of money.
   */
  @Answers({202, 409, 503})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/doubt")
  DoubtAnswer begin(
      @PathVariable String id,
      @RequestParam(defaultValue = "" + Doubts.FUTURES) int futures,
      @RequestParam(required = false) Double firstUsd,
      Locale locale) {
    return doubts.ask(id, futures, firstUsd, words(locale));
  }

  @GetMapping("/plans/{id}/doubt")
  DoubtAnswer doubt(@PathVariable String id, Locale locale) {
    return doubts.getLast(id, words(locale));
  }

  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/doubt/stop")
  void stop(@PathVariable String id) {
    doubts.stop(id);
  }

  @GetMapping("/doubts/{id}/places")
  List<PlaceInDoubt> places(@PathVariable String id) {
    return doubts.getPlaces(id);
  }

  @Answers(
      value = 304,
      type = {"application/json", "text/csv"})
  @GetMapping("/doubts/{id}/files/{name}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String name) {
    return files(id).file(name);
  }

  @Answers(type = "application/zip")
  @GetMapping("/doubts/{id}/folder.zip")
  ResponseEntity<StreamingResponseBody> archive(@PathVariable String id) {
    return files(id).archive();
  }

  private StudyFiles files(String id) {
    return new StudyFiles(StudyKind.DOUBT, id, doubts.getFiles(id));
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
