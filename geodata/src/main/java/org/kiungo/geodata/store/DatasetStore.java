package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.InputRefused;
import org.locationtech.jts.geom.Envelope;

/**
 * Stores dataset versions. A commit is one transaction: a version is either whole and visible or
 * not there at all. Versions are never changed or deleted; undo and restore move the dataset's
 * current version and are themselves recorded.
 */
public final class DatasetStore {

  private final DataSource database;
  private final Dialect dialect;
  private final Clock clock;

  private DatasetStore(DataSource database, Dialect dialect, Clock clock) {
    this.database = database;
    this.dialect = dialect;
    this.clock = clock;
  }

  /** Opens a store and brings its tables up to date. */
  public static DatasetStore open(DataSource database, Clock clock) {
    try (Connection connection = database.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      dialect.prepare(connection);
      Flyway.configure()
          .dataSource(database)
          .table("dataset_schema_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .locations("classpath:db/common", "classpath:" + dialect.migrations())
          .load()
          .migrate();
      return new DatasetStore(database, dialect, clock);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Makes an empty dataset; its first commit becomes version 1. */
  public Dataset create(String layer, String country, String name) {
    Dataset dataset = new Dataset(UUID.randomUUID().toString(), layer, country, name, 0);
    inTransaction(
        connection ->
            update(
                connection,
                "insert into dataset values (?, ?, ?, ?, 0)",
                dataset.id(),
                layer,
                country,
                name));
    return dataset;
  }

  /** All datasets by country, layer and name. */
  public List<Dataset> list() {
    return inTransaction(
        connection ->
            query(
                connection,
                "select id, layer, country, name, current_version from dataset"
                    + " order by country, layer, name, id",
                DatasetStore::dataset));
  }

  /** The dataset with this id. */
  public Optional<Dataset> find(String datasetId) {
    return inTransaction(
        connection ->
            query(
                    connection,
                    "select id, layer, country, name, current_version from dataset where id = ?",
                    DatasetStore::dataset,
                    datasetId)
                .stream()
                .findFirst());
  }

  /** Every version ever committed, oldest first; undone ones included. */
  public List<DatasetVersion> versions(String datasetId) {
    return inTransaction(
        connection ->
            query(
                connection,
                "select * from dataset_version where dataset_id = ? order by version",
                DatasetStore::version,
                datasetId));
  }

  /**
   * Adds a version and makes it current.
   *
   * @param features ids unique
   * @throws InputRefused when the dataset is unknown, or source or licence is missing
   */
  public DatasetVersion commit(
      String datasetId, Provenance provenance, Iterator<StoredFeature> features) {
    requireText("source", provenance.source());
    requireText("licence", provenance.licence());
    return commit(datasetId, features::forEachRemaining, () -> provenance);
  }

  /**
   * The same with rows that stream in; what {@code rows} throws leaves nothing behind.
   *
   * @param rows ids unique
   * @param provenance asked for once the rows are in
   * @throws InputRefused when the dataset is unknown, or a text of the provenance is missing or too
   *     long
   */
  public DatasetVersion commit(String datasetId, RowSource rows, Supplier<Provenance> provenance) {
    return inTransaction(
        connection -> {
          lock(connection, datasetId);
          int version =
              query(
                          connection,
                          "select coalesce(max(version), 0) from dataset_version"
                              + " where dataset_id = ?",
                          row -> row.getInt(1),
                          datasetId)
                      .get(0)
                  + 1;
          long count = dialect.load(connection, datasetId, version, rows);
          Provenance known = provenance.get();
          known.require();
          DatasetVersion added =
              new DatasetVersion(datasetId, version, known, count, clock.instant().toString());
          insert(connection, added);
          point(connection, datasetId, version, "commit", known.uploader());
          return added;
        });
  }

  /** Forgets a dataset that never had a version; any other stays. */
  public void discardEmpty(String datasetId) {
    inTransaction(
        connection ->
            update(
                connection,
                "delete from dataset where id = ? and not exists"
                    + " (select 1 from dataset_version v where v.dataset_id = dataset.id)",
                datasetId));
  }

  /**
   * Keeps how a layout's columns were mapped, in place of what was known of it.
   *
   * @param layout hash of the column names
   * @param mapping in the caller's own notation
   */
  public void rememberMapping(String layout, String layer, String mapping) {
    inTransaction(
        connection -> {
          update(
              connection,
              "delete from column_mapping where layout = ? and layer = ?",
              layout,
              layer);
          return update(
              connection,
              "insert into column_mapping values (?, ?, ?, ?)",
              layout,
              layer,
              mapping,
              clock.instant().toString());
        });
  }

  /** What {@link #rememberMapping} was given last for the layout. */
  public Optional<String> findMapping(String layout, String layer) {
    return inTransaction(
        connection ->
            query(
                    connection,
                    "select mapping from column_mapping where layout = ? and layer = ?",
                    row -> row.getString(1),
                    layout,
                    layer)
                .stream()
                .findFirst());
  }

  /** Keeps what became of an import, stored or not, under an id of its own. */
  public void recordImport(String importId, String body) {
    inTransaction(
        connection ->
            update(
                connection,
                "insert into dataset_import values (?, ?, ?)",
                importId,
                body,
                clock.instant().toString()));
  }

  /** What {@link #recordImport} was given. */
  public Optional<String> findImport(String importId) {
    return inTransaction(
        connection ->
            query(
                    connection,
                    "select body from dataset_import where id = ?",
                    row -> row.getString(1),
                    importId)
                .stream()
                .findFirst());
  }

  /**
   * Steps back to the version before the current one (0 = none); the undone version stays.
   *
   * @return the version that is current now
   */
  public int undo(String datasetId, String actor) {
    return inTransaction(
        connection -> {
          int current = lock(connection, datasetId);
          if (current == 0) {
            throw new InputRefused("dataset.nothingToUndo", "dataset", datasetId);
          }
          point(connection, datasetId, current - 1, "undo", actor);
          return current - 1;
        });
  }

  /** Makes any earlier or undone version current again. */
  public void restore(String datasetId, int version, String actor) {
    inTransaction(
        connection -> {
          lock(connection, datasetId);
          requireVersion(connection, datasetId, version);
          point(connection, datasetId, version, "restore", actor);
          return version;
        });
  }

  /** What the later of two versions changes. */
  public VersionDiff diff(String datasetId, int earlier, int later) {
    String onlyIn =
        "select a.feature_id from dataset_feature a where a.dataset_id = ? and a.version = ?"
            + " and not exists (select 1 from dataset_feature b where b.dataset_id = a.dataset_id"
            + " and b.version = ? and b.feature_id = a.feature_id) order by a.feature_id";
    String changed =
        "select a.feature_id from dataset_feature a join dataset_feature b"
            + " on b.dataset_id = a.dataset_id and b.feature_id = a.feature_id"
            + " where a.dataset_id = ? and a.version = ? and b.version = ?"
            + " and a.content_hash <> b.content_hash order by a.feature_id";
    return inTransaction(
        connection -> {
          requireVersion(connection, datasetId, earlier);
          requireVersion(connection, datasetId, later);
          return new VersionDiff(
              query(connection, onlyIn, row -> row.getString(1), datasetId, later, earlier),
              query(connection, changed, row -> row.getString(1), datasetId, earlier, later),
              query(connection, onlyIn, row -> row.getString(1), datasetId, earlier, later));
        });
  }

  /**
   * Streams a version's rows in the order of its file.
   *
   * @param within only rows whose geometry meets this box of degrees; null = all rows
   */
  public void forEachFeature(
      String datasetId, int version, Envelope within, Consumer<StoredFeature> consumer) {
    String sql =
        "select feature_id, ST_AsBinary(geom), attributes from dataset_feature"
            + " where dataset_id = ? and version = ?"
            + (within == null
                ? ""
                : " and geom && ST_MakeEnvelope(?, ?, ?, ?, 4326) and"
                    + " ST_Intersects(geom, ST_MakeEnvelope(?, ?, ?, ?, 4326))")
            + " order by seq";
    inTransaction(
        connection -> {
          requireVersion(connection, datasetId, version);
          RowEncoding encoding = new RowEncoding();
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(1000);
            select.setString(1, datasetId);
            select.setInt(2, version);
            for (int k = 0; within != null && k < 8; k += 4) {
              select.setDouble(3 + k, within.getMinX());
              select.setDouble(4 + k, within.getMinY());
              select.setDouble(5 + k, within.getMaxX());
              select.setDouble(6 + k, within.getMaxY());
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                consumer.accept(
                    new StoredFeature(
                        rows.getString(1),
                        encoding.geometry(rows.getBytes(2)),
                        RowEncoding.attributes(rows.getString(3))));
              }
            }
          }
          return null;
        });
  }

  private int lock(Connection connection, String datasetId) throws SQLException {
    return query(
            connection,
            "select current_version from dataset where id = ? for update",
            row -> row.getInt(1),
            datasetId)
        .stream()
        .findFirst()
        .orElseThrow(() -> new InputRefused("dataset.unknown", "dataset", datasetId));
  }

  private static void requireVersion(Connection connection, String datasetId, int version)
      throws SQLException {
    String sql = "select version from dataset_version where dataset_id = ? and version = ?";
    if (query(connection, sql, row -> row.getInt(1), datasetId, version).isEmpty()) {
      throw new InputRefused("dataset.versionUnknown", "dataset", datasetId, "version", version);
    }
  }

  private void point(
      Connection connection, String datasetId, int version, String kind, String actor)
      throws SQLException {
    update(connection, "update dataset set current_version = ? where id = ?", version, datasetId);
    update(
        connection,
        "insert into dataset_event (dataset_id, kind, version, actor, happened_at)"
            + " values (?, ?, ?, ?, ?)",
        datasetId,
        kind,
        version,
        actor,
        clock.instant().toString());
  }

  private static void insert(Connection connection, DatasetVersion v) throws SQLException {
    Provenance p = v.provenance();
    update(
        connection,
        "insert into dataset_version values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        v.datasetId(),
        v.version(),
        p.source(),
        p.licence(),
        p.dated(),
        p.uploader(),
        p.fileName(),
        p.sha256(),
        p.crs(),
        p.transformation(),
        v.features(),
        v.committedAt());
  }

  private static Dataset dataset(ResultSet row) throws SQLException {
    return new Dataset(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5));
  }

  private static DatasetVersion version(ResultSet row) throws SQLException {
    Provenance provenance =
        new Provenance(
            row.getString("source"),
            row.getString("licence"),
            row.getString("dated"),
            row.getString("uploader"),
            row.getString("file_name"),
            row.getString("sha256"),
            row.getString("crs"),
            row.getString("transformation"));
    return new DatasetVersion(
        row.getString("dataset_id"),
        row.getInt("version"),
        provenance,
        row.getLong("features"),
        row.getString("committed_at"));
  }

  private static void requireText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new InputRefused("field.empty", "field", field);
    }
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, Object... arguments)
      throws SQLException {
    try (PreparedStatement select = prepare(connection, sql, arguments);
        ResultSet rows = select.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(reader.read(rows));
      }
      return result;
    }
  }

  private static int update(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement update = prepare(connection, sql, arguments)) {
      return update.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int k = 0; k < arguments.length; k++) {
      statement.setObject(k + 1, arguments[k]);
    }
    return statement;
  }

  private static IllegalStateException failed(SQLException cause) {
    return new IllegalStateException("the dataset store failed: " + cause.getMessage(), cause);
  }
}
