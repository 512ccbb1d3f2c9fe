package org.kiungo.web.plan.file;

import java.io.IOException;
import org.kiungo.planner.folder.redaction.RedactedFolder;
import org.kiungo.web.export.ZippedAnswer;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A plan's redacted copy, for those who may not know where things stand. */
@RestController
class RedactedCopyController {

  private final Plans plans;
  private final HeavyRequests heavy;
  private final ZippedAnswer zipped;

  RedactedCopyController(Plans plans, HeavyRequests heavy, ZippedAnswer zipped) {
    this.plans = plans;
    this.heavy = heavy;
    this.zipped = zipped;
  }

  @Answers(
      value = {200, 422, 503},
      type = "application/zip")
  @GetMapping("/api/v1/plans/{id}/redacted.zip")
  ResponseEntity<StreamingResponseBody> archive(
      @PathVariable String id, @ModelAttribute RedactionAsked asked) throws IOException {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    String name = id + "-redacted";
    return zipped.answer(
        name,
        folder ->
            heavy.inTurn(
                () ->
                    RedactedFolder.write(
                        plans.getFiles(id), asked.wanted(), folder.resolve(name))));
  }
}
