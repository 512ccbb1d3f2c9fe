package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2gis.functions.factory.H2GISFunctions;

/** The embedded store: batched inserts, one prepared statement. */
record H2GisDialect() implements Dialect {

  private static final int BATCH = 1000;

  /** There once every function is: a kill in between leaves some of them. */
  private static final String REGISTERED = "H2GIS_REGISTERED";

  @Override
  public String migrations() {
    return "db/h2";
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    // registering some 300 functions takes seconds and survives in the file: once is enough
    try (Statement statement = connection.createStatement();
        ResultSet registered =
            statement.executeQuery(
                "select 1 from information_schema.constants where constant_name = '"
                    + REGISTERED
                    + "'")) {
      if (!registered.next()) {
        register(connection, statement);
      }
    }
  }

  /** Each function is a commit of its own: they are written together, and the mark after them. */
  private static void register(Connection connection, Statement statement) throws SQLException {
    statement.execute("set write_delay 500");
    try {
      H2GISFunctions.load(connection);
    } finally {
      statement.execute("set write_delay 0");
    }
    statement.execute("checkpoint sync");
    statement.execute("create constant " + REGISTERED + " value 1");
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
