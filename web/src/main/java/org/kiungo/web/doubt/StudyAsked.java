package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Progress;

/** What is asked of a plan, as it is kept: how its study is made. */
interface StudyAsked {

  /**
   * Refuses what nobody means.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code field.range}
   */
  void requireRanges();

  /** What tells it from other questions of its kind about the same plan. */
  String key();

  /** What words say of it, in their order. */
  Object[] told();

  /**
   * Studies a plan.
   *
   * @param out folder that is not there yet
   * @param progress told by one thread at a time
   */
  void study(PlanFolder plan, Path out, Progress progress) throws IOException;
}
