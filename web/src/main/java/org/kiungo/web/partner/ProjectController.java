package org.kiungo.web.partner;

import java.util.List;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.system.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Projects of a plan, and how far they have come. */
@RestController
@RequestMapping("/api/v1/plans/{id}/projects")
class ProjectController {

  private final Projects projects;
  private final ProjectStates states;

  ProjectController(Projects projects, ProjectStates states) {
    this.projects = projects;
    this.states = states;
  }

  /** A state to be told. With accounts, the author is who asks. */
  record Said(ProjectState state, String author) {}

  @GetMapping
  ResponseEntity<List<ProjectLine>> list(@PathVariable String id) {
    List<ProjectLine> lines = ProjectLine.of(projects.of(id), states.states(id));
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(lines);
  }

  @Answers(304)
  @GetMapping("/{projectId}/states")
  ResponseEntity<List<StateTold>> states(@PathVariable String id, @PathVariable String projectId) {
    return answer(states.told(id, projectId));
  }

  private static ResponseEntity<List<StateTold>> answer(List<StateTold> told) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header("ETag", "\"" + told.size() + "\"")
        .body(told);
  }

  @Answers(409)
  @Requires(Role.PLANNER)
  @PutMapping(path = "/{projectId}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<StateTold>> tell(
      @PathVariable String id,
      @PathVariable String projectId,
      @RequestHeader(name = "If-Match", required = false) String ifMatch,
      @RequestBody Said said) {
    Integer seen = ifMatch == null ? null : IfMatch.version(ifMatch);
    String author = Member.nameOr(said.author());
    return answer(states.tell(id, projectId, said.state(), author, seen));
  }
}
