package org.kiungo.web.plan.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.web.plan.Plans;

/**
 * A plan as it is told to others.
 *
 * @param id its identity
 * @param folder decisions and facts
 * @param funding who pays; null where that is not settled
 * @param states how far projects have come, by id; those left out are proposed
 */
public record PublishedPlan(
    String id, PlanFolder folder, FundingResult funding, Map<String, ProjectState> states) {

  /** Reads the plan of a folder. */
  public static PublishedPlan read(Path path, ToldStates told) throws IOException {
    PlanFolder folder = PlanFolder.read(path);
    FundingResult funding = FundingFiles.isFunded(path) ? FundingFiles.read(path) : null;
    String id = Plans.detail(path, folder).id();
    return new PublishedPlan(id, folder, funding, told.states(id));
  }
}
