package org.kiungo.web.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Titles of laws, which nobody may translate: in a sentence of another language they keep that of
 * the original, which is told beside them and to whatever reads the page aloud.
 */
public final class Titles {

  private static final Map<String, Pattern> BY_LANGUAGE = read();

  private Titles() {}

  /**
   * A part of a sentence.
   *
   * @param text as it is shown
   * @param language of a title that is not in the reader's; empty of all else
   * @param named what the reader calls that language, with the first title in it; else empty
   */
  public record Part(String text, String language, String named) {}

  private static Map<String, Pattern> read() {
    try (InputStream in = Titles.class.getResourceAsStream("/language/titles.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(
              Collectors.groupingBy(
                  line -> line[0],
                  TreeMap::new,
                  Collectors.collectingAndThen(
                      Collectors.mapping(line -> line[1], Collectors.joining("|")),
                      Pattern::compile)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a sentence, which together are the sentence. */
  public static List<Part> parts(String sentence, Words words) {
    List<Part> parts = new ArrayList<>();
    Set<String> named = new HashSet<>();
    int at = 0;
    while (at < sentence.length()) {
      String of = "";
      int from = sentence.length();
      int to = from;
      for (Map.Entry<String, Pattern> each : BY_LANGUAGE.entrySet()) {
        Matcher title = each.getValue().matcher(sentence);
        if (!each.getKey().equals(words.language()) && title.find(at) && title.start() < from) {
          of = each.getKey();
          from = title.start();
          to = title.end();
        }
      }
      if (from > at) {
        parts.add(new Part(sentence.substring(at, from), "", ""));
      }
      if (to > from) {
        String name =
            named.add(of) ? Locale.forLanguageTag(of).getDisplayLanguage(words.locale()) : "";
        parts.add(new Part(sentence.substring(from, to), of, name));
      }
      at = to;
    }
    return parts;
  }
}
