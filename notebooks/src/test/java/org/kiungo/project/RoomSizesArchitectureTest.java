package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No folder of sources, of the product or of tests, grows beyond what a reader takes in. */
class RoomSizesArchitectureTest {

  private static final int MOST_FILES = 40;
  private static final int MOST_LINES = 600;

  @Test
  void noPackageIsARoomWithoutDoors() {
    Map<Path, Long> sizes =
        Repository.files(".java").stream()
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    assertThat(sizes).hasSizeGreaterThan(100);
    assertThat(above(MOST_FILES, sizes)).as("packages with more files").isEmpty();
  }

  @Test
  void noFileIsTooLongToRead() {
    Map<Path, Long> lines =
        Repository.files(".java").stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), file -> Repository.read(file.toString()).lines().count()));
    assertThat(lines).hasSizeGreaterThan(1_000);
    assertThat(above(MOST_LINES, lines)).as("sources with more lines").isEmpty();
  }

  /** Whoever opens the repository sees modules and what every project has. */
  @Test
  void nothingElseLiesAtTheTop() {
    Set<String> top =
        Repository.files("").stream()
            .map(each -> each.getName(0).toString())
            .filter(each -> !each.startsWith(".") && !each.equals("kiungo-data"))
            .collect(Collectors.toSet());
    assertThat(top)
        .isSubsetOf(
            ("pom.xml planner geodata web notebooks README.md LICENSE NOTICE ARCHITECTURE.md"
                    + " CONTRIBUTING.md CHANGELOG.md SECURITY.md CODE_OF_CONDUCT.md CITATION.cff"
                    + " mvnw mvnw.cmd")
                .split(" "));
  }

  private static List<String> above(long most, Map<Path, Long> counts) {
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > most)
        .map(each -> each.getKey() + ": " + each.getValue())
        .toList();
  }
}
