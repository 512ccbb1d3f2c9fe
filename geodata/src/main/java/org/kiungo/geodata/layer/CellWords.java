package org.kiungo.geodata.layer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each word of a cell means that says what a network is and whether it stands; the words are
 * in {@code words.properties}. No list of denials is ever whole: whoever takes a cell at its word
 * asks that no word of it is unknown.
 */
final class CellWords {

  /** What a word says. */
  enum Meaning {
    WORKS,
    PLANNED,
    GONE,
    DENYING,
    ENDING,
    BROAD,
    NARROW,
    NETWORK,
    FILLING,
    MONTHS,
    NAMES,
    /** A year up to {@link #NEWEST_YEAR}, and days beside one. */
    PAST,
    FUTURE,
    /** Nearly all hundredths: {@link #NEARLY_ALL_PERCENT} and more. */
    PART,
    UNKNOWN
  }

  /**
   * A word or phrase.
   *
   * @param text in small letters, without accents
   */
  record Told(String text, Meaning meaning) {}

  /**
   * Years after this one are to come. A clock would read one file differently as years pass, so
   * that plans on it could no longer be recomputed.
   */
  static final int NEWEST_YEAR = 2026;

  /** Of an area that counts as covered, as that of a place does. */
  private static final double NEARLY_ALL_PERCENT = 90;

  private static final int LONGEST = 300;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern CAMELS = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");

  /** Generations, bands, figures with their unit, words, numbers, and signs that say something. */
  private static final Pattern PARTS =
      Pattern.compile(
          // "4G plus" names one, "plus de 4G" and "4G plus disponible" say that there is none
          "(?<generation>(?<![\\p{L}\\p{N}])[1-6](?:[.,]\\d)?\\s?g(?!\\p{L})"
              + "(?:\\+|\\s?plus(?=\\s*(?:$|[,;/|()])))?)"
              + "|(?<band>(?<![\\p{L}\\p{N}])(?:[bnlug]|(?:bande?|banda)\\s?)\\d{1,4}"
              + "(?![\\p{L}\\p{N}]))"
              + "|(?<percent>\\d+(?:[.,]\\d+)?)\\s?%"
              + "|(?<figure>\\d+(?:[.,]\\d+)?)\\s?(?:[mg]hz|[kmg]bps|[kmg]bit/s|[kmg]b/s|dbm|kv|km)"
              + "(?!\\p{L})"
              + "|(?<word>\\p{L}+)|(?<number>\\d+)"
              // arrows, a minus before a generation
              + "|(?<sign>-+>|=>|(?<=^|\\s)-(?=[1-6]\\s?g)|[^\\s,;:/|&()\\[\\]._\\-–—>≥='’\"«»•·+])");

  /** Bands of mobile networks as operators call them, MHz (3GPP TS 36.101, 38.101-1). */
  private static final Set<String> BANDS =
      Set.of(
          ("410 420 450 600 700 800 850 900 1400 1500 1700 1800 1900 2100 2300 2500 2600 3300 3400"
                  + " 3500 3600 3700 3800 26000 28000")
              .split(" "));

  private static final Map<String, Meaning> KNOWN = load();
  private static final int LONGEST_PHRASE = 5;

  private CellWords() {}

  /** Every word of a text, in its order; the longest known phrase counts as one. */
  static List<Told> of(String text) {
    List<Told> told = new ArrayList<>();
    if (text.length() > LONGEST) {
      return List.of(new Told(text.substring(0, LONGEST), Meaning.UNKNOWN));
    }
    List<String> words = new ArrayList<>();
    Matcher part = PARTS.matcher(plain(text));
    while (part.find()) {
      if (part.group("word") != null) {
        words.add(part.group());
      } else {
        phrases(words, told);
        told.add(new Told(part.group(), meaning(part)));
      }
    }
    phrases(words, told);
    return dated(told);
  }

  /** Whether a word of a text turns what it says into its contrary: no 4G, not closed. */
  static boolean deny(String text) {
    return has(of(text), Meaning.DENYING);
  }

  static boolean has(List<Told> words, Meaning meaning) {
    return words.stream().anyMatch(each -> each.meaning() == meaning);
  }

