package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of the documents: each shown, none missing, few kilobytes in all. */
class PicturesTest {

  private static final Path DOCS = Path.of("docs");
  private static final long MOST_BYTES_IN_ALL = 2_050_000;
  private static final Pattern SHOWN = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");

  @Test
  void everyPictureIsShownAndEveryOneShownIsThere() throws IOException {
    List<String> shown = new ArrayList<>();
    Matcher each = SHOWN.matcher(Files.readString(DOCS.resolve("screens.md")));
    while (each.find()) {
      shown.add(each.group(1));
    }
    assertThat(names()).containsExactlyInAnyOrderElementsOf(shown);
  }

  @Test
  void allOfThemTogetherStaySmall() throws IOException {
    long bytes = 0;
    for (String name : names()) {
      bytes += Files.size(DOCS.resolve(name));
    }
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES_IN_ALL);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".md") && !name.endsWith(".R"))
          .sorted()
          .toList();
    }
  }
}
