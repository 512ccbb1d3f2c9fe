package org.kiungo.web.told;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was filled in, in the database. */
@Repository
class ToldFactRepository {

  private static final String COLUMNS =
      "country, topic, told_value, fact_year, source_url, author, told_ms, version";

  private final JdbcClient database;

  ToldFactRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when somebody else told that version
   */
  void insert(ToldFact told) {
    database
        .sql(
            "INSERT INTO told_fact ("
                + COLUMNS
                + ", organisation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            told.country(),
            told.topic(),
            told.value(),
            told.year(),
            told.sourceUrl(),
            told.author(),
            Instant.parse(told.toldAt()).toEpochMilli(),
            told.version(),
            Organisation.current())
        .update();
  }

  /** All that was told of a country, topic by topic, the first word first. */
  List<ToldFact> list(String country) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM told_fact WHERE country = ? AND organisation_id = ?"
                + " ORDER BY topic, version")
        .params(country, Organisation.current())
        .query(ToldFactRepository::told)
        .list();
  }

  private static ToldFact told(ResultSet found, int number) throws SQLException {
    return new ToldFact(
        found.getString(1),
        found.getString(2),
        found.getString(3),
        found.getString(4),
        found.getString(5),
        found.getString(6),
        Instant.ofEpochMilli(found.getLong(7)).toString(),
        found.getInt(8));
  }
}
