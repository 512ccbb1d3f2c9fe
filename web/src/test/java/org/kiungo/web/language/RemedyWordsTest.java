package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.HazardEffect;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.FibreLine.Status;

/** What a remedy tells users to write is of their own language, and is read. */
class RemedyWordsTest {

  private static final Pattern QUOTED = Pattern.compile("[«“]\u00A0?([^{»”]+?)\u00A0?[»”]");

  @TempDir private Path folder;

  private static List<String> quoted(String language, String code) {
    String remedy = Words.in(language).text("finding." + code + ".remedy", "", "", "", "", "");
    return QUOTED.matcher(remedy).results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "pt", "es", "ar", "sw"})
  void statesAreWrittenAsUsersSayThem(String language) throws IOException {
    List<String> states = quoted(language, "statusUnknown");
    assertThat(states).hasSize(2).doesNotContain("operational", "planned");
    String line = "%s,\"LINESTRING(5 7,6 7)\",%s\n";
    Path file =
        Files.writeString(
            folder.resolve("s.csv"),
            "id,wkt,status\n"
                + line.formatted("a", states.get(0))
                + line.formatted("b", states.get(1)));
    assertThat(new LayerImport(CountryLookup.NONE).fibreLines(file, "TGO", null).records())
        .extracting(FibreLine::status)
        .containsExactly(Status.OPERATIONAL, Status.PLANNED);
    for (String code :
        List.of("statusUnread", "nodeStatusUnread", "stateUnread", "mastStateUnread")) {
      assertThat(quoted(language, code)).startsWith(states.toArray(String[]::new));
    }
    assertThat(quoted(language, "stateNotStanding")).containsExactly(states.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "pt", "es", "ar", "sw"})
  void closedAreasAreWrittenAsUsersSayThem(String language) {
    String word = quoted(language, "hazardEffect").get(0);
    assertThat(HazardEffect.of(word, "").map(HazardEffect::closed)).contains(true);
  }

  /** The heading that whoever has coverage by district is told to use is one that is found. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "pt", "es", "ar", "sw"})
  void theColumnOfSharesIsCalledAsTheImportFindsIt(String language) {
    String verdict = Words.in(language).text("known.coverage-by-district");
    MatchResult told =
        Pattern.compile("\\(\\p{L}+ ([\\p{L}\\d_ ]+)\\)")
            .matcher(verdict)
            .results()
            .findFirst()
            .get();
    assertThat(
            ColumnNames.guess(LayerKind.SETTLEMENTS, "coverageRatio", List.of("x", told.group(1))))
        .isEqualTo(told.group(1));
  }
}
