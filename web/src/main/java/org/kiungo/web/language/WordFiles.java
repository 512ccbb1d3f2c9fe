package org.kiungo.web.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every {@code messages/messages_<lang>.properties} on the class path, those of one language taken
 * together: a jar may bring a language, a part of one, or words for what it adds. Of a key that
 * stands twice Kiungo's own sentence counts, else that of the file whose address sorts first.
 */
final class WordFiles {

  private static final Pattern FILE = Pattern.compile("messages_([a-z]{2,3})\\.properties");

  private WordFiles() {}

  /** Sentences by language and key. */
  static SortedMap<String, Map<String, String>> read(ClassLoader loader) {
    SortedMap<String, Map<String, String>> languages = new TreeMap<>();
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver(loader)
              .getResources("classpath*:messages/messages_*.properties");
      for (Resource file : Arrays.stream(files).sorted(ownFirst()).toList()) {
        Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
        if (name.matches()) {
          Map<String, String> words =
              languages.computeIfAbsent(name.group(1), language -> new TreeMap<>());
          properties(file).forEach((key, text) -> words.putIfAbsent((String) key, (String) text));
        }
      }
      return languages;
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

  private static Properties properties(Resource file) throws IOException {
    try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    }
  }
}
