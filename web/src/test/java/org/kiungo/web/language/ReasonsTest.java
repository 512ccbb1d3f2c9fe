package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.Levers;

/** Holds the French of what figures and levers rest on to what they say. */
class ReasonsTest {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Z}]*[^\\s\\p{Z},;:.)]");
  private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z\\d.])\\d+(?:\\.\\d+)*");

  private final Map<String, String> french = Languages.reasons("fr");

  @Test
  void everyFigureAndEveryLeverHasItsReasonInFrenchAndNoneIsLeftOver() {
    TreeSet<String> reasons = new TreeSet<>();
    Levers.all().forEach(lever -> reasons.add(lever.source()));
    figures(
            List.of(
                CatalogueReader.withBorders(CatalogueReader.builtIn()),
                CatalogueReader.builtInServices(),
                CatalogueReader.builtInInstitutions()))
        .forEach(figure -> reasons.add(figure.source()));
    assertThat(reasons).hasSizeGreaterThan(100);
    assertThat(french.keySet()).isEqualTo(reasons);
  }

  @Test
  void theFrenchHasTheNumbersAndAddressesOfTheCatalogue() {
    french.forEach(
        (english, told) -> {
          String plain =
              ADDRESS.matcher(english).replaceAll("").replaceAll("(?<=\\d),(?=\\d{3})", "");
          String same =
              ADDRESS
                  .matcher(told)
                  .replaceAll("")
                  .replaceAll("(?<=\\d)\u202f(?=\\d{3})", "")
                  .replaceAll("(?<=\\d),(?=\\d)", ".");
          assertThat(found(NUMBER, same)).as(told).isEqualTo(found(NUMBER, plain));
          assertThat(found(ADDRESS, told)).as(told).isEqualTo(found(ADDRESS, english));
        });
  }

  /** Hard spaces before signs of two parts, within guillemets, in numbers and before units. */
  @Test
  void theFrenchIsSetAsFrenchIs() {
    french
        .values()
        .forEach(
            told ->
                assertThat(ADDRESS.matcher(told).replaceAll("x"))
                    .doesNotContainPattern(
                        "[^\u00a0](?:[:;?!](?=[\\s<]|$)|»)(?<!Landscape:|aid:|coverage:|poa!)")
                    .doesNotContainPattern("«[^\u00a0]|[^\u202f]%|'|\\d \\d{3}(?!\\d)")
                    .doesNotContainPattern(
                        "\\d (?:[MGT]bit/s|km²?|[GM]Hz|k?Wh?|m?s|m|USD)(?!\\p{L})"));
  }

  @Test
  void aReasonIsToldInTheReadersLanguageAndAsItIsInOthers() {
    String reason = "Two or three mesh hops of 2–5 ms each way";
    assertThat(Words.in("fr").source(reason)).startsWith("Deux ou trois bonds");
    assertThat(Words.in("en").source(reason)).isEqualTo(reason);
    assertThat(Words.in("fr").source("Somebody's own reason")).isEqualTo("Somebody's own reason");
  }

  /** A body has one name in a language; its works keep their titles. */
  @Test
  void publishersAreCalledAsTheReaderCallsThem() {
    Words words = Words.in("fr");
    assertThat(words.source("UNCTAD, Data Protection and Privacy Legislation Worldwide"))
        .isEqualTo("CNUCED, Data Protection and Privacy Legislation Worldwide");
    assertThat(words.source("Nobody; World Bank, press release of 5 December 2023; UNICEF, a"))
        .isEqualTo("Nobody; Banque mondiale, press release of 5 December 2023; UNICEF, a");
    assertThat(words.source("WorldPop, WHO, UN of all, WHO"))
        .isEqualTo("WorldPop, OMS, UN of all, OMS");
    assertThat(Words.in("en").source("ITU, a; AU")).isEqualTo("ITU, a; AU");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Stream<Figure> figures(Object within) {
    if (within instanceof Figure figure) {
      return Stream.of(figure);
    }
    if (within instanceof List<?> list) {
      return list.stream().flatMap(ReasonsTest::figures);
    }
    return within instanceof Record entry
        ? Stream.of(entry.getClass().getRecordComponents())
            .flatMap(each -> figures(value(each, entry)))
        : Stream.empty();
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
