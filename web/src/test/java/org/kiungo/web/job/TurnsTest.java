package org.kiungo.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody fills a lane, and whoever comes later waits for one job and not for all of another's. */
class TurnsTest {

  @TempDir private Path folder;

  private final JobWork work =
      new JobWork() {
        @Override
        public String kind() {
          return "run";
        }

        @Override
        public String work(LiveJob job) {
          return null;
        }
      };

  private JdbcConnectionPool database;
  private JobTable table;

  @BeforeEach
  void open() {
    database = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("jobs"), "sa", "");
    Flyway.configure().dataSource(database).locations("classpath:db/web").load().migrate();
    table = new JobTable(JdbcClient.create(database), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.dispose();
  }

  private void ask(String user, String organisation, String id) {
    Runnable back =
        Member.begin(user == null ? null : new Member(user, user, organisation, Role.PLANNER));
    try {
      long turn = table.turns().next(work);
      table.insert(work, id, new Jobs.Ask("run", "", id, null, null), turn);
    } finally {
      back.run();
    }
  }

  private void ask(String user, String organisation, String id, int times) {
    for (int k = 1; k <= times; k++) {
      ask(user, organisation, id + k);
    }
  }

  private List<JobRow> rows() {
    return table.listUnfinished("run");
  }

  /** As the lane does them. */
  private List<String> done() throws InterruptedException {
    List<String> done = new ArrayList<>();
    CountDownLatch left = new CountDownLatch(rows().size());
    JobLane lane =
        new JobLane(
            database,
            true,
            "run",
            1,
            id -> {
              done.add(id);
              left.countDown();
              return true;
            });
    rows().forEach(row -> lane.add(row.id(), row.turn()));
    try (lane) {
      lane.start();
      assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
    }
    return done;
  }

  private ApiRefusal refusal(String user, String organisation) {
    return catchThrowableOfType(ApiRefusal.class, () -> ask(user, organisation, "refused"));
  }

  /** As often as documents say. */
  @Test
  void jobsAreBegunAsOftenAsDocumentsSay() throws IOException {
    String[] words = {"no", "one", "two", "three", "four", "five", "six", "seven"};
    String times = words[JobRow.ATTEMPTS];
    assertThat(Files.readString(Path.of("../ARCHITECTURE.md")))
        .contains("What ended in good order is no attempt; " + times + " others are the most.");
    assertThat(Files.readString(Path.of("docs/operations.md")))
        .contains("when servers were killed " + times + " times is marked failed");
  }

  @Test
  void organisationsTakeTurnsAndWithinEachItsUsers() throws InterruptedException {
    ask("awa", "energy", "awa ", 4);
    ask("bo", "roads", "bo ", 3);
    ask("cy", "energy", "cy ", 2);
    List<JobRow> rows = rows();
    assertThat(table.leases().countBefore("awa 1")).isZero();
    assertThat(table.leases().countBefore("bo 1")).isEqualTo(2);
    assertThat(rows).hasSize(9);
    List<String> order = done();
    assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("awa 1", "awa 2", "bo 1");
    assertThat(order.indexOf("cy 1")).isLessThan(order.indexOf("awa 4"));
    assertThat(order.indexOf("bo 2")).isLessThan(order.indexOf("awa 4"));
    assertThat(order).endsWith("cy 2");
  }

  @Test
  void noUserAndNoOrganisationFillsTheQueue() {
    ask("awa", "energy", "awa ", 5);
    ApiRefusal ofUser = refusal("awa", "energy");
    assertThat(ofUser.code()).isEqualTo("queue.user");
    assertThat(ofUser.status().value()).isEqualTo(429);
    assertThat(ofUser.afterSeconds()).isEqualTo(10);
    ask("cy", "energy", "cy ", 5);
    assertThat(refusal("dee", "energy").code()).isEqualTo("queue.organisation");
    ask("bo", "roads", "bo ", 5);
    ask("ed", "roads", "ed ", 5);
    assertThat(refusal("fi", "ports").code()).isEqualTo("run.queue-full");
    assertThat(refusal("fi", "ports").status().value()).isEqualTo(503);
  }

  @Test
  void whereNobodyIsKnownTheFirstIsTheFirst() throws InterruptedException {
    ask(null, "", "job ", 20);
    assertThat(refusal(null, "").code()).isEqualTo("run.queue-full");
    assertThat(done()).isEqualTo(rows().stream().map(JobRow::id).toList());
  }
}
