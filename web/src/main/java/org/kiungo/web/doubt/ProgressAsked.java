package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.web.job.JobTable;

/**
 * The rest of a plan planned anew, once so much of it is reported.
 *
 * @param reported rows of all as-built files
 * @param keepSigned true where whatever is reported without a verifier's word stays as signed
 * @param moreUsd new money in the rest; below 0 what went
 * @param signed whose rest it is
 */
record ProgressAsked(
    Reported reported, boolean keepSigned, double moreUsd, ProgressStudy.Signed signed)
    implements StudyAsked {

  /** As of a scenario's budget. */
  private static final double MOST_USD = 1e12;

  @Override
  public void requireRanges() {
    // whatever was reported was read before
    if (!(Math.abs(moreUsd) <= MOST_USD)) {
      throw new InputRefused(
          "field.range", "field", "moreUsd", "value", moreUsd, "low", -MOST_USD, "high", MOST_USD);
    }
  }

  @Override
  public String key() {
    // what the plan is called changes nothing
    ProgressAsked unnamed = new ProgressAsked(reported, keepSigned, moreUsd, null);
    byte[] asked = JobTable.JSON.writeValueAsString(unnamed).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(asked).toString();
  }

  @Override
  public Object[] told() {
    return new Object[] {reported.rows().size()};
  }

  @Override
  public void study(PlanFolder plan, Path out, Progress progress) throws IOException {
    ProgressStudy.Rest rest = new ProgressStudy.Rest(0, Set.of(), keepSigned, moreUsd, signed);
    ProgressStudy.of(plan, null, reported, rest, progress, () -> false).write(out);
  }
}
