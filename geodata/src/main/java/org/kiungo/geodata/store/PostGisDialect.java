package org.kiungo.geodata.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL with PostGIS: rows stream in through COPY, geometries as hexadecimal EWKB. */
record PostGisDialect() implements Dialect {

  @Override
  public String migrations() {
    return "db/postgresql";
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
    }
  }

  @Override
  public long load(
      Connection connection, String datasetId, int version, Iterator<StoredFeature> features)
      throws SQLException {
    RowEncoding encoding = new RowEncoding();
    WKBWriter withSrid = new WKBWriter(2, true);
    PGConnection postgres = connection.unwrap(PGConnection.class);
    long seq = 0;
    try (PGCopyOutputStream copy =
        new PGCopyOutputStream(postgres, "copy dataset_feature from stdin", 1 << 16)) {
      StringBuilder row = new StringBuilder();
      while (features.hasNext()) {
        StoredFeature feature = features.next();
        byte[] wkb = encoding.wkb(feature.geometry());
        String json = RowEncoding.json(feature.attributes());
        row.setLength(0);
        field(row, datasetId).append('\t').append(version).append('\t').append(++seq).append('\t');
        field(row, feature.id()).append('\t');
        if (wkb == null) {
          row.append("\\N");
        } else {
          var placed = feature.geometry().copy();
          placed.setSRID(4326);
          row.append(WKBWriter.toHex(withSrid.write(placed)));
        }
        field(row.append('\t'), json).append('\t').append(RowEncoding.contentHash(wkb, json));
        copy.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new UncheckedIOException(e);
    }
    return seq;
  }

  /** Escapes a value for COPY's text format. */
  private static StringBuilder field(StringBuilder row, String value) {
    for (int k = 0; k < value.length(); k++) {
      char c = value.charAt(k);
      switch (c) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        default -> row.append(c);
      }
    }
    return row;
  }
}
