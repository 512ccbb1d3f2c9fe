package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.cli.CommandRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code kiungo erase} leaves of a person in the file of the embedded database. */
class PersonsTest {

  private static final String NAME = "Awa Diop-Ndiaye";

  @TempDir private Path folder;

  @Test
  void nothingOfThePersonIsLeftInTheFile() throws IOException {
    Path database = folder.resolve("database");
    try (HikariDataSource open = Databases.open(database, "")) {
      Databases.migrations(open).migrate();
      JdbcClient.create(open)
          .sql(
              "INSERT INTO plan_comment (id, plan_id, kind, target, author, body, resolved,"
                  + " written_ms) VALUES ('c', 'p', 'FIGURE', 'capexUsd', ?, 'why?', FALSE, 1)")
          .param(NAME)
          .update();
    }
    Path file = database.resolve("kiungo.mv.db");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(NAME);
    String dir = folder.toString();
    CommandRun nobody = CommandRun.of("erase", "--person", "Somebody Else", "--data-dir", dir);
    assertThat(nobody.exitCode()).as(nobody.err()).isEqualTo(1);
    CommandRun erased = CommandRun.of("erase", "--person", NAME, "--data-dir", dir, "--lang", "fr");
    assertThat(erased.exitCode()).as(erased.err()).isZero();
    assertThat(erased.out()).contains("ne la nomment plus\u00a0: 1");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
    try (HikariDataSource open = Databases.open(database, "")) {
      assertThat(JdbcClient.create(open).sql("SELECT body FROM plan_comment").query().singleValue())
          .isEqualTo("why?");
    }
  }
}
