package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every indicator of the Digital Public Goods Standard has its row, with tests that exist; what no
 * other test looks at is looked at here.
 */
class DigitalPublicGoodTest {

  private static final List<String> INDICATORS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9a", "9b", "9c");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d[abc]?) [^|]+ \\|([^|]+)\\|([^|]+)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyIndicatorIsHeldByTestsThatExist() {
    Map<String, String> rows = new TreeMap<>();
    for (MatchResult row :
        ROW.matcher(Repository.read("web/docs/digital-public-good.md")).results().toList()) {
      rows.put(row.group(1), row.group(3));
      assertThat(row.group(2)).as("evidence of " + row.group(1)).isNotBlank();
    }
    assertThat(rows.keySet()).containsExactlyElementsOf(INDICATORS);
    rows.forEach(
        (indicator, named) -> {
          List<String> tests = TEST.matcher(named).results().map(each -> each.group(1)).toList();
          assertThat(tests).as(indicator).isNotEmpty();
          assertThat(tests)
              .allSatisfy(
                  test -> assertThat(Repository.files("/" + test + ".java")).as(test).isNotEmpty());
        });
  }

  @Test
  void licenceAndOwnerAreNamedTheSameEverywhere() {
    assertThat(Repository.read("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    assertThat(Repository.read("CITATION.cff")).contains("license: Apache-2.0", "name: Kiungo");
    assertThat(Repository.read("NOTICE"))
        .contains("Copyright 2026 the Kiungo authors", "Apache License, Version 2.0");
  }

  @Test
  void whoIsHarassedKnowsWhomToTell() {
    assertThat(Repository.read("CODE_OF_CONDUCT.md"))
        .contains("Contributor Covenant, version 2.1", "in private", "SECURITY.md");
    assertThat(Repository.read("SECURITY.md")).contains("Report a vulnerability");
  }
}
