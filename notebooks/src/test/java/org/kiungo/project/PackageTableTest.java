package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table of packages is what the sources say; after a class was added or a door opened, {@code
 * -Dkiungo.write=true} writes it anew.
 */
class PackageTableTest {

  private static final String TABLE = "notebooks/docs/packages.md";
  private static final String SOURCES = "/src/main/java/";

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:static|final|abstract|sealed|non-sealed) )*"
              + "(?:class|record|interface|enum|@interface) \\w+");

  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("/\\*\\*(.*?)(?:\\.\\s|\\.?\\s*\\*/)", Pattern.DOTALL);

  private static final String HEAD =
      """
      # Packages

      Every package of the product and of the laboratory, without `org.kiungo`, by module: source \
      files, public types among them (its doors), and what its documentation says first. No package \
      has more than 40 files, no file more than 600 lines. Written by `mvn -pl notebooks -am test \
      -Dtest=PackageTableTest -Dkiungo.write=true -Dsurefire.failIfNoSpecifiedTests=false`.

      | package | files | public types | holds |
      |---|--:|--:|---|
      """;

  /** One package's row. */
  private record Row(int files, int publicTypes, String holds) {

    Row with(String source, boolean isInfo) {
      Matcher types = PUBLIC_TYPE.matcher(source);
      return new Row(
          files + 1, publicTypes + (types.find() ? 1 : 0), isInfo ? firstSentence(source) : holds);
    }
  }

  @Test
  void theTableIsWhatTheSourcesSay() throws IOException {
    String table = table();
    assertThat(table.lines().count()).isGreaterThan(80);
    if (Boolean.getBoolean("kiungo.write")) {
      Files.writeString(Repository.ROOT.resolve(TABLE), table);
    }
    assertThat(Repository.read(TABLE))
        .as(TABLE + ", written anew with -Dkiungo.write=true")
        .isEqualTo(table);
  }

  private static String table() {
    SortedMap<String, SortedMap<String, Row>> modules = new TreeMap<>();
    for (Path file : Repository.files(".java")) {
      String path = "/" + file.toString().replace('\\', '/');
      int at = path.indexOf(SOURCES);
      if (at >= 0) {
        String folder = path.substring(at + SOURCES.length(), path.lastIndexOf('/'));
        String name = folder.replace('/', '.').replaceFirst("^org\\.kiungo\\.", "");
        boolean isInfo = file.endsWith("package-info.java");
        modules
            .computeIfAbsent(path.substring(1, at), each -> new TreeMap<>())
            .merge(
                name,
                new Row(0, 0, "").with(Repository.read(file.toString()), isInfo),
                (a, b) ->
                    new Row(
                        a.files + b.files,
                        a.publicTypes + b.publicTypes,
                        a.holds.isEmpty() ? b.holds : a.holds));
      }
    }
    StringBuilder table = new StringBuilder(HEAD);
    modules.forEach(
        (module, packages) -> {
          table.append(
              "| **%s** | %s | %s | %d packages |\n"
                  .formatted(module, sum(packages, true), sum(packages, false), packages.size()));
          packages.forEach(
              (name, row) ->
                  table.append(
                      "| `%s` | %d | %d | %s |\n"
                          .formatted(name, row.files, row.publicTypes, row.holds)));
        });
    return table.toString();
  }

  private static int sum(SortedMap<String, Row> packages, boolean files) {
    return packages.values().stream().mapToInt(r -> files ? r.files : r.publicTypes).sum();
  }

  private static String firstSentence(String source) {
    Matcher sentence = FIRST_SENTENCE.matcher(source);
    assertThat(sentence.find()).as(source).isTrue();
    return sentence
        .group(1)
        .replaceAll("\\s+(\\*\\s+)?", " ")
        .replaceAll("<ul>.*|<p>.*", "")
        .replaceAll("\\{@(?:link|code) (?:[a-z]+\\.)*#?([^}]*)}", "`$1`")
        .strip();
  }
}
