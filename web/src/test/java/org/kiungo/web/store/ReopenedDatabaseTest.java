package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  @Test
  void whatWasAcknowledgedIsReadOnAFullDiskAndWritingGoesOnOnceThereIsSpace() {
    FullDisk.allow(2_000_000);
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(
        "jdbc:h2:" + FullDisk.scheme() + folder.resolve("kiungo") + ";WRITE_DELAY=0");
    try (ReopenedDatabase database = new ReopenedDatabase(new HikariDataSource(settings))) {
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
}
