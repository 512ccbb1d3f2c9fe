package org.kiungo.web.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.PrivateFiles;
import org.kiungo.web.store.SchemaVersions;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.core.JacksonException;

/** Puts a backup into an empty folder: whole, or not at all. */
public final class Restore {

  /** A folder that backups hold, at most two more, and a name that leads nowhere else. */
  private static final Pattern NAME =
      Pattern.compile(
          "("
              + DataFolder.DATABASE
              + "|"
              + String.join("|", Backup.FOLDERS)
              + ")"
              + "(/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,"
              + Backup.DEEP
              + "}");

  private Restore() {}

  /**
   * Checks that a file is a whole backup.
   *
   * @return how many files it holds
   * @throws InputRefused {@code backup.incomplete} or {@code backup.unreadable}
   */
  public static int check(Path file) throws IOException {
    try (ZipFile zip = open(file)) {
      return manifest(zip, file).files().size();
    }
  }

  /**
   * @param file a backup
   * @param target absent or empty
   * @param dbUrl JDBC address of an empty PostGIS for a backup of one; empty for the embedded
   * @return how many files there are now
   * @throws InputRefused {@code restore.not-empty}, and {@code backup.incomplete}, {@code
   *     backup.unreadable} or {@code backup.changed} for a file that is no whole backup; {@code
   *     restore.db-url} for another kind of database, {@code restore.tables} for one that is in use
   */
  public static int into(Path file, Path target, String dbUrl) throws IOException {
    Path folder = target.toAbsolutePath().normalize();
    if (!isEmpty(folder)) {
      throw new InputRefused("restore.not-empty", "dataDir", target.toString());
    }
    Path part = folder.resolveSibling(folder.getFileName() + DataFolder.UNFINISHED);
    Durable.discard(part);
    try (ZipFile zip = open(file)) {
      List<Backup.Entry> entries = manifest(zip, file).files();
      PrivateFiles.folder(part);
      Set<Path> folders = new HashSet<>(Set.of(part));
      for (Backup.Entry entry : entries) {
        folders.addAll(extract(zip, entry, part, file));
      }
      for (Path each : folders) {
        Durable.folder(each);
      }
      Path database = part.resolve(DataFolder.DATABASE);
      boolean tables = Files.exists(database.resolve(PostgresTables.LIST));
      if (tables == dbUrl.isBlank()) {
        throw new InputRefused("restore.db-url", "file", file.toString());
      }
      if (tables) {
        readTables(database, dbUrl, () -> appear(part, folder));
      } else {
        appear(part, folder);
      }
      return entries.size();
    } finally {
      Durable.discard(part);
    }
  }

  private static void appear(Path part, Path folder) throws IOException {
    PrivateFiles.all(part);
    Files.deleteIfExists(folder);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    Durable.folder(folder.getParent());
  }

  /** Something that may fail. */
  private interface Last {
    void run() throws IOException;
  }

  /** Files appear before the rows that name them are committed. */
  private static void readTables(Path files, String dbUrl, Last last) throws IOException {
    PostgresTables.Schema schema = PostgresTables.schema(files);
    try (HikariDataSource database = Databases.open(files, dbUrl)) {
      try (Connection connection = database.getConnection()) {
        if (!SchemaVersions.of(connection).equals(new SchemaVersions("", ""))) {
          throw new InputRefused("restore.tables");
        }
      }
      schema.versions().make(database);
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        PostgresTables.read(connection, files, schema);
        last.run();
        connection.commit();
      }
    } catch (SQLException refused) {
      throw new DataAccessResourceFailureException("rows are not taken", refused);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException unreadable) {
      throw new InputRefused("backup.incomplete", "file", file.toString());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static Backup.Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.MANIFEST);
    if (entry == null) {
      throw new InputRefused("backup.unreadable", "file", file.toString());
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Backup.JSON.readValue(in, Backup.Manifest.class);
    } catch (JacksonException unreadable) {
      throw new InputRefused("backup.unreadable", "file", file.toString());
    }
  }

  /** Folders that the file's own name is new in. */
  private static Set<Path> extract(ZipFile zip, Backup.Entry entry, Path part, Path file)
      throws IOException {
    ZipEntry stored = zip.getEntry(entry.name());
    if (stored == null || !NAME.matcher(entry.name()).matches()) {
      throw new InputRefused("backup.changed", "file", file.toString(), "entry", entry.name());
    }
    Path target = part.resolve(entry.name());
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(stored);
        OutputStream out = Files.newOutputStream(target)) {
      HashedCopy copied = HashedCopy.of(in, out);
      if (copied.bytes() != entry.bytes() || !copied.sha256().equals(entry.sha256())) {
        throw new InputRefused("backup.changed", "file", file.toString(), "entry", entry.name());
      }
    } catch (ZipException broken) {
      throw new InputRefused("backup.changed", "file", file.toString(), "entry", entry.name());
    }
    Durable.file(target);
    return Set.of(target.getParent(), target.getParent().getParent());
  }
}
