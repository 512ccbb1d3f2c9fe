package org.kiungo.web.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.tools.Restore;
import org.kiungo.planner.folder.Durable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The embedded database as it was before its tables are changed. H2 commits every statement of a
 * step alone: a server that is killed within a step leaves tables that neither the step before nor
 * the step itself fits. Whoever opens the database next finds the copy and puts it back.
 */
final class UpgradeCopy {

  private static final String NAME = "before-upgrade.zip";
  private static final String UNFINISHED = "before-upgrade.part";

  private UpgradeCopy() {}

  /** Whether an upgrade came to no end. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /** Puts back what an upgrade that came to no end has left; without one, does nothing. */
  static void putBack(Path folder, String database) {
    if (!isIn(folder)) {
      return;
    }
    Restore.execute(folder.resolve(NAME).toString(), folder.toString(), database);
    try {
      Durable.file(folder.resolve(database + ".mv.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    drop(folder);
  }

  /** Makes the copy, which is whole and on the disk itself once it has its name. */
  static void make(Path folder, DataSource database) {
    Path part = folder.resolve(UNFINISHED);
    try (Connection connection = database.getConnection();
        PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
      backup.setString(1, part.toString());
      backup.execute();
      Durable.file(part);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("no copy before the upgrade", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Durable.appear(part, folder.resolve(NAME));
  }

  /** What is upgraded needs no copy of what it was. */
  static void drop(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
      Durable.folder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
