package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every requirement of the standard's first level has a row with a test that exists, or a reason;
 * every attack that was tried has one with a test.
 */
class AsvsTableTest {

  /** Requirements of level 1 in version 5.0.0. */
  private static final int LEVEL_ONE = 70;

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\|([^|]*)\\|([^|]*)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyRequirementIsHeldByATestThatExistsOrHasAReason() {
    List<MatchResult> rows = ROW.matcher(Repository.read("web/docs/asvs.md")).results().toList();
    assertThat(new HashSet<>(rows.stream().map(each -> each.group(1)).toList()))
        .hasSize(LEVEL_ONE)
        .hasSameSizeAs(rows);
    for (MatchResult row : rows) {
      List<String> tests = TEST.matcher(row.group(3)).results().map(each -> each.group(1)).toList();
      assertThat(tests.isEmpty() && row.group(4).isBlank()).as(row.group()).isFalse();
      assertThat(tests)
          .allSatisfy(
              test -> assertThat(Repository.files("/" + test + ".java")).as(test).isNotEmpty());
    }
  }

  /** Of the page on accounts: attacks, and what holds them. */
  @Test
  void everyAttackIsHeldByATestThatExists() {
    String page = Repository.read("web/docs/accounts.md");
    String table = page.substring(page.indexOf("| attack |"), page.indexOf("## What each address"));
    List<String> rows = table.lines().skip(2).filter(each -> each.startsWith("|")).toList();
    assertThat(rows).hasSizeGreaterThan(15);
    for (String row : rows) {
      List<String> tests = TEST.matcher(row).results().map(each -> each.group(1)).toList();
      assertThat(tests)
          .as(row)
          .isNotEmpty()
          .allSatisfy(
              test -> assertThat(Repository.files("/" + test + ".java")).as(test).isNotEmpty());
    }
  }
}
