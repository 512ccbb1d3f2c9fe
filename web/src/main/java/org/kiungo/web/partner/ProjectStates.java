package org.kiungo.web.partner;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.document.ToldStates;
import org.springframework.stereotype.Service;

/** Keeps what people say of how far projects have come; nothing said is ever taken away. */
@Service
public class ProjectStates implements ToldStates {

  private static final int LONGEST_AUTHOR = 80;

  private final ProjectStateRepository repository;
  private final Projects projects;
  private final AuditLog audit;
  private final Clock clock;

  ProjectStates(ProjectStateRepository repository, Projects projects, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.projects = projects;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Map<String, ProjectState> states(String planId) {
    return repository.last(planId);
  }

  /** All that was said of a project, the first first; nothing = it is proposed. */
  public List<StateTold> told(String planId, String projectId) {
    projects.get(planId, projectId);
    return repository.list(planId, projectId);
  }

  List<StateTold> tell(String planId, String projectId, ProjectState state, String author) {
    projects.get(planId, projectId);
    if (state == null) {
      throw new InputRefused("project.state", "known", List.of(ProjectState.values()).toString());
    }
    String by = author == null ? "" : author.strip();
    if (by.length() > LONGEST_AUTHOR) {
      throw new InputRefused(
          "field.length",
          "field",
          "author",
          "length",
          by.length(),
          "least",
          0,
          "most",
          LONGEST_AUTHOR);
    }
    String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    audit.together(
        "project.state",
        planId + " " + projectId + " " + state.word(),
        () -> repository.insert(planId, projectId, new StateTold(state, by, now)));
    return repository.list(planId, projectId);
  }

  /** For a plan that has the projects of another. */
  void copy(String fromPlanId, String toPlanId) {
    if (!fromPlanId.equals(toPlanId) && repository.last(toPlanId).isEmpty()) {
      repository.copy(fromPlanId, toPlanId);
    }
  }
}
