package org.kiungo.geodata.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Processor time of a PostgreSQL server on this machine: of its first process and of all sessions
 * and workers that have ended, which the system adds to it. Its writers, which never end, are left
 * out.
 */
final class ServerTime {

  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11; // fields of proc(5) after the name in brackets

  private final Path stat;

  ServerTime(DataSource database) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)")) {
      rows.next();
      stat = Path.of("/proc", rows.getString(1), "stat");
    }
  }

  /** So far, once the sessions that have just ended are counted. */
  double cpuSeconds() throws Exception {
    Thread.sleep(500);
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    double ticks = 0;
    for (int k = USER_TIME; k < USER_TIME + 4; k++) {
      ticks += Double.parseDouble(fields[k]);
    }
    return ticks / TICKS_PER_SECOND;
  }
}
