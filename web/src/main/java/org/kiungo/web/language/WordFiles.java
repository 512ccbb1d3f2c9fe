package org.kiungo.web.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every {@code messages/messages_<lang>.properties} on the class path, those of one language taken
 * together: a jar may bring a language, a part of one, or words for what it adds. Of a key that
 * stands twice Kiungo's own sentence counts, else that of the file whose address sorts first.
 */
final class WordFiles {

  private static final Pattern MESSAGES = Pattern.compile("messages_([a-z]{2,3})\\.properties");

  private WordFiles() {}

  /** The files of sentences of each language; nothing of them is read. */
  static SortedMap<String, List<Resource>> messages(ClassLoader loader) {
    SortedMap<String, List<Resource>> languages = new TreeMap<>();
    for (Resource file : find(loader).sorted(ownFirst()).toList()) {
      Matcher name = MESSAGES.matcher(String.valueOf(file.getFilename()));
      if (name.matches()) {
        languages.computeIfAbsent(name.group(1), language -> new ArrayList<>()).add(file);
      }
    }
    return languages;
  }

  /** Sentences by key. */
  static Map<String, String> sentences(List<Resource> files) {
    Map<String, String> words = new TreeMap<>();
    for (Resource each : files) {
      properties(each).forEach((key, text) -> words.putIfAbsent((String) key, (String) text));
    }
    return words;
  }

  private static Stream<Resource> find(ClassLoader loader) {
    try {
      return Arrays.stream(
          new PathMatchingResourcePatternResolver(loader)
              .getResources("classpath*:messages/messages_*.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Comparator<Resource> ownFirst() {
    String path = WordFiles.class.getName().replace('.', '/') + ".class";
    String here = WordFiles.class.getClassLoader().getResource(path).toString();
    String root = here.substring(0, here.length() - path.length());
    return Comparator.comparing((Resource file) -> !address(file).startsWith(root))
        .thenComparing(WordFiles::address);
  }

  private static String address(Resource file) {
    try {
      return file.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> properties(Resource file) {
    try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
