package org.kiungo.web.partner;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.funding.ProjectFile;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Service;

/** What of a plan can be signed: as its payments have it, else cut from it. */
@Service
public class Projects {

  private static final int KEPT_IN_MEMORY = 6;

  private final Plans plans;
  private final Map<String, List<Project>> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Project>> eldest) {
          return size() > KEPT_IN_MEMORY;
        }
      };

  Projects(Plans plans) {
    this.plans = plans;
  }

  /**
   * All of a plan, sorted by phase and id.
   *
   * @throws ApiRefusal when there is no such plan
   */
  public List<Project> of(String planId) {
    PlanFolder folder = plans.getFolder(planId);
    synchronized (read) {
      List<Project> known = read.get(planId);
      if (known != null) {
        return known;
      }
    }
    Path files = plans.getFiles(planId);
    List<Project> projects =
        FundingFiles.isFunded(files)
            ? ProjectFile.read(files)
            : ProjectCut.of(folder.problem(), folder.plan(), folder.scenario().phases());
    synchronized (read) {
      read.put(planId, List.copyOf(projects));
    }
    return projects;
  }

  /** One of them; 404 when the plan has none of that id. */
  public Project get(String planId, String id) {
    return of(planId).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiRefusal.unknown("project", id));
  }
}
