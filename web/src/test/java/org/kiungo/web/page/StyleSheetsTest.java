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

/** Pages turn round for languages that run from right to left, so no rule names left or right. */
class StyleSheetsTest {

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern PHYSICAL =
      Pattern.compile(
          "(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\\w+)?"
              + "|border-(?:top|bottom)-(?:left|right)-radius");
  private static final Pattern SIDED = Pattern.compile("float|clear|text-align");

  @Test
  void noRuleNamesASideOutsideTheMapLibrary() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> sheets = Files.list(Path.of("src/main/resources/static/css"))) {
      for (Path sheet : sheets.sorted().toList()) {
        String text = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
        Matcher rules = RULE.matcher(text);
        int count = 0;
        while (rules.find()) {
          count++;
          String selector = rules.group(1).strip();
          if (!Stream.of(selector.split(",")).allMatch(each -> each.contains(".leaflet-"))) {
            Stream.of(rules.group(2).split(";"))
                .filter(StyleSheetsTest::isSided)
                .forEach(each -> wrong.add(sheet.getFileName() + ": " + selector + " " + each));
          }
        }
        assertThat(count).as(sheet + " was read").isGreaterThan(5);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void sidesAreFound() {
    assertThat(
            Stream.of("left:0", "margin-left:1px", "text-align:right", "padding:1px 2px 3px 4px"))
        .allMatch(StyleSheetsTest::isSided);
    assertThat(
            Stream.of(
                "inset-inline-start:0", "text-align:end", "padding:1px 2px 3px 2px", "margin:0"))
        .noneMatch(StyleSheetsTest::isSided);
  }

  private static boolean isSided(String declaration) {
    String[] parts = declaration.strip().split(":", 2);
    if (parts.length < 2) {
      return false;
    }
    String property = parts[0].strip();
    String value = parts[1].strip();
    if (PHYSICAL.matcher(property).matches()) {
      return true;
    }
    if (SIDED.matcher(property).matches()) {
      return value.equals("left") || value.equals("right");
    }
    String[] sides = value.split("\\s+");
    return property.matches("margin|padding|inset|border-width")
        && sides.length == 4
        && !value.contains("(")
        && !sides[1].equals(sides[3]);
  }
}
