package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.language.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases that a start refuses, each for its own reason. */
class DatabasesTest {

  @TempDir private Path folder;

  private static void refuses(ThrowingCallable start, String code) {
    InputRefused refused = catchThrowableOfType(InputRefused.class, start);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    for (String language : new String[] {"en", "fr"}) {
      assertThat(Words.in(language).refusal(refused)).isNotBlank().doesNotContain("{");
    }
  }

  private Path file() {
    return folder.resolve("kiungo.mv.db");
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.createFile(file());
    refuses(() -> Databases.open(folder, ""), "store.empty");
  }

  @Test
  void aNewOneIsWhatTheStepsMakeAndHasItsNameOnceItIsWhole() throws IOException {
    Path half = folder.resolve("new.mv.db");
    Files.writeString(half, "what a killed server left");
    assertThat(Databases.create(folder)).isPositive();
    assertThat(half).doesNotExist();
    Path stepwise = Files.createDirectory(folder.resolve("stepwise"));
    try (HikariDataSource made = Databases.open(folder, "");
        HikariDataSource steps = Databases.open(stepwise, "")) {
      assertThat(Databases.upgrade(made, folder)).as("has all its tables").isZero();
      assertThat(Databases.upgrade(steps, stepwise)).isPositive();
      assertThat(tables(made)).isEqualTo(tables(steps));
    }
    assertThat(Databases.create(folder)).as("is there").isZero();
  }

  @Test
  void aNewOneThatAnotherServerMakes() throws IOException {
    try (FileChannel made =
            FileChannel.open(
                folder.resolve("new.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = made.lock()) {
      refuses(() -> Databases.create(folder), "store.locked");
      assertThat(held.isValid()).isTrue();
    }
    assertThat(file()).doesNotExist();
  }

  private static List<String> tables(HikariDataSource database) {
    return JdbcClient.create(database)
        .sql(
            "SELECT table_schema || '.' || table_name || '.' || column_name || ' ' || data_type"
                + " FROM information_schema.columns ORDER BY 1")
        .query(String.class)
        .list();
  }

  @Test
  void aFileOfSomethingElse() throws IOException {
    byte[] noise = new byte[40_000];
    new Random(1).nextBytes(noise);
    Files.write(file(), noise);
    refuses(() -> Databases.open(folder, ""), "store.damaged");
    assertThat(file()).as("left as it was").hasBinaryContent(noise);
  }

  @Test
  void aFileInUse() {
    try (HikariDataSource first = Databases.open(folder, "")) {
      JdbcClient.create(first).sql("CREATE TABLE kept (id INT)").update();
      refuses(() -> Databases.open(folder, ""), "store.locked");
    }
    Databases.open(folder, "").close();
  }

  @Test
  void aDatabaseOfANewerKiungo() {
    try (HikariDataSource database = Databases.open(folder, "")) {
      Databases.migrations(database).migrate();
      Databases.requireKnown(database);
      JdbcClient.create(database)
          .sql(
              "INSERT INTO \"flyway_web\" SELECT \"installed_rank\" + 100, '999', 'later', \"type\","
                  + " 'V999__later.sql', \"checksum\", \"installed_by\", \"installed_on\","
                  + " \"execution_time\", \"success\" FROM \"flyway_web\" WHERE \"version\" = '1'")
          .update();
      refuses(() -> Databases.requireKnown(database), "store.newer");
    }
  }

  @Test
  void aPostGisThatIsNotThere() {
    refuses(
        () -> Databases.open(folder, "jdbc:postgresql://127.0.0.1:9/kiungo?user=nobody"),
        "store.unreachable");
  }
}
