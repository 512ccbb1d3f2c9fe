package org.kiungo.geodata.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL with PostGIS: rows stream in through COPY in its binary format. */
record PostGisDialect() implements Dialect {

  private static final String COPY = "copy dataset_feature from stdin (format binary)";

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
    try (PGCopyOutputStream copy = new PGCopyOutputStream(postgres, COPY, 1 << 16)) {
      Copier copier = new Copier(copy, datasetId, version);
      rows.forEach(copier::write);
      return copier.end();
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

  /**
   * Writes rows in COPY's binary format, each field behind its length (PostgreSQL 17, "COPY",
   * section "Binary Format"). A geometry without a reference system takes that of its column.
   */
  private static final class Copier {
    private static final byte[] SIGNATURE = {
      'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final int COLUMNS = 7;
    private static final int NULL = -1;
    private static final int END = -1;

    private final DataOutputStream copy;
    private final byte[] datasetId;
    private final int version;
    private final RowEncoding encoding = new RowEncoding();
    private long seq;

    Copier(OutputStream copy, String datasetId, int version) throws IOException {
      this.copy = new DataOutputStream(copy);
      this.datasetId = datasetId.getBytes(StandardCharsets.UTF_8);
      this.version = version;
      this.copy.write(SIGNATURE);
      this.copy.writeInt(0); // no flags
      this.copy.writeInt(0); // nothing more in the header
    }

    void write(StoredFeature feature) {
      byte[] wkb = encoding.wkb(feature.geometry());
      String json = RowEncoding.json(feature.attributes());
      try {
        copy.writeShort(COLUMNS);
        field(datasetId);
        copy.writeInt(Integer.BYTES);
        copy.writeInt(version);
        copy.writeInt(Long.BYTES);
        copy.writeLong(++seq);
        field(feature.id());
        field(wkb);
        field(json);
        field(RowEncoding.contentHash(wkb, json));
      } catch (IOException failed) {
        throw new NotTaken(failed);
      }
    }

    private void field(String text) throws IOException {
      field(text.getBytes(StandardCharsets.UTF_8));
    }

    private void field(byte[] bytes) throws IOException {
      if (bytes == null) {
        copy.writeInt(NULL);
      } else {
        copy.writeInt(bytes.length);
        copy.write(bytes);
      }
    }

    /** Rows written. */
    long end() throws IOException {
      copy.writeShort(END);
      copy.flush();
      return seq;
    }
  }
}
