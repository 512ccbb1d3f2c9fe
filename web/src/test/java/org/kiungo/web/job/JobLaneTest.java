package org.kiungo.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLaneTest {

  @TempDir private Path folder;

  private final List<JobLane> lanes = new ArrayList<>();
  private JdbcConnectionPool database;

  @BeforeEach
  void open() {
    database = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("jobs"), "sa", "");
    Flyway.configure().dataSource(database).locations("classpath:db/web").load().migrate();
  }

  @AfterEach
  void close() {
    lanes.forEach(JobLane::close);
    database.dispose();
  }

  private JobLane lane(
      DataSource shared, boolean alone, java.util.function.Predicate<String> work) {
    JobLane lane = new JobLane(shared, alone, "run", 1, work);
    lanes.add(lane);
    return lane;
  }

  @Test
  void twoServersDoEveryJobOnce() throws InterruptedException {
    int jobs = 40;
    Map<String, Integer> done = new ConcurrentHashMap<>();
    CountDownLatch left = new CountDownLatch(jobs);
    for (int server = 0; server < 2; server++) {
      lane(
          database,
          false,
          id -> {
            done.merge(id, 1, Integer::sum);
            left.countDown();
            return true;
          });
    }
    List<String> ids = IntStream.range(0, jobs).mapToObj(k -> "job " + k).toList();
    ids.forEach(id -> lanes.get(0).add(id, 0));
    ids.forEach(id -> lanes.get(1).add(id, 0));
    lanes.forEach(JobLane::start);
    assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
    lanes.forEach(JobLane::close);
    assertThat(done.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(done.values()).containsOnly(1);
  }

  @Test
  void whatIsLeftInTheQueueIsDoneAgain() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(2);
    lane(
            database,
            true,
            id -> {
              begun.countDown();
              return begun.getCount() == 0;
            })
        .start();
    lanes.get(0).add("again", 0);
    assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void whatADeadServerHeldIsDoneByTheNextOneAlone() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    lane(
            database,
            true,
            id -> {
              held.countDown();
              return awaitEnd(dead);
            })
        .start();
    lanes.get(0).add("held", 0);
    assertThat(held.await(2, TimeUnit.MINUTES)).isTrue();
    CountDownLatch done = new CountDownLatch(1);
    lane(
            database,
            true,
            id -> {
              done.countDown();
              return true;
            })
        .start();
    assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
    dead.countDown();
  }

  private static boolean awaitEnd(CountDownLatch end) {
    try {
      return end.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException closing) {
      return true;
    }
  }
}
