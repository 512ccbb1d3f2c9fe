package org.kiungo.web.job;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.kiungo.web.store.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Deletes jobs that have been over for as long as their kind keeps them. */
@Component
class JobSweeper {

  private static final Logger LOG = LoggerFactory.getLogger(JobSweeper.class);

  private final JobTable table;
  private final List<JobWork> works;
  private final Clock clock;

  JobSweeper(JobTable table, List<JobWork> works, Clock clock) {
    this.table = table;
    this.works = works;
    this.clock = clock;
  }

  /** Deletes what is due; what fails is due the next time too. */
  void sweep() {
    try {
      Organisation.as(
          Organisation.EVERY,
          () -> works.forEach(work -> work.kept().ifPresent(kept -> sweep(work, kept.toMillis()))));
    } catch (DataAccessException away) {
      LOG.debug("old jobs stay for now: {}", away.toString());
    }
  }

  private void sweep(JobWork work, long keptMs) {
    for (String id : table.listEnded(work.kind(), clock.millis() - keptMs)) {
      try {
        work.forget(id);
        table.delete(id);
      } catch (IOException stays) {
        LOG.warn("{} {} stays for now: {}", work.kind(), id, stays.toString());
      }
    }
  }
}
