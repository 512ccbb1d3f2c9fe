package org.kiungo.web.store;

import static org.kiungo.planner.MeasurementTable.median;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.MeasurementTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs that the embedded database writes each commit at once rather than up to half a
 * second later: rows of the size of a comment, a commit each. Medians; nothing is asserted.
 */
class WriteBenchmark {

  private static final int WRITES = 5_000;
  private static final int RUNS = 5;

  @TempDir private Path folder;

  @Test
  void writeComments() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/write.tsv"), "writeDelayMs", "writesPerSecond", "runs");
    try (HikariDataSource database = Databases.open(folder, "")) {
      JdbcClient sql = JdbcClient.create(database);
      sql.sql("CREATE TABLE remark (id BIGINT PRIMARY KEY, body VARCHAR)").update();
      long id = 0;
      for (int delayMs : List.of(0, 500)) {
        sql.sql("SET WRITE_DELAY " + delayMs).update();
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
        table.add(delayMs, Math.rint(median(perSecond)), RUNS);
      }
    }
  }
}
