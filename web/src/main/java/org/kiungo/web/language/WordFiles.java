package org.kiungo.web.language;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every {@code messages/messages_<lang>.properties} on the class path, those of one language taken
 * together: a jar may bring a language, a part of one, or words for what it adds. Of a key that
 * stands twice Kiungo's own sentence counts, else that of the file whose address sorts first.
 */
final class WordFiles {

  private static final Pattern MESSAGES = Pattern.compile("messages_([a-z]{2,3})\\.properties");
  private static final Pattern REASONS = Pattern.compile("reasons_([a-z]{2,3})\\.json");

  private WordFiles() {}

  /** The files of sentences of each language; nothing of them is read. */
  static SortedMap<String, List<Resource>> messages(ClassLoader loader) {
    return find(loader, "messages_*.properties", MESSAGES);
  }

  /** Sentences by key. */
  static Map<String, String> sentences(List<Resource> files) {
    return read(files, WordFiles::properties);
  }

  /**
   * What figures of the catalogue and levers rest on, in other languages than theirs: every {@code
   * messages/reasons_<lang>.json}, by language and the sentence as they have it. The sentence is
   * the key, so that one that was changed is never told by the translation of the old one.
   */
  static SortedMap<String, Map<String, String>> reasons(ClassLoader loader) {
    SortedMap<String, Map<String, String>> languages = new TreeMap<>();
    find(loader, "reasons_*.json", REASONS)
        .forEach((language, files) -> languages.put(language, read(files, WordFiles::reasons)));
    return languages;
  }

  private static SortedMap<String, List<Resource>> find(
      ClassLoader loader, String files, Pattern named) {
    SortedMap<String, List<Resource>> languages = new TreeMap<>();
    for (Resource file : find(loader, files).sorted(ownFirst()).toList()) {
      Matcher name = named.matcher(String.valueOf(file.getFilename()));
      if (name.matches()) {
        languages.computeIfAbsent(name.group(1), language -> new ArrayList<>()).add(file);
      }
    }
    return languages;
  }

  private static Map<String, String> read(
      List<Resource> files, Function<Resource, Map<?, ?>> content) {
    Map<String, String> words = new TreeMap<>();
    for (Resource each : files) {
      content.apply(each).forEach((key, text) -> words.putIfAbsent((String) key, (String) text));
    }
    return words;
  }

  private static Stream<Resource> find(ClassLoader loader, String files) {
    try {
      return Arrays.stream(
          new PathMatchingResourcePatternResolver(loader)
              .getResources("classpath*:messages/" + files));
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

  private static Map<?, ?> reasons(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return JsonMapper.shared().readValue(in, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
