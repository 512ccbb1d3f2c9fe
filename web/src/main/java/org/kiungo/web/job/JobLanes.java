package org.kiungo.web.job;

import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes lanes of jobs in this installation's database. */
@Component
public class JobLanes {

  private final DataSource database;
  private final boolean alone;

  /**
   * @param dbUrl empty for the embedded database, which no other server can open
   */
  JobLanes(DataSource database, @Value("${kiungo.db-url:}") String dbUrl) {
    this.database = database;
    this.alone = dbUrl.isBlank();
  }

  /**
   * A lane that is yet to be started.
   *
   * @param name of the lane
   * @param atOnce how many this server does side by side
   * @param work does the job with an id; false to leave it in the queue
   */
  public JobLane lane(String name, int atOnce, Predicate<String> work) {
    return new JobLane(database, alone, name, atOnce, work);
  }
}
