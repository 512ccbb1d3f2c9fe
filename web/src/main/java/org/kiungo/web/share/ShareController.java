package org.kiungo.web.share;

import java.util.List;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Links to briefs: made, listed, taken back. */
@RestController
class ShareController {

  private final Shares shares;

  ShareController(Shares shares) {
    this.shares = shares;
  }

  /**
   * A link to be made.
   *
   * @param label for whom
   * @param days until it closes; null = never
   * @param parts what it opens beside the brief; null = the evidence alone
   */
  record Wanted(String label, Integer days, Share.Parts parts) {}

  @Answers(201)
  @Requires(Role.PLANNER)
  @PostMapping(path = "/api/v1/plans/{id}/shares", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Share> make(@PathVariable String id, @RequestBody Wanted wanted) {
    Share made = shares.make(id, wanted.label(), wanted.days(), wanted.parts());
    return ResponseEntity.status(HttpStatus.CREATED).header("Cache-Control", "no-store").body(made);
  }

  @GetMapping("/api/v1/plans/{id}/shares")
  ResponseEntity<List<Share>> list(@PathVariable String id) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(shares.list(id));
  }

  @Answers(204)
  @Requires(Role.PLANNER)
  @DeleteMapping("/api/v1/shares/{id}")
  ResponseEntity<Void> revoke(@PathVariable String id) {
    shares.revoke(id);
    return ResponseEntity.noContent().build();
  }
}
