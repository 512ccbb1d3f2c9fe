package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script finds the words it asks for among those its screen fetches. */
class WordsOfScreensTest {

  private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
  private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'\\./([\\w-]+)\\.js'");
  private static final Pattern KEY = Pattern.compile("['`](ui\\.[\\w-]+)[.'`]");
  private static final Pattern PART = Pattern.compile("'(\\w+)'");
  private static final Pattern FETCHED =
      Pattern.compile("more\\(('\\w+')\\)|\\[([^\\]]*)\\]\\.map\\(more\\)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "africa",
        "country",
        "scenario",
        "explore",
        "compare",
        "services",
        "data",
        "network-merge",
        "runs"
      })
  void theWordsOfAScreenComeWithIt(String screen) {
    Set<String> scripts = new TreeSet<>();
    collect(screen, scripts);
    assertThat(scripts).contains("words");
    MessagesController words = new MessagesController();
    Set<String> known = new TreeSet<>(groups(words.messages("en").getBody().keySet()));
    Set<String> asked = new TreeSet<>();
    for (String script : scripts) {
      String text = source(script);
      KEY.matcher(text).results().forEach(each -> asked.add(each.group(1)));
      Matcher fetched = FETCHED.matcher(text);
      while (fetched.find()) {
        PART.matcher(fetched.group())
            .results()
            .forEach(
                part -> known.addAll(groups(words.part("en", part.group(1)).getBody().keySet())));
      }
    }
    assertThat(asked).isNotEmpty();
    asked.removeAll(known);
    assertThat(asked).as("words that " + screen + " does not fetch").isEmpty();
  }

  /** The first two parts of keys, such as {@code ui.run}. */
  private static Set<String> groups(Set<String> keys) {
    Set<String> groups = new TreeSet<>();
    for (String key : keys) {
      String[] parts = key.split("\\.");
      groups.add(parts[0] + "." + parts[1]);
    }
    return groups;
  }

  private static void collect(String script, Set<String> found) {
    if (found.add(script)) {
      IMPORT.matcher(source(script)).results().forEach(each -> collect(each.group(1), found));
    }
  }

  private static String source(String script) {
    try {
      return Files.readString(SCRIPTS.resolve(script + ".js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
