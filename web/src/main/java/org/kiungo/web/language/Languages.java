package org.kiungo.web.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The languages Kiungo speaks: those whose message file is present. */
public final class Languages {

  /** Spoken when nothing else is asked for, and when a sentence is missing elsewhere. */
  public static final String DEFAULT = "en";

  private static final Pattern FILE = Pattern.compile("messages_([a-z]{2,3})\\.properties");
  private static final List<String> AVAILABLE = findAvailable();

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

  private static List<String> findAvailable() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver(Languages.class.getClassLoader())
              .getResources("classpath:messages/messages_*.properties");
      List<String> found = new ArrayList<>();
      for (Resource file : files) {
        Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
        if (name.matches()) {
          found.add(name.group(1));
        }
      }
      String[] sorted = found.toArray(String[]::new);
      Arrays.sort(sorted);
      return List.of(sorted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
