package org.kiungo.geodata.layer;

import java.util.List;
import java.util.Set;
import org.kiungo.geodata.layer.CellWords.Meaning;

/**
 * Folders in which maps keep what they draw, from the outermost in, as in "MTN/Planned": what no
 * column says may be what such a folder is called.
 */
final class FolderPath {

  /** The column that readers of KML make of them. */
  static final String COLUMN = "folder";

  private static final Set<Meaning> OF_OPERATORS = Set.of(Meaning.NAMES, Meaning.FILLING);

  /** Declared columns that a folder may be called after. */
  static final List<String> ROLES = List.of("status", "operator", "generation");

  private FolderPath() {}

  /** The innermost folder that says what a declared column means; empty for none. */
  static String part(String role, String path) {
    String found = "";
    for (String each : path.split("/")) {
      found = says(role, each) ? each.strip() : found;
    }
    return found;
  }

  private static boolean says(String role, String folder) {
    return switch (role) {
      case "status" -> StatusWords.of(folder) != StatusWords.State.UNKNOWN;
      case "generation" -> GenerationWords.isKnown(folder);
      default -> {
        List<CellWords.Told> words = CellWords.of(folder);
        yield CellWords.has(words, Meaning.NAMES)
            && words.stream().allMatch(each -> OF_OPERATORS.contains(each.meaning()));
      }
    };
  }
}
