package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What documents send readers to is there: files behind links, modules and tests in commands. */
class DocumentsTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("mvn [^`\\n]*-pl (\\S+)[^`\\n]*");
  private static final Pattern TYPE = Pattern.compile("T\\((org\\.kiungo[a-z.]+\\.[A-Z]\\w*)");

  /** Tests of a command; in the README {@code T} stands for most of one. */
  private static final Pattern TESTS = Pattern.compile("(?:-Dtest|`T)='?([A-Z][\\w,#*+]*+)(?!/)");

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|Benchmark))`");

  @Test
  void everyLinkLeadsToAFile() {
    List<String> broken = new ArrayList<>();
    int looked = 0;
    for (Path document : Repository.files(".md")) {
      Path here = Repository.ROOT.resolve(document).getParent();
      Matcher link = LINK.matcher(Repository.read(document.toString()));
      while (link.find()) {
        looked++;
        if (!Files.exists(here.resolve(link.group(1)))) {
          broken.add(document + " → " + link.group(1));
        }
      }
    }
    assertThat(looked).isGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  @Test
  void everyCommandNamesModulesAndTestsThatExist() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Path document : Repository.files(".md")) {
      Matcher command = COMMAND.matcher(Repository.read(document.toString()));
      while (command.find()) {
        looked++;
        List<String> modules = List.of(command.group(1).split(","));
        for (String module : modules) {
          if (!Files.exists(Repository.ROOT.resolve(module).resolve("pom.xml"))) {
            wrong.add(document + ": no module " + module);
          }
        }
        Matcher tests = TESTS.matcher(command.group());
        while (tests.find()) {
          addMissing(document + ": " + modules, tests.group(1), modules, wrong);
          if (!command.group().contains("-Dsurefire.failIfNoSpecifiedTests=false")) {
            wrong.add(document + ": ends where a module has no such test: " + command.group());
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(10);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyTestThatACommandNamesExists() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Path document : Repository.files(".md")) {
      Matcher tests = TESTS.matcher(Repository.read(document.toString()));
      while (tests.find()) {
        looked++;
        addMissing(String.valueOf(document), tests.group(1), List.of(""), wrong);
      }
    }
    assertThat(looked).isGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  /** Documents name the tests that hold what they say. */
  @Test
  void everyTestThatIsNamedExists() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Path document : Repository.files(".md")) {
      Matcher named = NAMED.matcher(Repository.read(document.toString()));
      while (named.find()) {
        looked++;
        if (Repository.files("/" + named.group(1) + ".java").isEmpty()) {
          wrong.add(document + ": no " + named.group(1));
        }
      }
    }
    assertThat(looked).isGreaterThan(80);
    assertThat(wrong).isEmpty();
  }

  /** Maven runs nothing, and says that all is well, where it finds no class of a name. */
  private static void addMissing(
      String where, String tests, List<String> modules, List<String> wrong) {
    for (String each : tests.split(",")) {
      String test = each.replaceAll("#.*", "");
      if (modules.stream().noneMatch(module -> has(module, test))) {
        wrong.add(where + ": no " + test);
      }
    }
  }

  /** A page that names a class which has moved fails only once somebody opens it. */
  @Test
  void everyClassThatATemplateNamesExists() {
    List<String> missing = new ArrayList<>();
    for (Path template : Repository.files(".html")) {
      Matcher type = TYPE.matcher(Repository.read(template.toString()));
      while (type.find()) {
        String source = "/" + type.group(1).replace('.', '/') + ".java";
        if (Repository.files(source).isEmpty()) {
          missing.add(template + ": " + type.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean has(String module, String test) {
    Pattern name = Pattern.compile(Pattern.quote(test).replace("*", "\\E.*\\Q") + "\\.java");
    return Repository.files(".java").stream()
        .filter(file -> String.valueOf(file).contains(module + "/src/test/"))
        .anyMatch(file -> name.matcher(String.valueOf(file.getFileName())).matches());
  }
}
