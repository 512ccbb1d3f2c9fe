package org.kiungo.web.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;

/** Works out who pays for a plan, into a folder of files. */
public final class FundingChore implements Chore<FundingChore.Task, Boolean> {

  /**
   * What to answer.
   *
   * @param body as it was asked
   * @param plan its files
   * @param out folder that is there and empty
   */
  record Task(String body, Path plan, Path out) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Boolean> gives() {
    return Boolean.class;
  }

  @Override
  public Boolean work(Task task, Caller caller) throws IOException {
    FundingBody body = FundingBody.read(task.body().getBytes(StandardCharsets.UTF_8), none -> null);
    BooleanSupplier stop = ScenarioPlanner.withinSeconds(body.seconds(), caller::isStopped);
    FundingAnswers.write(task.plan(), body, stop, task.out());
    return true;
  }
}
