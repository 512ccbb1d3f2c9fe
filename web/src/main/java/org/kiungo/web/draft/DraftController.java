package org.kiungo.web.draft;

import java.net.URI;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.draft.Drafts.Draft;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Edits of a plan: kept, estimated, and written as the scenario that computes them. */
@RestController
class DraftController {

  private final Drafts drafts;

  DraftController(Drafts drafts) {
    this.drafts = drafts;
  }

  @Answers(201)
  @Requires(Role.PLANNER)
  @PostMapping("/api/v1/plans/{id}/drafts")
  ResponseEntity<Draft> start(@PathVariable String id) {
    Draft draft = drafts.start(id);
    return answer(ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id())), draft);
  }

  @Requires(Role.PLANNER)
  @PostMapping(path = "/api/v1/plans/{id}/estimates", consumes = MediaType.APPLICATION_JSON_VALUE)
  Estimate estimate(@PathVariable String id, @RequestBody Edits edits) {
    return drafts.estimate(id, edits);
  }

  @Answers(304)
  @GetMapping("/api/v1/drafts/{id}")
  ResponseEntity<Draft> draft(@PathVariable String id) {
    return answer(ResponseEntity.ok(), drafts.get(id));
  }

  @Answers({409, 428})
  @Requires(Role.PLANNER)
  @PutMapping(path = "/api/v1/drafts/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Draft> change(
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) String ifMatch,
      @RequestBody Edits edits) {
    return answer(ResponseEntity.ok(), drafts.change(id, IfMatch.version(ifMatch), edits));
  }

  @Answers(gives = "scenario.json")
  @GetMapping(path = "/api/v1/drafts/{id}/scenario", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> scenario(@PathVariable String id) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(ScenarioFile.write(drafts.scenario(id)));
  }

  private static ResponseEntity<Draft> answer(ResponseEntity.BodyBuilder answer, Draft draft) {
    return answer
        .header("Cache-Control", "no-store")
        .header("ETag", "\"" + draft.version() + "\"")
        .body(draft);
  }
}
