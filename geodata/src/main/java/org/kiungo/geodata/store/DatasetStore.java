package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Stores dataset versions. A commit is one transaction: a version is either whole and visible or
 * not there at all. Versions are never changed or deleted; undo and restore move the dataset's
 * current version and are themselves recorded. A store shows and changes the datasets of one
 * organisation; those of others are to it as if they were not there.
 */
public final class DatasetStore {

  /** Whose everything is that does not say whose it is. */
  private static final String FIRST_ORGANISATION = "default";

  private final Sql sql;

  /** Of versions: whether their dataset is this store's. */
  private static final String OWN =
      " dataset_id in (select id from dataset where organisation_id = ?)";

  private final Dialect dialect;
  private final Clock clock;

  private final ImportTurns turns;
  private final String organisation;

  private DatasetStore(
      Sql sql, Dialect dialect, Clock clock, ImportTurns turns, String organisation) {
    this.sql = sql;
    this.dialect = dialect;
    this.clock = clock;
    this.turns = turns;
    this.organisation = organisation;
  }

  /** Opens a store of the first organisation and brings its tables up to date. */
  public static DatasetStore open(DataSource database, Clock clock) {
    return open(database, clock, "latest");
  }

  /**
   * The same with the tables of an earlier version, for rows that are of it.
   *
   * @param target version of the tables
   */
  public static DatasetStore open(DataSource database, Clock clock, String target) {
    DatasetStore store = of(database, clock);
    Migrations.of(database, store.dialect, target).migrate();
    return store;
  }

  /** A store of the first organisation in a database whose tables are up to date. */
  public static DatasetStore of(DataSource database, Clock clock) {
    try (Connection connection = database.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      dialect.prepare(connection);
      return new DatasetStore(
          new Sql(database), dialect, clock, new ImportTurns(), FIRST_ORGANISATION);
    } catch (SQLException e) {
      throw Sql.failed(e);
    }
  }

  /** The same store for another organisation. */
  public DatasetStore within(String other) {
    return other.equals(organisation) ? this : new DatasetStore(sql, dialect, clock, turns, other);
  }

  /**
   * The dataset of this name; where there is none, a new one that its first commit makes.
   *
   * @return version 0 for one that has no version
   */
  public Dataset named(String layer, String country, String name) {
    return list().stream()
        .filter(each -> each.layer().equals(layer))
        .filter(each -> each.country().equals(country) && each.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Dataset(UUID.randomUUID().toString(), layer, country, name, 0));
  }

  /** All datasets by country, layer and name. */
  public List<Dataset> list() {
    return sql.inTransaction(
        connection ->
            Sql.query(
                connection,
                "select id, layer, country, name, current_version from dataset"
                    + " where organisation_id = ? order by country, layer, name, id",
                VersionTable::dataset,
                organisation));
  }

