package org.kiungo.web.store;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.planner.folder.Durable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The folder given by {@code --data-dir}: embedded database, plan folders, uploads. */
@Component
public class DataFolder {

  /** Folder of the embedded database inside. */
  public static final String DATABASE = "database";

  /** Folder inside into which the bodies of requests are spooled. */
  public static final String INCOMING = "incoming";

  /** How whatever is not finished ends: no reader looks at it, and the next start removes it. */
  public static final String UNFINISHED = ".part";

  private static final String ADDRESS = "server";

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private final Path root;
  private final Path temporary;
  private final ScheduledExecutorService hours =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "private-files");
            thread.setDaemon(true);
            return thread;
          });

  DataFolder(@Value("${kiungo.data-dir}") Path root) {
    this.root = root.toAbsolutePath().normalize();
    try {
      PrivateFiles.folder(this.root);
      PrivateFiles.all(this.root);
      folder(INCOMING);
      this.temporary = PrivateFiles.folder(this.root.resolve(INCOMING).resolve(own()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String own() {
    return "server-" + UUID.randomUUID();
  }

  /** A folder of this server's own, gone with it or with the next start. */
  public Path temporary() {
    return temporary;
  }

  /**
   * Has what is made meanwhile become its owner's alone as well, within the hour; nobody else comes
   * into the folder before.
   */
  @EventListener(ApplicationReadyEvent.class)
  void keepPrivateForEver() {
    hours.scheduleWithFixedDelay(this::keepPrivate, 0, 1, TimeUnit.HOURS);
  }

  void keepPrivate() {
    try {
      PrivateFiles.all(root);
    } catch (IOException | RuntimeException later) {
      LOG.debug("the folder is looked through again in an hour", later);
    }
  }

  @PreDestroy
  void close() {
    hours.shutdownNow();
  }

  /** A folder of its own inside, made when absent. */
  public Path folder(String name) {
    try {
      Path folder = root.resolve(name);
      if (!Files.isDirectory(folder)) {
        PrivateFiles.folder(folder);
        Durable.folder(root);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes what a stop of the server left unfinished; nobody was told that it is there.
   *
   * @param before only what was last touched before this instant
   */
  void removeUnfinished(Instant before) {
    try {
      for (Path left : LiveFolder.find(root, 2, (path, facts) -> isLeft(path, facts, before))) {
        FileSystemUtils.deleteRecursively(left);
        LOG.info("removed {}, left unfinished by the last stop", root.relativize(left));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isLeft(Path path, BasicFileAttributes facts, Instant before) {
    Path inside = root.relativize(path);
    boolean unfinished =
        inside.getNameCount() == 2
            && (inside.startsWith(INCOMING) || path.toString().endsWith(UNFINISHED));
    return unfinished
        && !path.equals(temporary)
        && facts.lastModifiedTime().toInstant().isBefore(before);
  }

  /**
   * Says where the server at work on a folder can be asked, until it stops.
   *
   * @param root data folder
   */
  public static void announce(Path root, String address) throws IOException {
    Path file = root.resolve(ADDRESS);
    Files.writeString(file, address);
    PrivateFiles.file(file);
    file.toFile().deleteOnExit();
  }

  /** Where the server at work on a folder can be asked; a killed one may have left its word. */
  public static Optional<String> findServer(Path root) {
    try {
      return Optional.of(Files.readString(root.resolve(ADDRESS)).strip());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** All of it. */
  public Path root() {
    return root;
  }
}
