package org.kiungo.web.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the plans that a database lists have their files, as they were written. */
public final class PlanFolders {

  private PlanFolders() {}

  /**
   * @param folder of all plans' folders
   * @return ids of plans whose files are missing or others than those that the id was made of
   */
  public static List<String> unlike(DataSource database, Path folder) {
    try {
      return JdbcClient.create(database)
          .sql("SELECT id FROM plan ORDER BY number")
          .query(String.class)
          .list()
          .stream()
          .filter(id -> !isAsWritten(id, folder.resolve(id)))
          .toList();
    } catch (DataAccessException noTable) {
      return List.of();
    }
  }

  private static boolean isAsWritten(String id, Path files) {
    try {
      return Files.isDirectory(files)
          && id.endsWith("-" + FolderHash.of(files).substring(0, Plans.HASH_DIGITS));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
