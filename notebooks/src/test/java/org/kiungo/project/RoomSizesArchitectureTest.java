package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No folder of sources, of the product or of tests, grows beyond what a reader takes in. */
class RoomSizesArchitectureTest {

  private static final int MOST_FILES = 25;
  private static final int MOST_LINES = 400;

  @Test
  void noPackageHasMoreThanTwentyFiveFiles() {
    Map<Path, Long> sizes =
        Repository.files(".java").stream()
            .filter(file -> file.toString().contains("src"))
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    assertThat(sizes).hasSizeGreaterThan(100);
    assertThat(sizes)
        .as("packages by number of files")
        .allSatisfy(
            (folder, files) ->
                assertThat(files).as("%s", folder).isLessThanOrEqualTo((long) MOST_FILES));
  }

  @Test
  void noFileHasMoreThanFourHundredLines() {
    Map<Path, Long> lines =
        Repository.files(".java").stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), file -> Repository.read(file.toString()).lines().count()));
    assertThat(lines)
        .as("sources by number of lines")
        .allSatisfy(
            (file, count) ->
                assertThat(count).as("%s", file).isLessThanOrEqualTo((long) MOST_LINES));
  }
}
