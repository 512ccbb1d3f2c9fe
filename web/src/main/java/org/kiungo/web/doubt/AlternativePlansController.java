package org.kiungo.web.doubt;

import java.net.URI;
import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.PlanSummary;
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

/** Other plans of a plan's question: asked for, how that stands, their files, and kept. */
@RestController
@RequestMapping("/api/v1")
class AlternativePlansController {

  private final AlternativePlans others;

  AlternativePlansController(AlternativePlans others) {
    this.others = others;
  }

  /** Begins a search; for the same plan, share and number it is made once. */
  @Answers({202, 409, 503})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/alternatives")
  AlternativesAnswer begin(
      @PathVariable String id,
      @RequestParam(defaultValue = "" + AlternativePlans.WITHIN_RATIO) double withinRatio,
      @RequestParam(defaultValue = "" + AlternativePlans.COUNT) int count,
      Locale locale) {
    return others.ask(id, withinRatio, count, words(locale));
  }

  @GetMapping("/plans/{id}/alternatives")
  AlternativesAnswer alternatives(@PathVariable String id, Locale locale) {
    return others.getLast(id, words(locale));
  }

  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/alternatives/stop")
  void stop(@PathVariable String id) {
    others.stop(id);
  }

  @Answers(
      value = 304,
      type = {"application/json", "text/csv"})
  @GetMapping("/alternatives/{id}/files/{name}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String name) {
    return files(id).file(name);
  }

  @Answers(type = "application/zip")
  @GetMapping("/alternatives/{id}/folder.zip")
  ResponseEntity<StreamingResponseBody> archive(@PathVariable String id) {
    return files(id).archive();
  }

  @Answers({201, 409})
  @Requires(Role.PLANNER)
  @PostMapping("/alternatives/{id}/plans/{number}/keep")
  ResponseEntity<PlanSummary> keep(@PathVariable String id, @PathVariable int number) {
    PlanSummary kept = others.keep(id, number);
    return ResponseEntity.created(URI.create("/api/v1/plans/" + kept.id())).body(kept);
  }

  private StudyFiles files(String id) {
    return new StudyFiles(StudyKind.ALTERNATIVES, id, others.getFiles(id));
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
