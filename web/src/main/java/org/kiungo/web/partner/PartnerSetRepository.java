package org.kiungo.web.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets of partners in the database. */
@Repository
class PartnerSetRepository {

  private static final String COLUMNS =
      "SELECT id, name, version, partners FROM partner_set WHERE organisation_id = ? ";

  private final JdbcClient database;

  PartnerSetRepository(JdbcClient database) {
    this.database = database;
  }

  void insert(PartnerSetRow row) {
    database
        .sql(
            "INSERT INTO partner_set (id, name, version, partners, organisation_id)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(row.id(), row.name(), row.version(), row.partners(), Organisation.current())
        .update();
  }

  Optional<PartnerSetRow> find(String id) {
    return database
        .sql(COLUMNS + "AND id = ?")
        .params(Organisation.current(), id)
        .query(PartnerSetRepository::row)
        .optional();
  }

  /** In the order in which they were made. */
  List<PartnerSetRow> list() {
    return database
        .sql(COLUMNS + "ORDER BY number")
        .param(Organisation.current())
        .query(PartnerSetRepository::row)
        .list();
  }

  /**
   * @param changed with the version that it was read with
   * @return false when it has another version by now
   */
  boolean update(PartnerSetRow changed) {
    return database
            .sql(
                "UPDATE partner_set SET name = ?, partners = ?, version = version + 1"
                    + " WHERE id = ? AND version = ? AND organisation_id = ?")
            .params(
                changed.name(),
                changed.partners(),
                changed.id(),
                changed.version(),
                Organisation.current())
            .update()
        == 1;
  }

  void delete(String id) {
    database
        .sql("DELETE FROM partner_set WHERE id = ? AND organisation_id = ?")
        .params(id, Organisation.current())
        .update();
  }

  private static PartnerSetRow row(ResultSet found, int number) throws SQLException {
    return new PartnerSetRow(
        found.getString(1), found.getString(2), found.getInt(3), found.getString(4));
  }
}
