package org.kiungo.web.review;

import java.util.List;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions on a plan. */
@RestController
@RequestMapping("/api/v1/plans/{id}/reviews")
class ReviewController {

  private final Reviews reviews;

  ReviewController(Reviews reviews) {
    this.reviews = reviews;
  }

  /** A decision as it is sent; fields as those of {@link Reviews#decide}. */
  record Decision(PlanReview.State state, String author, String reason, Integer version) {}

  @Answers(404)
  @GetMapping
  ResponseEntity<List<PlanReview>> list(@PathVariable String id) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(reviews.list(id));
  }

  @Answers({201, 409})
  @Requires(Role.PLANNER)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<PlanReview>> decide(@PathVariable String id, @RequestBody Decision asked) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(reviews.decide(id, asked.state(), asked.author(), asked.reason(), asked.version()));
  }
}
