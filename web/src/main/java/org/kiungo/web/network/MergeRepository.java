package org.kiungo.web.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Choices of what is merged, and tolerances of sources, in the database. */
@Repository
class MergeRepository {

  private static final int LONGEST_SOURCE = 400;

  private final JdbcClient database;

  MergeRepository(JdbcClient database) {
    this.database = database;
  }

  /** A kept choice with the version it was read with. */
  record Row(String choice, int version) {}

  Optional<Row> find(String country) {
    return database
        .sql("SELECT choice, version FROM network_merge WHERE country = ? AND organisation_id = ?")
        .params(country, Organisation.current())
        .query((found, number) -> new Row(found.getString(1), found.getInt(2)))
        .optional();
  }

  /** Keeps the first choice of a country. */
  void insert(String country, String choice) {
    database
        .sql(
            "INSERT INTO network_merge (country, organisation_id, choice, version)"
                + " VALUES (?, ?, ?, 1)")
        .params(country, Organisation.current(), choice)
        .update();
  }

  /**
   * @param version that it was read with
   * @return false when it has another version by now
   */
  boolean update(String country, String choice, int version) {
    return database
            .sql(
                "UPDATE network_merge SET choice = ?, version = version + 1"
                    + " WHERE country = ? AND version = ? AND organisation_id = ?")
            .params(choice, country, version, Organisation.current())
            .update()
        == 1;
  }

  /** The tolerance last used for a source, by its name. */
  Map<String, Double> tolerances() {
    Map<String, Double> tolerances = new HashMap<>();
    database
        .sql("SELECT source, tolerance_km FROM source_tolerance WHERE organisation_id = ?")
        .param(Organisation.current())
        .query(
            found -> {
              tolerances.put(found.getString(1), found.getDouble(2));
            });
    return tolerances;
  }

  /** Learns the tolerance of a source. */
  void learn(String source, double toleranceKm) {
    String key = key(source);
    int known =
        database
            .sql(
                "UPDATE source_tolerance SET tolerance_km = ?"
                    + " WHERE source = ? AND organisation_id = ?")
            .params(toleranceKm, key, Organisation.current())
            .update();
    if (known == 0) {
      database
          .sql(
              "INSERT INTO source_tolerance (source, organisation_id, tolerance_km)"
                  + " VALUES (?, ?, ?)")
          .params(key, Organisation.current(), toleranceKm)
          .update();
    }
  }

  /** As much of a source's name as is kept. */
  static String key(String source) {
    return source.substring(0, Math.min(LONGEST_SOURCE, source.length()));
  }
}
