package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.h2gis.api.ScalarFunction;
import org.h2gis.functions.factory.H2GISFunctions;
import org.h2gis.functions.spatial.convert.ST_AsBinary;
import org.h2gis.functions.spatial.convert.ST_GeomFromWKB;

/** The embedded store: batched inserts, one prepared statement. */
record H2GisDialect() implements Dialect {

  /** Rows that go in at a time; between them others get at the processor. */
  private static final int BATCH = 100;

  /** Functions that the store's statements call. */
  private static final List<ScalarFunction> USED = List.of(new ST_GeomFromWKB(), new ST_AsBinary());

  @Override
  public String migrations() {
    return "db/h2";
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    // those that are used alone: registering all 300 takes seconds, each is a commit of its own
    try (Statement statement = connection.createStatement()) {
      for (ScalarFunction each : USED) {
        if (!isRegistered(statement, each)) {
          H2GISFunctions.registerFunction(statement, each, "");
        }
      }
    }
  }

  private static boolean isRegistered(Statement statement, ScalarFunction function)
      throws SQLException {
    String name = function.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    try (ResultSet found =
        statement.executeQuery(
            "select 1 from information_schema.routines where routine_name = '"
                + name
                + "' fetch first row only")) {
      return found.next();
    }
  }

  @Override
  public long load(Connection connection, String datasetId, int version, RowSource rows)
      throws SQLException {
    RowEncoding encoding = new RowEncoding();
    String sql = "insert into dataset_feature values (?, ?, ?, ?, ST_GeomFromWKB(?, 4326), ?, ?)";
    long[] seq = {0};
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      rows.forEach(
          feature -> {
            try {
              byte[] wkb = encoding.wkb(feature.geometry());
              String json = RowEncoding.json(feature.attributes());
              insert.setString(1, datasetId);
              insert.setInt(2, version);
              insert.setLong(3, ++seq[0]);
              insert.setString(4, feature.id());
              insert.setBytes(5, wkb);
              insert.setString(6, json);
              insert.setString(7, RowEncoding.contentHash(wkb, json));
              insert.addBatch();
              if (seq[0] % BATCH == 0) {
                insert.executeBatch();
              }
            } catch (SQLException failed) {
              throw new Failed(failed);
            }
          });
      insert.executeBatch();
    } catch (Failed failed) {
      throw failed.sql;
    }
    return seq[0];
  }
}
