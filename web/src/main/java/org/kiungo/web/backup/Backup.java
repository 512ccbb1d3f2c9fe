package org.kiungo.web.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.LiveFolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies database and files of an installation that goes on working. The database comes first, as
 * of one moment: whatever its rows name was on the disk before they were, and never changes.
 */
public final class Backup {

  /** Folders that hold what rows name. */
  static final List<String> FOLDERS =
      List.of(
          "plans",
          "originals",
          "placements",
          "fundings",
          "doubts",
          "alternatives",
          "progress",
          "as-built",
          "checkpoints");

  /** A study has folders of folders inside its own. */
  static final int DEEP = 4;

  static final String MANIFEST = "manifest.json";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final DataSource database;
  private final Path root;

  /**
   * @param database open; of PostgreSQL one whose account owns the tables
   * @param root data folder
   */
  public Backup(DataSource database, Path root) {
    this.database = database;
    this.root = root;
  }

  /**
   * What a backup holds; its last file, so that a backup without it is known to be cut off.
   *
   * @param engineVersion that made it
   * @param files all others
   */
  record Manifest(String engineVersion, List<Entry> files) {}

  /**
   * A file of a backup.
   *
   * @param name path inside, with slashes
   * @param bytes its length
   * @param sha256 lower-case hexadecimal
   */
  record Entry(String name, long bytes, String sha256) {}

  /** Writes a ZIP. */
  public void write(OutputStream out) throws IOException {
    List<Entry> entries = new ArrayList<>();
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    if (Databases.isEmbedded(database)) {
      writeDatabase(zip, entries);
    } else {
      writeTables(zip, entries);
    }
    for (String folder : FOLDERS) {
      writeFolder(zip, folder, entries);
    }
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(JSON.writeValueAsBytes(new Manifest(Planner.ENGINE_VERSION, entries)));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private void writeDatabase(ZipOutputStream zip, List<Entry> entries) throws IOException {
    Path incoming = Files.createDirectories(root.resolve(DataFolder.INCOMING));
    Path snapshot = Files.createTempFile(incoming, "backup", DataFolder.UNFINISHED);
    try {
      JdbcClient.create(database).sql("BACKUP TO ?").param(snapshot.toString()).update();
      try (ZipInputStream files = new ZipInputStream(Files.newInputStream(snapshot))) {
        for (ZipEntry each = files.getNextEntry(); each != null; each = files.getNextEntry()) {
          String name = each.getName().substring(each.getName().lastIndexOf('/') + 1);
          entries.add(copy(zip, DataFolder.DATABASE + "/" + name, files));
        }
      }
    } finally {
      Durable.discard(snapshot);
    }
  }

  /** One moment for all tables, which ends before the slow part of packing them begins. */
  private void writeTables(ZipOutputStream zip, List<Entry> entries) throws IOException {
    Path incoming = Files.createDirectories(root.resolve(DataFolder.INCOMING));
    Path tables = Files.createTempDirectory(incoming, "backup");
    try (Connection connection = database.getConnection()) {
      PostgresTables.write(connection, tables);
      try (Stream<Path> files = Files.list(tables)) {
        for (Path file : files.sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            entries.add(copy(zip, DataFolder.DATABASE + "/" + file.getFileName(), in));
          }
        }
      }
    } catch (SQLException away) {
      throw new DataAccessResourceFailureException("the database is away", away);
    } finally {
      Durable.discard(tables);
    }
  }

  private void writeFolder(ZipOutputStream zip, String folder, List<Entry> entries)
      throws IOException {
    Path from = root.resolve(folder);
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> files =
        LiveFolder.find(
            from,
            DEEP,
            (file, facts) ->
                facts.isRegularFile()
                    && !root.relativize(file).toString().contains(DataFolder.UNFINISHED));
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      try (InputStream in = Files.newInputStream(file)) {
        entries.add(copy(zip, name, in));
      } catch (NoSuchFileException gone) {
        // no row named it: a checkpoint of a run that has ended since
        continue;
      }
    }
  }

  private static Entry copy(ZipOutputStream zip, String name, InputStream in) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    HashedCopy copied = HashedCopy.of(in, zip);
    zip.closeEntry();
    return new Entry(name, copied.bytes(), copied.sha256());
  }
}
