package org.kiungo.web.export;

import java.util.Locale;
import java.util.Set;
import org.kiungo.web.language.Words;

/** What layers and their values are called on a picture. */
final class SheetWords {

  /** Layers whose rows are places where people live. */
  private static final Set<String> PLACES = Set.of("settlements", "difference", "today", "user");

  private SheetWords() {}

  /** A layer's name in words; as its file has it where there are none. */
  static String layer(String name, Words words) {
    String upper = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return first(words, name, "export.layer." + name, "ui.layer." + upper);
  }

  /** A value that has a colour of its own; what none has is the layer itself. */
  static String value(String layer, String value, Words words) {
    if (value.isEmpty()) {
      return first(words, layer(layer, words), "export.value.none." + layer);
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return first(
        words,
        value,
        "export.value." + lower,
        "technology." + value,
        "medium." + value,
        "eservice." + value);
  }

  /** The sentence of how many there are, with what is counted. */
  static String counted(String layer, boolean line) {
    if (line) {
      return "export.counted.lines";
    }
    return PLACES.contains(layer) ? "export.counted.places" : "export.counted.points";
  }

  private static String first(Words words, String otherwise, String... keys) {
    for (String key : keys) {
      if (words.has(key)) {
        return words.text(key);
      }
    }
    return otherwise;
  }
}
