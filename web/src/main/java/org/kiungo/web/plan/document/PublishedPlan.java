package org.kiungo.web.plan.document;

import java.io.IOException;
import java.nio.file.Path;
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
 */
public record PublishedPlan(String id, PlanFolder folder, FundingResult funding) {

  /** Reads the plan of a folder. */
  public static PublishedPlan read(Path path) throws IOException {
    PlanFolder folder = PlanFolder.read(path);
    FundingResult funding = FundingFiles.isFunded(path) ? FundingFiles.read(path) : null;
    return new PublishedPlan(Plans.detail(path, folder).id(), folder, funding);
  }
}
