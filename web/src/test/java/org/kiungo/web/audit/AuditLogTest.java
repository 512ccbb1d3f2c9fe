package org.kiungo.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.CommandRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogTest {

  @TempDir private static Path folder;

  private AuditChain chain;
  private JdbcClient rows;
  private TransactionTemplate transactions;

  @BeforeAll
  void writeFive() throws IOException {
    Files.createDirectory(folder.resolve("database"));
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:" + folder.resolve("database/kiungo"));
    database.setUser("kiungo");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/web", "classpath:db/web-h2")
        .table("flyway_web")
        .load()
        .migrate();
    chain = new AuditChain(database);
    rows = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    Stream.of("login", "run.start", "share.make", "share.revoke", "login").forEach(this::write);
  }

  private void write(String action) {
    transactions.executeWithoutResult(
        transaction -> chain.append(1_700_000_000_000L, "ours", "u1", action, "it", "done"));
  }

  private String hash(long number) {
    return rows.sql("SELECT hash FROM audit_entry WHERE number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  @Test
  void aChainAsItWasWrittenIsWhole() {
    assertThat(chain.verify(null)).isEqualTo(new AuditCheck.Head(5, hash(5)));
    assertThat(chain.verify(hash(2)).number()).isEqualTo(5);
    List<String> actions = new ArrayList<>();
    chain.forEach(entry -> actions.add(entry.action()));
    assertThat(actions)
        .containsExactly("login", "run.start", "share.make", "share.revoke", "login");
  }

  @Test
  void anEntryThatWasChangedIsNamed() {
    for (String edit :
        List.of(
            "actor = 'u2'",
            "action = 'share.mak', subject = 'eit'",
            "result = '403'",
            "happened_ms = happened_ms + 1",
            "organisation_id = 'theirs'")) {
      transactions.executeWithoutResult(
          transaction -> {
            rows.sql("UPDATE audit_entry SET " + edit + " WHERE number = 3").update();
            assertThatThrownBy(() -> chain.verify(null))
                .as(edit)
                .isInstanceOfSatisfying(
                    InputRefused.class,
                    refused -> {
                      assertThat(refused.code()).isEqualTo("audit.broken");
                      assertThat(refused.arguments()).containsEntry("number", 3L);
                    });
            transaction.setRollbackOnly();
          });
    }
  }

  @Test
  void anEntryThatWasTakenAwayIsMissed() {
    for (int number : List.of(1, 3, 5)) {
      transactions.executeWithoutResult(
          transaction -> {
            rows.sql("DELETE FROM audit_entry WHERE number = ?").param(number).update();
            assertThatThrownBy(() -> chain.verify(null))
                .isInstanceOfSatisfying(
                    InputRefused.class,
                    refused ->
                        assertThat(refused.arguments()).containsEntry("number", (long) number));
            transaction.setRollbackOnly();
          });
    }
  }

  /** Who can write the head too can cut the end off; a hash noted elsewhere tells. */
  @Test
  void anEndThatWasCutOffWithItsHeadIsMissedByWhoeverNotedIt() {
    String noted = hash(5);
    String fourth = hash(4);
    transactions.executeWithoutResult(
        transaction -> {
          rows.sql("DELETE FROM audit_entry WHERE number = 5").update();
          rows.sql("UPDATE audit_head SET number = 4, hash = ?").param(fourth).update();
          assertThat(chain.verify(null).number()).isEqualTo(4);
          assertThatThrownBy(() -> chain.verify(noted)).hasMessageContaining("audit.not-held");
          transaction.setRollbackOnly();
        });
  }

  @Test
  void whatIsTakenBackIsNotWrittenDown() {
    transactions.executeWithoutResult(
        transaction -> {
          chain.append(1, "ours", "u1", "run.start", "it", "done");
          transaction.setRollbackOnly();
        });
    assertThat(chain.verify(null).number()).isEqualTo(5);
  }

  @Test
  void theCommandExportsAndVerifiesBoth() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    CommandRun whole =
        CommandRun.of("audit-log", "--data-dir", folder.toString(), "--export", file.toString());
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(whole.out()).contains("5", hash(5));
    assertThat(CommandRun.of("audit-log", "--from", file.toString()).exitCode()).isZero();
    Files.writeString(file, Files.readString(file).replaceFirst("run.start", "run.stop"));
    CommandRun edited = CommandRun.of("audit-log", "--from", file.toString(), "--lang", "fr");
    assertThat(edited.exitCode()).isEqualTo(1);
    assertThat(edited.out()).contains("L’entrée 2");
  }
}
