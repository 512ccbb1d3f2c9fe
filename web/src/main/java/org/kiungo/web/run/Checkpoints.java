package org.kiungo.web.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.Plan;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.store.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The best plans of runs under way: a run that is interrupted goes on from them and never ends
 * worse. Every holder of a lease has a file of its own, so that none writes over a better one.
 */
@Component
class Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final String ENDING = ".json.gz";

  private final Path folder;
  private final JsonMapper json;

  @Autowired
  Checkpoints(DataFolder data, JsonMapper json) {
    this(data.folder("checkpoints"), json);
  }

  /**
   * @param folder of the same ones, for a process of its own
   */
  Checkpoints(Path folder, JsonMapper json) {
    this.folder = folder;
    this.json = json;
  }

  Path folder() {
    return folder;
  }

  /** Keeps the best plan so far; a disk without space keeps the one before. */
  void write(Lease lease, Plan plan) {
    String name = lease.id() + "." + lease.number() + ENDING;
    Path part = folder.resolve(name + DataFolder.UNFINISHED);
    try {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
        json.writeValue(out, plan);
      }
      Durable.file(part);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Durable.folder(folder);
    } catch (IOException | JacksonException failed) {
      LOG.warn("no checkpoint of run {}: {}", lease.id(), failed.toString());
    } finally {
      Durable.discard(part);
    }
  }

  /** The plans that a run had when it was interrupted. */
  List<Plan> read(String runId) {
    List<Plan> plans = new ArrayList<>();
    for (Path file : files()) {
      if (runOf(file).equals(runId)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          plans.add(json.readValue(in, Plan.class));
        } catch (IOException | JacksonException unreadable) {
          LOG.warn("checkpoint {} cannot be read: {}", file, unreadable.toString());
        }
      }
    }
    return plans;
  }

  /** Whether a run had a plan when it was interrupted. */
  boolean has(String runId) {
    return files().stream().anyMatch(file -> runOf(file).equals(runId));
  }

  /** Throws away what runs that are over left. */
  void keepOnly(Set<String> runIds) {
    files().stream().filter(file -> !runIds.contains(runOf(file))).forEach(Durable::discard);
  }

  /** Throws a run's plans away. */
  void discard(String runId) {
    files().stream().filter(file -> runOf(file).equals(runId)).forEach(Durable::discard);
  }

  private static String runOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, Math.max(0, name.indexOf('.')));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException unreadable) {
      LOG.warn("checkpoints cannot be read: {}", unreadable.toString());
      return List.of();
    }
  }
}
