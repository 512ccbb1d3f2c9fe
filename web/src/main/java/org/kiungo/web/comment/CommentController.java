package org.kiungo.web.comment;

import java.util.List;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comments on a plan. */
@RestController
@RequestMapping("/api/v1/plans/{id}/comments")
class CommentController {

  private final Comments comments;

  CommentController(Comments comments) {
    this.comments = comments;
  }

  /** A comment to be added; fields as in {@link Comment}. With accounts, the author is who asks. */
  record Written(Comment.Kind kind, String target, String author, String text) {}

  /** Whether a comment needs no more attention. */
  record Resolution(boolean resolved) {}

  @GetMapping
  ResponseEntity<List<Comment>> list(@PathVariable String id) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(comments.list(id));
  }

  @Answers(201)
  @Requires(Role.COMMENTER)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Comment> add(@PathVariable String id, @RequestBody Written written) {
    Comment added =
        comments.add(
            id, written.kind(), written.target(), Member.nameOr(written.author()), written.text());
    return ResponseEntity.status(HttpStatus.CREATED).body(added);
  }

  @Requires(Role.COMMENTER)
  @PutMapping(path = "/{commentId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Comment resolve(
      @PathVariable String id, @PathVariable String commentId, @RequestBody Resolution resolution) {
    return comments.resolve(id, commentId, resolution.resolved());
  }
}
