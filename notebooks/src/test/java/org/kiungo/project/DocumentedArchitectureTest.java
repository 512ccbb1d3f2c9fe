package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md names every package there is and none that is not. */
class DocumentedArchitectureTest {

  /** A package of ours as rules and documents write it. */
  private static final Pattern FULL_NAME = Pattern.compile("org\\.kiungo((?:\\.[a-z]+)+)");

  private static final Pattern SHORT_NAME = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*)`");

  private static final Set<String> PACKAGES = Repository.packages().keySet();

  @Test
  void theTableListsThePackagesThatExist() {
    SortedSet<String> listed = listed();
    assertThat(listed)
        .as("packages in the table of ARCHITECTURE.md, Where things are")
        .containsAll(PACKAGES.stream().map(DocumentedArchitectureTest::house).toList());
    assertThat(PACKAGES).as("packages that the table lists").containsAll(listed);
  }

  /** Of a room within a package the package: {@code planner.deploy} of planner.deploy.local. */
  private static String house(String name) {
    return Arrays.stream(name.split("\\.")).limit(2).collect(Collectors.joining("."));
  }

  /** First column of the table; the names in a row after the first lack the part of Kiungo. */
  private static SortedSet<String> listed() {
    String document = Repository.read("ARCHITECTURE.md");
    int from = document.indexOf("## Where things are");
    String section = document.substring(from, document.indexOf("\n## ", from + 1));
    SortedSet<String> names = new TreeSet<>();
    section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(
            line -> {
              Matcher name = SHORT_NAME.matcher(line.split("\\|")[1]);
              String part = "";
              while (name.find()) {
                String full = part + name.group(1);
                assertThat(names.add(full)).as("once: " + full).isTrue();
                part = part.isEmpty() ? full.split("\\.")[0] + "." : part;
              }
            });
    return names;
  }

  @Test
  void noPackageIsSharedByModules() {
    assertThat(Repository.packages()).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
  }

  @Test
  void theBuilderOfTheBuiltInDataIsInNoModuleOfTheProduct() {
    assertThat(PACKAGES).contains("geodata.reference.build");
    assertThat(Repository.packages().get("geodata.reference.build"))
        .containsExactly("geodata/builder");
    assertThat(Repository.files("pom.xml"))
        .filteredOn(
            file ->
                Repository.read(file.toString()).contains("<artifactId>kiungo-geodata-builder<"))
        .containsExactly(Path.of("geodata", "builder", "pom.xml"));
  }

  /**
   * Its libraries weigh more than the product, and their versions are others than the product's.
   */
  @Test
  void sparkIsInOneModuleThatNothingDependsOn() {
    Path module = Path.of("planner", "spread");
    assertThat(Repository.files("pom.xml"))
        .filteredOn(file -> Repository.read(file.toString()).contains("org.apache.spark"))
        .containsExactly(module.resolve("pom.xml"));
    assertThat(Repository.files("pom.xml"))
        .filteredOn(file -> Repository.read(file.toString()).contains("kiungo-planner-spread"))
        .containsExactly(module.resolve("pom.xml"));
    assertThat(Repository.files(".java"))
        .filteredOn(
            file -> Repository.read(file.toString()).contains("import org.apache." + "spark"))
        .isNotEmpty()
        .allMatch(file -> file.startsWith(module));
    String root = Repository.read("pom.xml");
    assertThat(root.substring(0, root.indexOf("<profiles>"))).doesNotContain("spread");
  }

  @Test
  void everyPackageThatARuleNamesExists() {
    List<String> missing = new ArrayList<>();
    int looked = 0;
    for (var file : Repository.files("ArchitectureTest.java")) {
      Matcher name = FULL_NAME.matcher(withoutImports(Repository.read(file.toString())));
      while (name.find()) {
        looked++;
        if (!exists(name.group(1).substring(1))) {
          missing.add(file.getFileName() + ": " + name.group());
        }
      }
    }
    assertThat(looked).isGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  /** An empty set of classes must not pass for a rule that holds. */
  @Test
  void noRuleMayBeEmpty() {
    for (var file : Repository.files("ArchitectureTest.java")) {
      assertThat(Repository.read(file.toString()))
          .as(file.toString())
          .doesNotContain("allow" + "EmptyShould");
    }
  }

  private static boolean exists(String name) {
    return PACKAGES.stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "."));
  }

  private static String withoutImports(String source) {
    return source.replaceAll("(?m)^(import|package) .*$", "");
  }
}
