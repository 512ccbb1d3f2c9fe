package org.kiungo.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.web.language.Words;

/** Every sentence that a template or a script asks for by its full key exists. */
class PageWordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern KEY =
      Pattern.compile("(?:#\\{|text\\(\\s*')(ui\\.[\\w.-]*\\w)(?=['}(])");

  @Test
  void templatesAndScriptsAskForWordsThatExist() throws IOException {
    SortedSet<String> missing = new TreeSet<>();
    int found = 0;
    for (Path file : files()) {
      var keys = KEY.matcher(Files.readString(file));
      while (keys.find()) {
        found++;
        if (!Words.in("en").has(keys.group(1))) {
          missing.add(file.getFileName() + ": " + keys.group(1));
        }
      }
    }
    assertEquals(List.of(), List.copyOf(missing));
    assertEquals(true, found > 100, "only " + found + " keys were found: the pattern is wrong");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(RESOURCES)) {
      return all.filter(each -> each.toString().matches(".*\\.(html|js)")).toList();
    }
  }
}
