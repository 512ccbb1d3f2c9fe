package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code manifest.json}: name, length and SHA-256 of every file of a folder, those of folders
 * within it too. Two files are not in it: itself, and the folder's certificate, in which its own
 * SHA-256 stands as {@value #HASH}. So the hash of the certificate is that of the whole folder.
 */
public final class Manifest {

  public static final String NAME = "manifest.json";

  /** Name of the certificate's field. */
  public static final String HASH = "manifestSha256";

  /** Files that are the certificate of their folder: the first that is there. */
  private static final List<String> CERTIFICATES =
      List.of(
          "alternatives.json",
          "doubt.json",
          "frontier.json",
          "progress.json",
          PlanFolder.CERTIFICATE,
          "service-plan.json",
          "classic-plan.json");

  private Manifest() {}

  private record Listing(List<Entry> files) {
    Listing {
      if (files == null || files.stream().anyMatch(each -> each == null || each.name() == null)) {
        throw new InputRefused("json.missing", "field", "files");
      }
    }
  }

  /**
   * A file.
   *
   * @param name with its path in the folder, parts joined by {@code /}
   * @param bytes its length
   * @param sha256 lower-case hexadecimal
   */
  public record Entry(String name, long bytes, String sha256) {}

  /** The file in which the manifest's hash stands; empty where a folder has none. */
  public static Optional<String> certificate(Path folder) {
    return CERTIFICATES.stream().filter(each -> Files.exists(folder.resolve(each))).findFirst();
  }

  /**
   * What a certificate says, but for the manifest's hash.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static <T> T certificate(Path folder, String name, Class<T> type) {
    ObjectNode tree = TextFiles.read(folder, name, ObjectNode.class);
    tree.remove(HASH);
    try {
      return FolderJson.STRICT.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw Unreadable.file(name, e);
    }
  }

  /** Lists a folder's files, and puts the list's hash into its certificate. */
  public static void seal(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
    Files.write(folder.resolve(NAME), of(folder));
    String hash = TextFiles.sha256(folder.resolve(NAME));
    Optional<String> certificate = certificate(folder);
    if (certificate.isPresent()) {
      Path file = folder.resolve(certificate.get());
      ObjectNode tree = TextFiles.read(folder, certificate.get(), ObjectNode.class);
      Files.write(file, TextFiles.pretty(tree.put(HASH, hash)));
    }
  }

  /** The bytes that the manifest of a folder should have. */
  public static byte[] of(Path folder) throws IOException {
    List<Entry> files = new ArrayList<>();
    String certificate = certificate(folder).orElse(NAME);
    for (Map.Entry<String, Path> each : listed(folder).entrySet()) {
      if (!each.getKey().equals(NAME) && !each.getKey().equals(certificate)) {
        files.add(
            new Entry(
                each.getKey(), Files.size(each.getValue()), TextFiles.sha256(each.getValue())));
      }
    }
    return TextFiles.pretty(new Listing(files));
  }

  /**
   * All files, by name. What is no plain file is listed too, so that it is found to be too much.
   */
  private static Map<String, Path> listed(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          files.put(folder.relativize(each).toString().replace('\\', '/'), each);
        }
      }
    }
    return files;
  }

  /** True when a folder has one. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What a manifest lists, by name.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static Map<String, Entry> read(Path folder) {
    try (InputStream in = TextFiles.open(folder, NAME)) {
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of the bytes of one. */
  public static Map<String, Entry> read(byte[] manifest) {
    Map<String, Entry> entries = new TreeMap<>();
    for (Entry each : listing(manifest).files()) {
      if (entries.put(each.name(), each) != null) {
        throw Unreadable.file(
            NAME, new InputRefused("json.value", "field", "name", "value", each.name()));
      }
    }
    return entries;
  }

  private static Listing listing(byte[] manifest) {
    try {
      Listing listing = FolderJson.STRICT.readValue(manifest, Listing.class);
      if (listing == null) {
        throw new InputRefused("json.content");
      }
      return listing;
    } catch (JacksonException | InputRefused e) {
      throw Unreadable.file(NAME, e);
    }
  }

  /** The hash that stands in a folder's certificate; empty where it tells none. */
  public static Optional<String> hash(Path folder) {
    return certificate(folder)
        .map(each -> TextFiles.read(folder, each, JsonNode.class).path(HASH))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