  /** The dataset with this id. */
  public Optional<Dataset> find(String datasetId) {
    return sql.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "select id, layer, country, name, current_version from dataset"
                        + " where id = ? and organisation_id = ?",
                    VersionTable::dataset,
                    datasetId,
                    organisation)
                .stream()
                .findFirst());
  }

  /** Every version ever committed, oldest first; undone ones included. */
  public List<DatasetVersion> versions(String datasetId) {
    return sql.inTransaction(
        connection ->
            Sql.query(
                connection,
                "select * from dataset_version where dataset_id = ? and"
                    + OWN
                    + " order by version",
                VersionTable::version,
                datasetId,
                organisation));
  }

  /**
   * Adds a version and makes it current.
   *
   * @param features ids unique
   * @throws InputRefused when source or licence is missing
   */
  public DatasetVersion commit(
      Dataset dataset, Provenance provenance, Iterator<StoredFeature> features) {
    requireText("source", provenance.source());
    requireText("licence", provenance.licence());
    return commit(dataset, features::forEachRemaining, () -> provenance, version -> null);
  }

  /**
   * The same with rows that stream in. Dataset, version, rows and report are there together or not
   * at all: what {@code rows} throws leaves nothing behind.
   *
   * @param dataset as {@link #named} found or named it
   * @param rows ids unique
   * @param provenance asked for once the rows are in
   * @param report what is to be remembered of the import; null for nothing
   * @throws InputRefused when a text of the provenance is missing or too long
   */
  public DatasetVersion commit(
      Dataset dataset,
      RowSource rows,
      Supplier<Provenance> provenance,
      Function<DatasetVersion, ImportMemory.Report> report) {
    return commit(dataset, rows, provenance, report, Together.NOTHING);
  }

  /**
   * The same together with something else in the same database: both are there, or neither.
   *
   * @param together asked last; what it throws undoes the commit
   */
  public DatasetVersion commit(
      Dataset dataset,
      RowSource rows,
      Supplier<Provenance> provenance,
      Function<DatasetVersion, ImportMemory.Report> report,
      Together together) {
    String datasetId = dataset.id();
    return sql.inTransaction(
        connection -> {
          enter(connection, dataset);
          lock(connection, datasetId);
          int version =
              Sql.query(
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
          VersionTable.insert(connection, added);
          point(connection, datasetId, version, "commit", known.uploader());
          ImportMemory.Report told = report.apply(added);
          if (told != null) {
            imports().insert(connection, told, datasetId);
          }
          together.write(connection);
          return added;
        });
  }

  private void enter(Connection connection, Dataset dataset) throws SQLException {
    String known = "select 1 from dataset where id = ?";
    if (Sql.query(connection, known, row -> row.getInt(1), dataset.id()).isEmpty()) {
      Sql.update(
          connection,
          "insert into dataset (id, layer, country, name, current_version, organisation_id)"
              + " values (?, ?, ?, ?, 0, ?)",
          dataset.id(),
          dataset.layer(),
          dataset.country(),
          dataset.name(),
          organisation);
    }
  }

  /**
   * Does the work of an import when it is its turn: imports into one dataset never meet, and there
   * are always connections left for other requests.
   *
   * @param name of the dataset, in the caller's own notation
   */
  public <T> T inTurn(String name, Supplier<T> work) {
    return turns.inTurn(name, work);
  }

  /** What is remembered of imports beside their rows. */
  public ImportMemory imports() {
    return new ImportMemory(sql, clock, organisation);
  }

  /**
   * Whether any version of any organisation, undone ones included, came from the file with this
   * hash.
   */
  public boolean hasVersionFrom(String sha256) {
    return sql.inTransaction(
        connection ->
            !Sql.query(
                    connection,
                    "select 1 from dataset_version where sha256 = ? fetch first row only",
                    row -> row.getInt(1),
                    sha256)
                .isEmpty());
  }

  /**
   * Steps back to the version before the current one (0 = none); the undone version stays.
   *
   * @return the version that is current now
   */
  public int undo(String datasetId, String actor) {
    return sql.inTransaction(
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
    sql.inTransaction(
        connection -> {
          lock(connection, datasetId);
          requireVersion(connection, datasetId, version);
          point(connection, datasetId, version, "restore", actor);
          return version;
        });
  }

  /** What rows would change as the next version; nothing is stored. */
  public VersionChange preview(Dataset dataset, RowSource rows) {
    return VersionPreview.of(sql, dialect, dataset, rows);
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
    return sql.inTransaction(
        connection -> {
          requireVersion(connection, datasetId, earlier);
          requireVersion(connection, datasetId, later);
          return new VersionDiff(
              Sql.query(connection, onlyIn, row -> row.getString(1), datasetId, later, earlier),
              Sql.query(connection, changed, row -> row.getString(1), datasetId, earlier, later),
              Sql.query(connection, onlyIn, row -> row.getString(1), datasetId, earlier, later));
        });
  }

  /** Streams a version's rows in the order of its file. */
  public void forEachFeature(String datasetId, int version, Consumer<StoredFeature> consumer) {
    String select =
        "select feature_id, ST_AsBinary(geom), attributes from dataset_feature"
            + " where dataset_id = ? and version = ? order by seq";
    sql.inTransaction(
        connection -> {
          requireVersion(connection, datasetId, version);
          RowEncoding encoding = new RowEncoding();
          try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setFetchSize(1000);
            statement.setString(1, datasetId);
            statement.setInt(2, version);
            try (ResultSet rows = statement.executeQuery()) {
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

  /**
   * Some rows of a version, in the order of its file; each numbered by its place there, from 1.
   *
   * @param after number of the row before the first that is wanted
   * @param most that are wanted
   * @param box rows whose envelope does not touch it are left out, those without a place are not;
   *     null for all
   */
  public List<Feature> listFeatures(
      String datasetId, int version, long after, int most, Envelope box) {
    // columns of the index by their names, so that H2 reads them in its order and no further
    String ordered = " order by dataset_id, version, seq limit ?";
    if (box == null) {
      return features(datasetId, version, "seq > ?" + ordered, after, most);
    }
    byte[] area = new RowEncoding().wkb(new GeometryFactory().toGeometry(box));
    String near = "seq > ? and (geom is null or geom && ST_GeomFromWKB(?, 4326))";
    return features(datasetId, version, near + ordered, after, area, most);
  }

  /** The row of a version that has an id. */
  public Optional<Feature> findFeature(String datasetId, int version, String featureId) {
    return features(datasetId, version, "feature_id = ?", featureId).stream().findFirst();
  }

  private List<Feature> features(String datasetId, int version, String which, Object... arguments) {
    String select =
        "select seq, feature_id, ST_AsBinary(geom), attributes from dataset_feature"
            + " where dataset_id = ? and version = ? and ";
    Object[] all = Stream.concat(Stream.of(datasetId, version), Stream.of(arguments)).toArray();
    RowEncoding encoding = new RowEncoding();
    return sql.inTransaction(
        connection -> {
          requireVersion(connection, datasetId, version);
          return Sql.query(
              connection,
              select + which,
              row ->
                  new Feature(
                      row.getLong(1),
                      row.getString(2),
                      encoding.geometry(row.getBytes(3)),
                      RowEncoding.attributes(row.getString(4))),
              all);
        });
  }

  private int lock(Connection connection, String datasetId) throws SQLException {
    return Sql.query(
            connection,
            "select current_version from dataset where id = ? and organisation_id = ? for update",
            row -> row.getInt(1),
            datasetId,
            organisation)
        .stream()
        .findFirst()
        .orElseThrow(() -> new InputRefused("dataset.unknown", "dataset", datasetId));
  }

  private void requireVersion(Connection connection, String datasetId, int version)
      throws SQLException {
    String select =
        "select version from dataset_version where dataset_id = ? and version = ? and" + OWN;
    if (Sql.query(connection, select, row -> row.getInt(1), datasetId, version, organisation)
        .isEmpty()) {
      throw new InputRefused("dataset.versionUnknown", "dataset", datasetId, "version", version);
    }
  }

  private void point(
      Connection connection, String datasetId, int version, String kind, String actor)
      throws SQLException {
    Sql.update(
        connection, "update dataset set current_version = ? where id = ?", version, datasetId);
    Sql.update(
        connection,
        "insert into dataset_event (dataset_id, kind, version, actor, happened_at)"
            + " values (?, ?, ?, ?, ?)",
        datasetId,
        kind,
        version,
        actor,
        clock.instant().toString());
  }

  private static void requireText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new InputRefused("field.empty", "field", field);
    }
  }
}
