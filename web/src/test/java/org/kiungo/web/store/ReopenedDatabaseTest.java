package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disk that fills up and is emptied again. */
class ReopenedDatabaseTest {

  @TempDir private Path folder;

  private final List<Integer> acknowledged = new ArrayList<>();

  private static void write(JdbcClient sql, int id) {
    sql.sql("INSERT INTO kept VALUES (?, ?)").params(id, "x".repeat(20_000)).update();
  }

  private static List<Integer> read(JdbcClient sql) {
    return sql.sql("SELECT id FROM kept ORDER BY id").query(Integer.class).list();
  }

  private Throwable fill(JdbcClient sql) {
    for (int id = acknowledged.size(); ; id++) {
      try {
        write(sql, id);
        acknowledged.add(id);
      } catch (DataAccessException full) {
        return full;
      }
    }
  }

  private ReopenedDatabase database(String more) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(
        "jdbc:h2:"
            + ForcedFiles.scheme()
            + FullDisk.scheme()
            + folder.resolve("kiungo")
            + ";WRITE_DELAY=0"
            + more);
    return new ReopenedDatabase(new HikariDataSource(settings));
  }

  @Test
  void whatWasAcknowledgedIsReadOnAFullDiskAndWritingGoesOnOnceThereIsSpace() {
    FullDisk.allow(2_000_000);
    try (ReopenedDatabase database = database("")) {
      JdbcClient sql = JdbcClient.create(database);
      sql.sql("CREATE TABLE kept (id INT PRIMARY KEY, body VARCHAR)").update();
      Throwable full = fill(sql);
      assertThat(new StorageFault(new DataFolder(folder)).kind(full))
          .isEqualTo(Optional.of(StorageFault.Kind.FULL));
      assertThat(acknowledged).isNotEmpty();
      assertThat(read(sql)).isEqualTo(acknowledged);
      FullDisk.allow(Long.MAX_VALUE);
      write(sql, acknowledged.size());
      acknowledged.add(acknowledged.size());
      assertThat(read(sql)).isEqualTo(acknowledged);
    }
  }

  /** Without {@link StoppedOnceFailed} thousands of rows are gone after some ten rounds. */
  @Test
  @Tag("crash")
  void nothingAcknowledgedIsLostWhileManyWriteAndTheDiskIsFullAgainAndAgain() throws Exception {
    FullDisk.allow(Long.MAX_VALUE);
    // holes in the file at once, not after 45 s, so that some writes fit while others do not
    try (ReopenedDatabase database = database(";RETENTION_TIME=0")) {
      JdbcClient sql = JdbcClient.create(database);
      sql.sql("CREATE TABLE kept (id INT PRIMARY KEY, body VARCHAR)").update();
      sql.sql("CREATE TABLE changed (id INT PRIMARY KEY, body VARCHAR)").update();
      Set<Integer> told = ConcurrentHashMap.newKeySet();
      AtomicInteger next = new AtomicInteger();
      AtomicBoolean going = new AtomicBoolean(true);
      List<Thread> writers = new ArrayList<>();
      for (int seed = 0; seed < 4; seed++) {
        Random random = new Random(seed);
        writers.add(
            writer(
                going,
                () -> {
                  int id = next.getAndIncrement();
                  sql.sql("INSERT INTO kept VALUES (?, ?)")
                      .params(id, "x".repeat(random.nextInt(300)))
                      .update();
                  told.add(id);
                }));
        writers.add(
            writer(
                going,
                () ->
                    sql.sql("MERGE INTO changed VALUES (?, ?)")
                        .params(random.nextInt(50), "y".repeat(random.nextInt(60_000)))
                        .update()));
      }
      for (int round = 0; round < 60; round++) {
        TimeUnit.MILLISECONDS.sleep(300);
        FullDisk.allow(Files.size(folder.resolve("kiungo.mv.db")));
        TimeUnit.MILLISECONDS.sleep(200);
        FullDisk.allow(Long.MAX_VALUE);
      }
      going.set(false);
      for (Thread each : writers) {
        each.join();
      }
      assertThat(read(sql)).containsAll(told);
    }
  }

  private static Thread writer(AtomicBoolean going, Runnable write) {
    Thread thread =
        new Thread(
            () -> {
              while (going.get()) {
                try {
                  write.run();
                } catch (DataAccessException full) {
                  // not acknowledged
                }
              }
            });
    thread.start();
    return thread;
  }
}