  /** Small letters without accents. */
  static String plain(String text) {
    String parted = CAMELS.matcher(text).replaceAll(" ");
    String lower = Normalizer.normalize(parted, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return ACCENTS.matcher(lower).replaceAll("");
  }

  private static Meaning meaning(Matcher part) {
    if (part.group("generation") != null) {
      return part.group().charAt(0) >= '4' ? Meaning.BROAD : Meaning.NARROW;
    }
    if (part.group("band") != null) {
      return Meaning.NETWORK;
    }
    String figure = part.group("percent") == null ? part.group("figure") : part.group("percent");
    if (figure != null) {
      double value = Double.parseDouble(figure.replace(',', '.'));
      boolean share = part.group("percent") != null;
      boolean little = share ? value < NEARLY_ALL_PERCENT : value == 0;
      return little ? Meaning.UNKNOWN : share && value < 100 ? Meaning.PART : Meaning.NETWORK;
    }
    String number = part.group("number");
    if (number == null) {
      return Meaning.UNKNOWN;
    }
    if (BANDS.contains(number)) {
      return Meaning.NETWORK;
    }
    boolean year = number.matches("(19|20)\\d\\d");
    return !year
        ? Meaning.UNKNOWN
        : Integer.parseInt(number) > NEWEST_YEAR ? Meaning.FUTURE : Meaning.PAST;
  }

  private static void phrases(List<String> words, List<Told> told) {
    int from = 0;
    while (from < words.size()) {
      int length = Math.min(LONGEST_PHRASE, words.size() - from);
      Meaning meaning = null;
      String phrase = "";
      while (meaning == null && length > 0) {
        phrase = String.join(" ", words.subList(from, from + length));
        meaning = KNOWN.get(phrase);
        length -= meaning == null ? 1 : 0;
      }
      boolean country = meaning == null && isCountry(words.get(from));
      Meaning alone = country ? Meaning.NAMES : Meaning.UNKNOWN;
      told.add(meaning == null ? new Told(words.get(from), alone) : new Told(phrase, meaning));
      from += Math.max(1, length);
    }
    words.clear();
  }

  /** Codes of two or three letters are words too. */
  private static boolean isCountry(String word) {
    return word.length() > 3 && !CountryCodes.iso3(word).isEmpty();
  }

  /**
   * Days, months' numbers and quarters are a date's where there is a year. Where there are two
   * years the second may be the end of what is told, or another beginning: nobody knows.
   */
  private static List<Told> dated(List<Told> told) {
    List<Told> dated = new ArrayList<>();
    boolean year =
        told.stream().anyMatch(e -> e.meaning() == Meaning.PAST || e.meaning() == Meaning.FUTURE);
    boolean past = false;
    for (Told each : told) {
      boolean again = past && each.meaning() == Meaning.PAST;
      past |= each.meaning() == Meaning.PAST;
      boolean day = year && each.text().matches("\\d{1,2}|[qt]");
      dated.add(again || day ? new Told(each.text(), day ? Meaning.PAST : Meaning.UNKNOWN) : each);
    }
    return dated;
  }

  private static Map<String, Meaning> load() {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(
            CellWords.class.getResourceAsStream("words.properties"), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    Map<String, Meaning> known = new HashMap<>();
    for (String key : words.stringPropertyNames()) {
      Meaning meaning = Meaning.valueOf(key.toUpperCase(Locale.ROOT));
      for (String each : words.getProperty(key).split("\\s*,\\s*")) {
        for (String form : forms(plain(each))) {
          Meaning other = known.put(form, meaning);
          if (other != null && other != meaning) {
            throw new IllegalStateException(form + ": " + other + ", " + meaning);
          }
        }
      }
    }
    return known;
  }

  private static Set<String> forms(String word) {
    if (!word.endsWith("~")) {
      return Set.of(word);
    }
    String stem = word.substring(0, word.length() - 1);
    boolean iberian = stem.endsWith("o");
    String root = iberian ? stem.substring(0, stem.length() - 1) : stem;
    Set<String> forms = new HashSet<>();
    for (String end : (iberian ? "o a os as" : " e s es").split(" ")) {
      forms.add(root + end);
    }
    return forms;
  }
}
