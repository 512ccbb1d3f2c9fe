package org.kiungo.web.partner;

import java.net.URI;
import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.PlanSummary;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Who pays for a plan: asked, answered, kept. */
@RestController
class FundingController {

  private final Fundings fundings;

  FundingController(Fundings fundings) {
    this.fundings = fundings;
  }

  @GetMapping("/api/v1/plans/{id}/funding")
  ResponseEntity<Funded> ofPlan(@PathVariable String id, Locale locale) {
    return unkept(fundings.ofPlan(id, words(locale)));
  }

  @Answers(
      value = {202, 503},
      takes = "funding.json")
  @Requires(Role.PLANNER)
  @PostMapping(path = "/api/v1/plans/{id}/fundings", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FundingRequest> ask(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
      Locale locale) {
    String asked = fundings.ask(id, body, idempotencyKey);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/fundings/" + asked))
        .body(fundings.get(asked, words(locale)));
  }

  @GetMapping("/api/v1/fundings/{id}")
  ResponseEntity<FundingRequest> funding(@PathVariable String id, Locale locale) {
    return unkept(fundings.get(id, words(locale)));
  }

  @Answers(409)
  @GetMapping("/api/v1/fundings/{id}/answer")
  ResponseEntity<Funded> answer(@PathVariable String id, Locale locale) {
    return unkept(fundings.answer(id, words(locale)));
  }

  @GetMapping(
      path = "/api/v1/plans/{id}/funding/points",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  byte[] pointsOfPlan(@PathVariable String id) {
    return fundings.pointsOfPlan(id);
  }

  @Answers(409)
  @GetMapping(
      path = "/api/v1/fundings/{id}/points",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  byte[] points(@PathVariable String id) {
    return fundings.pointsOfAnswer(id);
  }

  @Answers(202)
  @Requires(Role.PLANNER)
  @PostMapping("/api/v1/fundings/{id}/stop")
  ResponseEntity<FundingRequest> stop(@PathVariable String id, Locale locale) {
    fundings.stop(id);
    return ResponseEntity.accepted().body(fundings.get(id, words(locale)));
  }

  @Answers({201, 409})
  @Requires(Role.PLANNER)
  @PostMapping("/api/v1/fundings/{id}/plan")
  ResponseEntity<PlanSummary> keep(@PathVariable String id) {
    PlanSummary kept = fundings.keep(id);
    return ResponseEntity.created(URI.create("/api/v1/plans/" + kept.id())).body(kept);
  }

  /** Sentences are in the reader's language, which the address does not name. */
  private static <T> ResponseEntity<T> unkept(T body) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
