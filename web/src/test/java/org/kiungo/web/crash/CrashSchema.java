package org.kiungo.web.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A new schema of a PostGIS server. */
public final class CrashSchema {

  private CrashSchema() {}

  /** The address of the server with a schema of its own. */
  public static String of(String url) throws SQLException {
    String schema = "crash_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
      statement.execute("create schema " + schema);
    }
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + ",public";
  }
}
