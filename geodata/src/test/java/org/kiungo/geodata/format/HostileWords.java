package org.kiungo.geodata.format;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.kiungo.planner.model.value.InputRefused;

/** Whether what is refused or told has words in each complete language: file, place, remedy. */
final class HostileWords {

  private static final Path BUNDLES = Path.of("../web/src/main/resources/messages");

  private final Map<String, Properties> languages = new LinkedHashMap<>();

  HostileWords() throws IOException {
    for (String language : List.of("en", "fr")) {
      Properties words = new Properties();
      try (Reader in =
          Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"))) {
        words.load(in);
      }
      languages.put(language, words);
    }
  }

  /** What is missing, by language; empty when nothing is. */
  List<String> missing(HostileOutcome outcome) {
    List<String> missing = new ArrayList<>();
    languages.forEach(
        (language, words) -> {
          InputRefused refused = outcome.refused();
          if (refused != null && !saysAll(words.getProperty("error." + refused.code()), refused)) {
            missing.add(language + " error." + refused.code());
          }
          for (Finding each : outcome.findings()) {
            String key = "finding." + each.code();
            if (!words.containsKey(key) || !words.containsKey(key + ".remedy")) {
              missing.add(language + " " + key);
            }
          }
        });
    return missing;
  }

  /**
   * Names the file and, where one is known, the place; says what to do in a sentence of its own.
   */
  private static boolean saysAll(String sentence, InputRefused refused) {
    return sentence != null
        && sentence.contains("{0}")
        && (refused.arguments().size() < 2 || sentence.contains("{1"))
        && sentence.strip().matches("(?s).+[.!?;:] .+");
  }
}
