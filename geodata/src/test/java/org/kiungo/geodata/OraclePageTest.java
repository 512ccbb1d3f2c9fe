package org.kiungo.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every test that the page of oracles names is there. */
class OraclePageTest {

  private static final Pattern NAMED = Pattern.compile("`([a-z.]*[A-Z]\\w+Test)#(\\w+)`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    String page = Files.readString(Path.of("docs/oracles.md"));
    List<MatchResult> named = NAMED.matcher(page).results().toList();
    assertThat(named).hasSizeGreaterThan(25);
    assertThat(named).allSatisfy(each -> assertThat(tests(each.group(1))).contains(each.group(2)));
  }

  private static List<String> tests(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName("org.kiungo.geodata." + name);
    return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).toList();
  }
}
