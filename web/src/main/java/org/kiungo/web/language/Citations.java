package org.kiungo.web.language;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What figures, facts and levers rest on, told in a language. Catalogue and facts say it in
 * English; the bundles have the same sentence under {@code reason.} or {@code source.} and are
 * asked by the sentence, so that one that was changed is never told by the translation of the old
 * one. Addresses are no words: a bundle's sentence has {0}, {1} … in their places.
 */
final class Citations {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Z}]*[^\\s\\p{Z},;:.)]");
  private static final Pattern LAW =
      Pattern.compile("Law (\\S*\\d)(?: of (\\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4}))?");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final String APART = "; ";
  private static final String PUBLISHER = "publisher.";

  /** What readers of a table cannot know by the words of whoever compiled it, said in full. */
  private static final String SAID = ".said";

  private static final Map<String, String> KEYS = keys();

  private final Words words;
  private final Map<String, String> publishers = new TreeMap<>();
  private final Pattern publisher;

  Citations(Words words) {
    this.words = words;
    words
        .startingWith(PUBLISHER)
        .forEach(
            (key, name) ->
                publishers.put(key.substring(PUBLISHER.length()).replace('-', ' '), name));
    publisher = publisher(publishers.keySet());
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    Languages.words(Languages.DEFAULT)
        .forEach(
            (key, sentence) -> {
              if (key.startsWith("reason.") || key.startsWith("source.")) {
                keys.put(sentence, key);
              }
            });
    return keys;
  }

  /** A citation, or several of them, as {@link Words#source} has it. */
  String told(String cited) {
    List<Object> addresses = new ArrayList<>();
    String key = KEYS.get(sentence(cited, addresses));
    if (key != null) {
      String said = key + SAID;
      return words.text(words.has(said) ? said : key, addresses.toArray());
    }
    Matcher law = LAW.matcher(cited);
    if (law.matches()) {
      return law.group(2) == null
          ? words.text("source.law-undated", law.group(1))
          : words.text("source.law", law.group(1), words.day(LocalDate.parse(law.group(2), DAY)));
    }
    return cited.contains(APART)
        ? words.joined(Arrays.stream(cited.split(APART)).map(this::told).toList())
        : publisher.matcher(cited).replaceAll(found -> publishers.get(found.group()));
  }

  /**
   * As the English bundle writes it.
   *
   * @param addresses to which those of the citation are added, in their order
   */
  static String sentence(String cited, List<Object> addresses) {
    Matcher address = ADDRESS.matcher(cited);
    return address
        .replaceAll(
            found -> {
              addresses.add(found.group());
              return "{" + (addresses.size() - 1) + "}";
            })
        .replace('\'', '’')
        .replace(" %", "%");
  }

  /**
   * Publishers in a citation: each work begins with its own, and some are lists of nothing else.
   *
   * @param names as sources have them
   */
  private static Pattern publisher(Set<String> names) {
    String one = "(" + String.join("|", names) + ")";
    return Pattern.compile("(?<=^)" + one + "(?=$|[,:;/ ])|(?<=, )" + one + "(?=$|[,;])");
  }
}
