package org.kiungo.web.store;

import static org.kiungo.planner.MeasurementTable.median;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.MeasurementTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What it costs that the embedded database has each commit on the disk before it answers, rather
 * than with the operating system, or up to half a second later: rows of the size of a comment, a
 * commit each. Medians; nothing is asserted.
 */
class WriteBenchmark {

  private static final int WRITES = 2_000;
  private static final int RUNS = 5;

  @TempDir private Path folder;

  @Test
  void writeComments() throws SQLException {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/write.tsv"),
            "commit",
            "writesPerSecond",
            "millisecondsEach",
            "runs");
    try (HikariDataSource forced = Databases.open(folder.resolve("forced"), "")) {
      measure(table, "on the disk", forced.getConnection());
    }
    for (int delayMs : List.of(0, 500)) {
      String file = folder.resolve("delay" + delayMs) + ";WRITE_DELAY=" + delayMs;
      measure(table, "delay " + delayMs + " ms", DriverManager.getConnection("jdbc:h2:" + file));
    }
  }

  private static void measure(MeasurementTable table, String commit, Connection opened)
      throws SQLException {
    try (Connection connection = opened;
        Statement make = connection.createStatement()) {
      make.execute("CREATE TABLE remark (id BIGINT PRIMARY KEY, body VARCHAR)");
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      long id = 0;
      double[] perSecond = new double[RUNS];
      for (int run = -1; run < RUNS; run++) {
        long begun = System.nanoTime();
        for (int k = 0; k < WRITES; k++) {
          sql.sql("INSERT INTO remark VALUES (?, ?)").params(id++, "x".repeat(200)).update();
        }
        if (run >= 0) {
          perSecond[run] = WRITES / ((System.nanoTime() - begun) / 1e9);
        }
      }
      table.add(commit, Math.rint(median(perSecond)), 1000 / median(perSecond), RUNS);
    }
  }
}
