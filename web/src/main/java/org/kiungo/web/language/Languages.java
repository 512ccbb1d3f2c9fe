package org.kiungo.web.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;

/** The languages Kiungo speaks: those that have a message file on the class path. */
public final class Languages {

  /** Spoken when nothing else is asked for, and when a sentence is missing elsewhere. */
  public static final String DEFAULT = "en";

  private static final SortedMap<String, List<Resource>> FILES =
      WordFiles.messages(Languages.class.getClassLoader());
  private static final List<String> AVAILABLE = List.copyOf(FILES.keySet());

  /** Of the languages that were asked for: most commands speak one. */
  private static final Map<String, Map<String, String>> WORDS = new ConcurrentHashMap<>();

  /** By language; every page tells them, and counting takes longer than most of what it shows. */
  private static final Map<String, Double> TRANSLATED = new ConcurrentHashMap<>();

  private Languages() {}

  /** ISO 639-1 codes, sorted. */
  public static List<String> available() {
    return AVAILABLE;
  }

  /** The language itself when it is available, else {@link #DEFAULT}. */
  public static String orDefault(String language) {
    return language != null && AVAILABLE.contains(language) ? language : DEFAULT;
  }

  /**
   * The first available language of an {@code Accept-Language} header, best quality first.
   *
   * @param header as sent by a browser; {@code null}, empty or malformed gives {@link #DEFAULT}
   */
  public static String accepted(String header) {
    if (header == null || header.isBlank()) {
      return DEFAULT;
    }
    try {
      List<Locale> offered = AVAILABLE.stream().map(Locale::forLanguageTag).toList();
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), offered);
      return found == null ? DEFAULT : found.getLanguage();
    } catch (IllegalArgumentException malformed) {
      return DEFAULT;
    }
  }

  /**
   * Share of English's sentences that a language has, 0–1; whatever is missing is shown in English.
   */
  public static double translatedRatio(String language) {
    return TRANSLATED.computeIfAbsent(language, Languages::counted);
  }

  private static double counted(String language) {
    Set<String> english = words(DEFAULT).keySet();
    Set<String> own = words(language).keySet();
    return (double) english.stream().filter(own::contains).count() / english.size();
  }

  /** False for a language whose file says that no speaker has read it through. */
  public static boolean isReviewed(String language) {
    return !"draft".equals(words(language).get("language.review"));
  }

  /** Sentences of a language by key. */
  static Map<String, String> words(String language) {
    return WORDS.computeIfAbsent(
        language, asked -> WordFiles.sentences(FILES.getOrDefault(asked, List.of())));
  }
}
