package org.kiungo.web.job;

import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import tools.jackson.databind.JsonNode;

/** What a chore of a job tells is kept with it; the chore is unwanted once the job is to end. */
public record JobHearing(LiveJob job) implements Hearing {

  @Override
  public boolean isUnwanted() {
    return job.isEnding();
  }

  @Override
  public void told(JsonNode progress) {
    job.at(Told.of(progress));
  }
}
