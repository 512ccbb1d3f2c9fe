package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A format in which layers are written. Formats are found by {@link ServiceLoader}: a public class
 * with a public constructor without arguments, named in {@code
 * META-INF/services/org.kiungo.geodata.export.ExportFormat} of its jar.
 */
public interface ExportFormat {

  /** How file names end and what users call the format, in lower case, without the dot. */
  String extension();

  /** How the name of a file that is sent ends: what is packed says so. */
  default String ending() {
    return extension();
  }

  /** The same of a format by its name, or the name itself where it is no format of layers. */
  static String ending(String name) {
    return all().stream()
        .filter(each -> each.extension().equals(name))
        .findFirst()
        .map(ExportFormat::ending)
        .orElse(name);
  }

  /** Whether one file holds several layers. */
  default boolean holdsManyLayers() {
    return false;
  }

  /** Whether Kiungo reads the rows back from it. */
  default boolean holdsRows() {
    return true;
  }

  /**
   * Writes the layers into a file that {@link #place} then puts where it belongs.
   *
   * @param layers at least one, and no more unless {@link #holdsManyLayers}
   * @param table how cells are written where the format is a table of text
   * @throws InputRefused if the format cannot hold them
   */
  void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException;

  /** Puts a file that is written whole where the user wants it. */
  default void place(Path written, Path out) throws IOException {
    Files.move(written, out, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Writes beside a layer's file what it says of itself, where the format has no place for it
   * within.
   *
   * @return the further file; empty where there is none
   */
  default Optional<Path> describe(ExportLayer layer, Path out) throws IOException {
    return Optional.empty();
  }

  /**
   * Every format on the class path, sorted by extension.
   *
   * @throws InputRefused {@code export.formatTwice} naming an extension that two of them have
   */
  static List<ExportFormat> all() {
    Map<String, ExportFormat> byExtension = new TreeMap<>();
    for (ExportFormat each :
        ServiceLoader.load(ExportFormat.class, ExportFormat.class.getClassLoader())) {
      ExportFormat other = byExtension.putIfAbsent(each.extension(), each);
      if (other != null) {
        throw new InputRefused(
            "export.formatTwice",
            "format",
            each.extension(),
            "first",
            other.getClass().getName(),
            "second",
            each.getClass().getName());
      }
    }
    return List.copyOf(byExtension.values());
  }

  /**
   * The format of that name.
   *
   * @throws InputRefused if there is none
   */
  static ExportFormat named(String name) {
    return named(name, all().stream().map(ExportFormat::extension).toList());
  }

  /**
   * The same where more than these formats may be asked for.
   *
   * @param allowed names that a refusal lists
   */
  static ExportFormat named(String name, List<String> allowed) {
    return all().stream()
        .filter(each -> each.extension().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefused(
                    "export.formatUnknown", "found", name, "allowed", String.join(", ", allowed)));
  }

  /** Writes with the CSV defaults. */
  default void write(List<ExportLayer> layers, Path out) throws IOException {
    write(layers, out, CsvOptions.DEFAULT);
  }

  /**
   * Writes a file whole or not at all: an unfinished one never stands under its name.
   *
   * @throws InputRefused if the format cannot hold the layers
   */
  default void write(List<ExportLayer> layers, Path out, CsvOptions table) throws IOException {
    if (layers.isEmpty() || layers.size() > 1 && !holdsManyLayers()) {
      throw new InputRefused(
          "file.exportLimit",
          "file",
          String.valueOf(out.getFileName()),
          "what",
          "layers",
          "found",
          layers.size() + "",
          "limit",
          holdsManyLayers() ? "≥ 1" : "1");
    }
    Path unfinished = Files.createTempFile(out.toAbsolutePath().getParent(), "export", ".part");
    try {
      encode(layers, unfinished, table);
      place(unfinished, out);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
