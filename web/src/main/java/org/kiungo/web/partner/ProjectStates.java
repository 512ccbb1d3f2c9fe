package org.kiungo.web.partner;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.system.ApiRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Keeps what people say of how far projects have come; nothing said is ever taken away. */
@Service
public class ProjectStates implements ToldStates {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectStates.class);
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

  /**
   * @param seen how many words the speaker has seen; null for whoever does not say
   * @throws ApiRefusal 409 when there are others by now
   */
  List<StateTold> tell(
      String planId, String projectId, ProjectState state, String author, Integer seen) {
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
    StateTold told = new StateTold(state, by, now);
    String subject = planId + " " + projectId + " " + state.word();
    while (true) {
      int before = repository.list(planId, projectId).size();
      if (seen != null && seen != before) {
        throw new ApiRefusal(
            HttpStatus.CONFLICT, "project.changed", String.valueOf(before), String.valueOf(seen));
      }
      try {
        audit.together(
            "project.state", subject, () -> repository.insert(planId, projectId, told, before + 1));
        return repository.list(planId, projectId);
      } catch (DuplicateKeyException meanwhile) {
        LOG.debug("somebody else spoke of {} at the same time", projectId);
      }
    }
  }

  /** For a plan that has the projects of another. */
  void copy(String fromPlanId, String toPlanId) {
    if (!fromPlanId.equals(toPlanId) && repository.last(toPlanId).isEmpty()) {
      repository.copy(fromPlanId, toPlanId);
    }
  }
}
