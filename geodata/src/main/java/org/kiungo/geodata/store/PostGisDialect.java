package org.kiungo.geodata.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
  public long load(Connection connection, String datasetId, int version, RowSource rows)
      throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (PGCopyOutputStream copy =
        new PGCopyOutputStream(postgres, "copy dataset_feature from stdin", 1 << 16)) {
      Copier copier = new Copier(copy, datasetId, version);
      rows.forEach(copier::write);
      return copier.seq;
    } catch (NotTaken e) {
      throw refusal(e.failed);
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  private static SQLException refusal(IOException failed) {
    return failed.getCause() instanceof SQLException refused ? refused : new SQLException(failed);
  }

  /**
   * The database does not take a row. Whoever reads the file must not take this for a fault of the
   * file, as they do an {@link java.io.UncheckedIOException}.
   */
  private static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException failed;

    NotTaken(IOException failed) {
      super(failed);
      this.failed = failed;
    }
  }

  /** Writes rows in COPY's text format. */
  private static final class Copier {
    private final PGCopyOutputStream copy;
    private final String datasetId;
    private final int version;
    private final RowEncoding encoding = new RowEncoding();
    private final WKBWriter withSrid = new WKBWriter(2, true);
    private final StringBuilder row = new StringBuilder();
    private long seq;

    Copier(PGCopyOutputStream copy, String datasetId, int version) {
      this.copy = copy;
      this.datasetId = datasetId;
      this.version = version;
    }

    void write(StoredFeature feature) {
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
      try {
        copy.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      } catch (IOException failed) {
        throw new NotTaken(failed);
      }
    }
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
