package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.vector.JsonText;

/**
 * JSONTestSuite: what must be JSON is refused only for not being GeoJSON, what must not be is
 * refused as broken, and either way nothing crashes.
 */
class JsonTestSuiteTest {

  @Test
  void everyCaseIsJudgedAsTheSuiteDemands() throws IOException {
    Path suites = TestData.path("robustness/suites");
    List<Path> cases;
    try (var files = Files.walk(suites)) {
      cases =
          files
              .filter(p -> p.getFileName().toString().matches("[yni]_.*\\.json"))
              .sorted()
              .toList();
    }
    assertThat(cases.size()).isGreaterThan(150);
    for (Path path : cases) {
      String name = path.getFileName().toString();
      boolean broken = isBroken(path);
      if (name.startsWith("y_")) {
        assertThat(broken).as(name + " " + Refusals.of(path)).isFalse();
      } else if (name.startsWith("n_")) {
        assertThat(broken).as(name).isTrue();
      }
      assertThat(Refusals.of(path)).as(name).isNotEqualTo("opened");
    }
  }

  /** Whether the JSON parser refuses it, apart from what is asked of GeoJSON. */
  private static boolean isBroken(Path path) throws IOException {
    if (Files.size(path) == 0) {
      return true;
    }
    SourceFile file = SourceFile.of(path);
    try (var parser = JsonText.open(file)) {
      if (parser.nextToken() == null) {
        return true;
      }
      parser.skipChildren();
      if (parser.currentToken() == tools.jackson.core.JsonToken.VALUE_STRING) {
        parser.getString();
      }
      JsonText.expectEnd(parser, file);
      return false;
    } catch (tools.jackson.core.JacksonException
        | org.kiungo.planner.model.value.InputRefused broken) {
      return true;
    }
  }
}
