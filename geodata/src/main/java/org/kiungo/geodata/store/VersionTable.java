package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import tools.jackson.databind.json.JsonMapper;

/** Datasets and versions as rows of their tables. */
final class VersionTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private VersionTable() {}

  static void insert(Connection connection, DatasetVersion v) throws SQLException {
    Provenance p = v.provenance();
    Sql.update(
        connection,
        "insert into dataset_version (dataset_id, version, source, licence, dated, uploader,"
            + " file_name, sha256, crs, transformation, features, committed_at, judgement, people)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        v.committedAt(),
        p.judgement().equals(Judgement.NONE) ? null : JSON.writeValueAsString(p.judgement()),
        Double.isNaN(p.people()) ? null : p.people());
  }

  static Dataset dataset(ResultSet row) throws SQLException {
    return new Dataset(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5));
  }

  static DatasetVersion version(ResultSet row) throws SQLException {
    Provenance provenance =
        new Provenance(
            row.getString("source"),
            row.getString("licence"),
            row.getString("dated"),
            row.getString("uploader"),
            row.getString("file_name"),
            row.getString("sha256"),
            row.getString("crs"),
            row.getString("transformation"),
            judgement(row.getString("judgement")),
            row.getObject("people") == null ? Double.NaN : row.getDouble("people"));
    return new DatasetVersion(
        row.getString("dataset_id"),
        row.getInt("version"),
        provenance,
        row.getLong("features"),
        row.getString("committed_at"));
  }

  private static Judgement judgement(String json) {
    return json == null ? Judgement.NONE : JSON.readValue(json, Judgement.class);
  }
}
