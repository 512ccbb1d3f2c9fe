package org.kiungo.web.plan.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Whether a plan's files are those that were kept. The hash of its certificate is kept beside it,
 * in the certificate stands the manifest's, in the manifest every other file's. What was hashed
 * once is hashed again when the file system says that anything about a file is another: its name,
 * length, number, or one of its times; and where it cannot say so surely, each time.
 */
public final class PlanSeal {

  private static final String CERTIFICATE = "certificate.json";

  /** A file may change once more within so long without another time. */
  private static final Duration SAME_TICK = Duration.ofSeconds(2);

  /** Numbers and times that nobody can set at will. */
  private static final String SURE = "unix:size,ino,dev,ctime,lastModifiedTime";

  private final Map<Path, Known> known = new ConcurrentHashMap<>();
  private final String certificate;

  public PlanSeal() {
    this(CERTIFICATE);
  }

  /**
   * Of folders that are sealed likewise.
   *
   * @param certificate name of the file in which the manifest's hash stands
   */
  public PlanSeal(String certificate) {
    this.certificate = certificate;
  }

  private record Known(String state, String sealed, String changed) {}

  /** What is kept beside a plan: the hash that seals its folder; null where it has no manifest. */
  public static String of(Path folder) throws IOException {
    return Manifest.isIn(folder) ? TextFiles.sha256(folder.resolve(CERTIFICATE)) : null;
  }

  /**
   * The first file that is not as it was kept; empty where all are.
   *
   * @param sealed null for a plan of before there were manifests, of which the id tells the hash
   */
  public Optional<String> findChanged(String id, Path folder, String sealed) {
    try {
      Instant now = Instant.now();
      String state = state(folder, now);
      Known before = known.get(folder);
      if (before != null && before.state.equals(state) && Objects.equals(before.sealed, sealed)) {
        return Optional.ofNullable(before.changed);
      }
      Optional<String> changed = findChangedNow(id, folder, sealed, certificate);
      if (state == null) {
        known.remove(folder);
      } else {
        known.put(folder, new Known(state, sealed, changed.orElse(null)));
      }
      return changed;
    } catch (IOException unreadable) {
      return Optional.of(folder.getFileName().toString());
    }
  }

  /** Everything that is the same as long as no file changes; null where that is not sure. */
  private static String state(Path folder, Instant now) throws IOException {
    StringBuilder state = new StringBuilder();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted().toList()) {
        Map<String, Object> told = Files.readAttributes(each, SURE, LinkOption.NOFOLLOW_LINKS);
        for (String time : Set.of("ctime", "lastModifiedTime")) {
          Instant at = ((FileTime) told.get(time)).toInstant();
          if (at.isAfter(now.minus(SAME_TICK))) {
            return null;
          }
        }
        state.append(folder.relativize(each)).append(new TreeMap<>(told)).append('\n');
      }
      return state.toString();
    } catch (UnsupportedOperationException | IllegalArgumentException elsewhere) {
      return null;
    }
  }

  /** The same, whatever is known. */
  static Optional<String> findChangedNow(String id, Path folder, String sealed) throws IOException {
    return findChangedNow(id, folder, sealed, CERTIFICATE);
  }

  private static Optional<String> findChangedNow(
      String id, Path folder, String sealed, String certificate) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.of(id);
    }
    if (sealed == null) {
      String hash = FolderHash.of(folder).substring(0, FolderHash.DIGITS);
      return id.endsWith("-" + hash) ? Optional.empty() : Optional.of(id);
    }
    Path file = folder.resolve(certificate);
    boolean own = Files.isRegularFile(file) && TextFiles.sha256(file).equals(sealed);
    return own ? findOther(folder) : Optional.of(findOther(folder).orElse(certificate));
  }

  /**
   * The first file that is not the one that the manifest names, or the certificate the manifest.
   */
  private static Optional<String> findOther(Path folder) throws IOException {
    Map<String, Manifest.Entry> stated;
    try {
      stated = Manifest.read(folder);
    } catch (InputRefused unreadable) {
      return Optional.of(Manifest.NAME);
    }
    byte[] due = Manifest.of(folder);
    Map<String, Manifest.Entry> found = Manifest.read(due);
    Set<String> names = new TreeSet<>(stated.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      if (!Objects.equals(stated.get(name), found.get(name))
          || Files.isSymbolicLink(folder.resolve(name))) {
        return Optional.of(name);
      }
    }
    return isSealed(folder, due) ? Optional.empty() : Optional.of(Manifest.NAME);
  }

  private static boolean isSealed(Path folder, byte[] due) throws IOException {
    Path manifest = folder.resolve(Manifest.NAME);
    try {
      String hash = TextFiles.sha256(manifest);
      return new String(due, StandardCharsets.UTF_8).equals(Files.readString(manifest))
          && Manifest.hash(folder).filter(hash::equals).isPresent();
    } catch (InputRefused unreadable) {
      return false;
    }
  }
}
