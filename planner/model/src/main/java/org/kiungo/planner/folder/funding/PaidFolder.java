package org.kiungo.planner.folder.funding;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.FairShares;

/** A plan with who pays for it, in one folder. */
public final class PaidFolder {

  private PaidFolder() {}

  /**
   * Writes the plan's files and those of the payments; a plan without payments takes away those of
   * a plan before it.
   *
   * @param funding null = nobody is asked to pay
   */
  public static void write(Path folder, PlanFolder plan, FundingResult funding) throws IOException {
    plan.write(
        folder,
        FundingFiles.NAMES,
        part -> {
          if (funding != null) {
            payments(part, plan, funding);
          }
        });
  }

  /** The files of payments alone. */
  public static void payments(Path part, PlanFolder plan, FundingResult funding)
      throws IOException {
    FundingFiles.write(part, funding);
    FundingFiles.writeShares(part, FairShares.ofDistricts(plan.problem(), plan.plan()));
  }
}
