package org.kiungo.web.workspace;

import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What organisations chose to feed their plans, in the words of a scenario. */
@Repository
class ChoiceRepository {

  private final JdbcClient database;

  ChoiceRepository(JdbcClient database) {
    this.database = database;
  }

  Optional<String> find(String iso3) {
    return database
        .sql("SELECT feeds FROM feed_choice WHERE organisation_id = ? AND country = ?")
        .params(Organisation.current(), iso3)
        .query(String.class)
        .optional();
  }

  void save(String iso3, String feeds) {
    int changed =
        database
            .sql("UPDATE feed_choice SET feeds = ? WHERE organisation_id = ? AND country = ?")
            .params(feeds, Organisation.current(), iso3)
            .update();
    if (changed == 0) {
      database
          .sql("INSERT INTO feed_choice (organisation_id, country, feeds) VALUES (?, ?, ?)")
          .params(Organisation.current(), iso3, feeds)
          .update();
    }
  }
}
