package org.kiungo.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {

  private static final int ROWS = 300;

  @TempDir private Path folder;
  private Path data;
  private Path backup;

  @BeforeEach
  void keepSomething() throws IOException {
    data = folder.resolve("data");
    backup = folder.resolve("backup.zip");
    write("plans/lso-1/plan.json", "{}");
    write("plans/lso-1/bound.proof", "\0\1\2");
    write("doubts/1/plan/plan.json", "{}");
    write("alternatives/1/plans/01/plan.json", "{}");
    write("originals/" + "0".repeat(64), "a,b");
    write("plans/half.part/plan.json", "{");
    write("incoming/upload_1.tmp", "half");
  }

  private void write(String name, String content) throws IOException {
    Files.createDirectories(data.resolve(name).getParent());
    Files.writeString(data.resolve(name), content);
  }

  private static JdbcClient sql(HikariDataSource database) {
    return JdbcClient.create(database);
  }

  /** While another writes on: each row is committed alone, so a copy holds the first n rows. */
  private void backUpWhileItIsWritten(HikariDataSource database) throws Exception {
    sql(database).sql("CREATE TABLE kept (id INT PRIMARY KEY, body VARCHAR)").update();
    insert(database, 0, ROWS / 2);
    Thread writer = new Thread(() -> insert(database, ROWS / 2, ROWS));
    writer.start();
    try (OutputStream out = Files.newOutputStream(backup)) {
      new Backup(database, data).write(out);
    }
    writer.join();
  }

  private static void insert(HikariDataSource database, int from, int to) {
    for (int id = from; id < to; id++) {
      sql(database).sql("INSERT INTO kept VALUES (?, ?)").params(id, "row " + id).update();
    }
  }

  @Test
  void everyFileComesBackEqualAndTheDatabaseAsOfOneMoment() throws Exception {
    try (HikariDataSource database = Databases.open(data.resolve("database"), "")) {
      backUpWhileItIsWritten(database);
    }
    Path restored = folder.resolve("restored");
    Restore.into(backup, restored, "");
    assertThat(files(restored)).isEqualTo(files(data));
    try (HikariDataSource database = Databases.open(restored.resolve("database"), "")) {
      List<Integer> ids =
          sql(database).sql("SELECT id FROM kept ORDER BY id").query(Integer.class).list();
      assertThat(ids.size()).isBetween(ROWS / 2, ROWS);
      assertThat(ids.get(ids.size() - 1)).isEqualTo(ids.size() - 1);
    }
  }

  /** Content by name, the database and what is unfinished left out. */
  private static TreeMap<String, String> files(Path root) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.matches("(database|incoming)/.*|.*\\.part/.*")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private void refuses(ThrowingCallable restore, String code) {
    InputRefused refused = catchThrowableOfType(InputRefused.class, restore);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(folder.resolve("restored")).doesNotExist();
    assertThat(folder.resolve("restored.part")).doesNotExist();
  }

  @Test
  void whatIsNoWholeBackupIsRefusedAndLeavesNothing() throws Exception {
    try (HikariDataSource database = Databases.open(data.resolve("database"), "");
        OutputStream out = Files.newOutputStream(backup)) {
      new Backup(database, data).write(out);
    }
    Path restored = folder.resolve("restored");
    Path cut = folder.resolve("cut.zip");
    byte[] whole = Files.readAllBytes(backup);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    refuses(() -> Restore.into(cut, restored, ""), "backup.incomplete");
    change("manifest.json", null);
    refuses(() -> Restore.into(backup, restored, ""), "backup.unreadable");
    Files.write(backup, whole);
    change("plans/lso-1/plan.json", "[]");
    refuses(() -> Restore.into(backup, restored, ""), "backup.changed");
    Files.write(backup, whole);
    Files.createDirectories(restored);
    Restore.into(backup, restored, "");
    InputRefused twice =
        catchThrowableOfType(InputRefused.class, () -> Restore.into(backup, restored, ""));
    assertThat(twice.code()).isEqualTo("restore.not-empty");
  }

  @Test
  void aNameThatLeadsElsewhereIsRefused() throws Exception {
    byte[] bytes = {1};
    String sha256 =
        HashedCopy.of(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()).sha256();
    for (String name : List.of("../outside", "plans/../../outside", "/etc/outside", "other/file")) {
      Backup.Manifest manifest =
          new Backup.Manifest("0", List.of(new Backup.Entry(name, bytes.length, sha256)));
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.putNextEntry(new ZipEntry(Backup.MANIFEST));
        zip.write(Backup.JSON.writeValueAsBytes(manifest));
      }
      refuses(() -> Restore.into(backup, folder.resolve("restored"), ""), "backup.changed");
      assertThat(folder.resolve("outside")).doesNotExist();
    }
  }

  private void change(String name, String content) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(backup)) {
      if (content == null) {
        Files.delete(zip.getPath(name));
      } else {
        Files.writeString(zip.getPath(name), content);
      }
    }
  }
}
