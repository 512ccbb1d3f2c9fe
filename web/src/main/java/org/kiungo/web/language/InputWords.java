package org.kiungo.web.language;

import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.model.InputFile;

/** What inputs of plans are called. */
public final class InputWords {

  private InputWords() {}

  /** The layer and the name of its file, or the built-in data. */
  public static String of(InputFile input, Words words) {
    if (input.role().equals(InputFile.BUILT)) {
      return words.text("progress.input", input.name());
    }
    if (isInside(input)) {
      return words.text("ui.input.inside", input.version());
    }
    String whole = "ui.input." + input.role();
    return words.has(whole)
        ? words.text(whole)
        : words.text("ui.input.file", layer(input.role(), words), name(input));
  }

  /** Whether it is the model of what is inside built-in places, of any version. */
  public static boolean isInside(InputFile input) {
    return input.name().equals(ProblemAssembly.insideInput().name());
  }

  /** Sources as scenarios name them, by their names and versions. */
  public static String sources(List<String> sources, List<InputFile> inputs, Words words) {
    return words.joined(sources.stream().map(each -> source(each, inputs, words)).toList());
  }

  /** One of them; a file that is no version of a dataset as it stands. */
  public static String source(String source, List<InputFile> inputs, Words words) {
    return inputs.stream()
        .filter(each -> each.version().equals(source))
        .findFirst()
        .map(
            each ->
                words.text(
                    "ui.feed.version", name(each), source.substring(source.indexOf('/') + 1)))
        .orElse(source);
  }

  /** A dataset that nobody gave a name bears its layer's: then its file tells more. */
  private static String name(InputFile input) {
    return input.name().equals(input.role()) ? input.fileName() : input.name();
  }

  /** What an input was used as; as folders have it where there are no words for it. */
  public static String layer(String role, Words words) {
    String key = key(role);
    return words.has(key) ? words.text(key) : role;
  }

  /** Whether an input was used as a layer that has a name in words. */
  public static boolean isLayer(String role, Words words) {
    return words.has(key(role));
  }

  private static String key(String role) {
    return "ui.layer." + role.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
