package org.kiungo.web.forgery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.TextFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of a plan's folder others that say something else, as whoever knows all about plan folders
 * would: in the same form, with every hash written anew.
 */
public final class Forger {

  private final Map<String, byte[]> genuine = new TreeMap<>();
  private final Path work;

  /** What a forger does to a folder. */
  @FunctionalInterface
  public interface Change {
    void in(Path folder) throws IOException;

    /** This and another one. */
    default Change and(Change other) {
      return folder -> {
        in(folder);
        other.in(folder);
      };
    }
  }

  /**
   * @param folder whose files are read once
   * @param work where forgeries are made, one after the other
   */
  public Forger(Path folder, Path work) throws IOException {
    this.work = work;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        genuine.put(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
  }

  /** Names of the genuine files. */
  public List<String> names() {
    return List.copyOf(genuine.keySet());
  }

  /** A genuine file. */
  public byte[] bytes(String name) {
    return genuine.get(name).clone();
  }

  /** The folder as it was. */
  public Path untouched() throws IOException {
    Path folder = Files.createDirectories(work.resolve("forged"));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!each.equals(folder)) {
          Files.delete(each);
        }
      }
    }
    for (Map.Entry<String, byte[]> each : genuine.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
    return folder;
  }

  /** A folder that was changed, no hash written anew. */
  public Path clumsy(Change change) throws IOException {
    Path folder = untouched();
    change.in(folder);
    return folder;
  }

  /** A folder that was changed, all hashes written anew. */
  public Path clever(Change change) throws IOException {
    Path folder = clumsy(change);
    rehash(folder);
    return folder;
  }

  /** Writes the hashes of copies, of all files and of the manifest anew. */
  public static void rehash(Path folder) throws IOException {
    if (Files.exists(folder.resolve("inputs.json"))) {
      edit(
          folder,
          "inputs.json",
          all -> {
            for (JsonNode copy : all.path("copies")) {
              Path file = folder.resolve(copy.get("name").asString());
              if (Files.isRegularFile(file)) {
                ((ObjectNode) copy).put("sha256", sha256(file));
              }
            }
          });
    }
    Manifest.seal(folder);
  }

  private static String sha256(Path file) {
    try {
      return TextFiles.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void edit(Path folder, String file, Consumer<ObjectNode> change)
      throws IOException {
    ObjectNode root =
        (ObjectNode) FolderJson.STRICT.readTree(Files.readAllBytes(folder.resolve(file)));
    change.accept(root);
    Files.write(folder.resolve(file), TextFiles.pretty(root));
  }

  /** Another document. */
  public static Change json(String file, Consumer<ObjectNode> change) {
    return folder -> edit(folder, file, change);
  }

  /** Another feature of a collection, of which each has a line. */
  public static Change feature(String file, int number, Consumer<ObjectNode> change) {
    return lines(
        file,
        lines -> {
          int at = number + 1;
          String line = lines.get(at);
          String comma = line.startsWith(",") ? "," : "";
          ObjectNode feature =
              (ObjectNode) FolderJson.STRICT.readTree(line.substring(comma.length()));
          change.accept(feature);
          lines.set(at, comma + FolderJson.STRICT.writeValueAsString(feature));
        });
  }

  /** The same of its properties. */
  public static Change property(String file, int number, String name, Object value) {
    return feature(file, number, each -> put((ObjectNode) each.get("properties"), name, value));
  }

  private static void put(ObjectNode object, String name, Object value) {
    object.set(name, FolderJson.STRICT.valueToTree(value));
  }

  /** Another cell of a table; rows are counted from 1, the header is 0. */
  public static Change cell(String file, int row, String column, String value) {
    return lines(
        file,
        lines -> {
          int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
          String[] cells = lines.get(row).split(",", -1);
          cells[at] = value;
          lines.set(row, String.join(",", cells));
        });
  }

  /** The same in every row. */
  public static Change column(String file, String column, String value) {
    return lines(
        file,
        lines -> {
          int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
          for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            cells[at] = value;
            lines.set(row, String.join(",", cells));
          }
        });
  }

  private static Change lines(String file, Consumer<List<String>> change) {
    return text(
        file,
        text -> {
          List<String> lines = new ArrayList<>(text.lines().toList());
          change.accept(lines);
          return String.join("\n", lines) + "\n";
        });
  }

  /** Another text, which must change. */
  public static Change text(String file, UnaryOperator<String> change) {
    return folder -> {
      String before = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new AssertionError("nothing changed in " + file);
      }
      Files.writeString(folder.resolve(file), after, StandardCharsets.UTF_8);
    };
  }

  /** A file less. */
  public static Change without(String file) {
    return folder -> Files.delete(folder.resolve(file));
  }

  /** A file more, or another in its place. */
  public static Change with(String file, byte[] bytes) {
    return folder -> {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.write(folder.resolve(file), bytes);
    };
  }

  /** Every leaf of a document: one of each kind, told by its path without numbers, and the last. */
  public static List<String> leaves(JsonNode root) {
    Map<String, String> first = new TreeMap<>();
    Map<String, String> last = new TreeMap<>();
    collect(root, "", "", first, last);
    List<String> all = new ArrayList<>(first.values());
    last.values().stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all;
  }

  private static void collect(
      JsonNode node,
      String path,
      String kind,
      Map<String, String> first,
      Map<String, String> last) {
    if (node.isObject()) {
      for (var field : node.properties()) {
        String name = "/" + field.getKey().replace("~", "~0").replace("/", "~1");
        collect(field.getValue(), path + name, kind + name, first, last);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int k = 0; k < node.size(); k++) {
        collect(node.get(k), path + "/" + k, kind + "/*", first, last);
      }
    } else {
      first.putIfAbsent(kind, path);
      last.put(kind, path);
    }
  }

  /** Another value in the place of a leaf: a little more, another word, the contrary, something. */
  public static void mutate(JsonNode root, String pointer) {
    int slash = pointer.lastIndexOf('/');
    JsonNode holder = root.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    JsonNode value = root.at(pointer);
    JsonNode other = other(value);
    if (holder instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), other);
    } else {
      ((ObjectNode) holder).set(name, other);
    }
  }

  private static JsonNode other(JsonNode value) {
    Object other;
    if (value.isIntegralNumber()) {
      other = value.longValue() + 1;
    } else if (value.isNumber()) {
      double number = value.doubleValue();
      other = number == 0 ? 1.0 : number * 1.01;
    } else if (value.isBoolean()) {
      other = !value.booleanValue();
    } else if (value.isString()) {
      other = value.stringValue() + "x";
    } else if (value.isArray()) {
      other = List.of("x");
    } else {
      other = 1.0;
    }
    return FolderJson.STRICT.valueToTree(other);
  }
}
