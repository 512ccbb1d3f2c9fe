package org.kiungo.web.plan.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the plans of a data folder have their files, as they were written. */
public final class PlanFolders {

  private PlanFolders() {}

  private record Kept(String id, String sealed) {}

  /**
   * Plans that a database lists whose files are missing or others than those that were kept.
   *
   * @param folder of all plans' folders
   * @return by id, the first file that is another
   */
  public static Map<String, String> unlike(DataSource database, Path folder) {
    Map<String, String> unlike = new TreeMap<>(unlike(folder));
    for (Kept each : kept(database)) {
      find(each.id, folder.resolve(each.id), each.sealed)
          .ifPresent(file -> unlike.put(each.id, file));
    }
    return unlike;
  }

  private static List<Kept> kept(DataSource database) {
    try {
      return JdbcClient.create(database)
          .sql("SELECT id, sealed FROM plan ORDER BY number")
          .query((found, row) -> new Kept(found.getString(1), found.getString(2)))
          .list();
    } catch (DataAccessException older) {
      return List.of();
    }
  }

  /**
   * The same of all folders there, as far as their names tell: those of a server at work, whose
   * database nobody else can open.
   */
  public static Map<String, String> unlike(Path folder) {
    Map<String, String> unlike = new TreeMap<>();
    for (Path each : folders(folder)) {
      String id = each.getFileName().toString();
      find(id, each, null)
          .ifPresent(
              file -> unlike.put(id, find(id, each, "").filter(f -> !f.equals(id)).orElse(file)));
    }
    return unlike;
  }

  private static List<Path> folders(Path folder) {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(each -> each.getFileName().toString().matches("[a-z]+-[0-9a-f]{12}"))
            .sorted()
            .forEach(folders::add);
      } catch (IOException unreadable) {
        return List.of();
      }
    }
    return folders;
  }

  private static Optional<String> find(String id, Path files, String sealed) {
    try {
      return PlanSeal.findChangedNow(id, files, sealed);
    } catch (IOException unreadable) {
      return Optional.of(id);
    }
  }
}
