package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.Levers;

/** Holds what figures and levers rest on, in every language, to what they say. */
class CitationsTest {

  private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z\\d.])\\d+(?:\\.\\d+)*");

  /** Names alone, which are the same in every language. */
  private static final Pattern NAMES =
      Pattern.compile("(pytal|OnSSET), \\{0}|qubic \\([^)]*\\)(, tax_\\w+ [\\d–%]+)+");

  /** How thousands and decimals are parted where that is not as in English. */
  private static final Map<String, String[]> PARTED =
      Map.of(
          "fr", new String[] {"(?<=\\d)()\u202f(?=\\d{3})", "(?<=\\d),(?=\\d)"},
          "pt",
              new String[] {
                "(?<!TR |TS |[\\d.])(\\d{1,3})\\.(?=\\d{3}(?!\\d))", "(?<=\\d),(?=\\d)"
              },
          "es",
              new String[] {
                "(?<!TR |TS |[\\d.])(\\d{1,3})\\.(?=\\d{3}(?!\\d))", "(?<=\\d),(?=\\d)"
              });

  @Test
  void everyFigureAndEveryLeverHasItsReasonInTheBundlesAndNoneIsLeftOver() {
    TreeSet<String> reasons = new TreeSet<>();
    Levers.all().forEach(lever -> reasons.add(lever.source()));
    figures(
            List.of(
                CatalogueReader.withBorders(CatalogueReader.builtIn()),
                CatalogueReader.builtInServices(),
                CatalogueReader.builtInInstitutions()))
        .forEach(figure -> reasons.add(figure.source()));
    assertThat(reasons).hasSizeGreaterThan(100);
    assertThat(reasons.stream().map(CitationsTest::sentence).filter(each -> !isNames(each)))
        .containsExactlyInAnyOrderElementsOf(reasons("en").values());
  }

  private static boolean isNames(String sentence) {
    return NAMES.matcher(sentence).matches();
  }

  private static String sentence(String cited) {
    return Citations.sentence(cited, new ArrayList<>());
  }

  private static Map<String, String> reasons(String language) {
    return new TreeMap<>(Languages.words(language)).subMap("reason.", "reason/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "pt", "ar", "es", "sw"})
  void aReasonHasItsNumbersInEveryLanguage(String language) {
    String[] parted =
        PARTED.getOrDefault(language, new String[] {"(?<=\\d)(),(?=\\d{3})", "\u0000"});
    Map<String, String> english = reasons("en");
    Map<String, String> own = reasons(language);
    assertThat(own.keySet()).isEqualTo(english.keySet());
    own.forEach(
        (key, told) ->
            assertThat(numbers(told.replaceAll(parted[0], "$1").replaceAll(parted[1], ".")))
                .as(key + " " + told)
                .isEqualTo(numbers(english.get(key).replaceAll("(?<=\\d),(?=\\d{3})", ""))));
  }

  private static List<String> numbers(String sentence) {
    return NUMBER
        .matcher(sentence.replaceAll("\\{\\d}", ""))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  /** Hard spaces before signs of two parts, within guillemets, in numbers and before units. */
  @Test
  void theFrenchIsSetAsFrenchIs() {
    reasons("fr")
        .values()
        .forEach(
            told ->
                assertThat(told)
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
    assertThat(Words.in("sw").source(reason)).startsWith("Miruko miwili");
    assertThat(Words.in("en").source(reason)).isEqualTo(reason);
    assertThat(Words.in("fr").source("Somebody's own reason")).isEqualTo("Somebody's own reason");
  }

  /** Addresses go where the language has them. */
  @Test
  void aReasonKeepsItsAddresses() {
    String kit = "Kit in Kenya: CircleID, 13 September 2024, https://a.org/1; high: Mozambique, ";
    assertThat(Words.in("pt").source(kit + "Business Daily 2023, https://b.org/2"))
        .isEqualTo(
            "Kit no Quénia: CircleID, 13 de setembro de 2024, https://a.org/1; máximo: Moçambique,"
                + " Business Daily 2023, https://b.org/2");
  }

  @Test
  void aLawIsALawInEveryLanguage() {
    assertThat(Words.in("pt").source("Law 22/11 of 17 June 2011"))
        .isEqualTo("Lei 22/11 de 17 de junho de 2011");
    assertThat(Words.in("fr").source("Law 03/2016; Decree 25-320"))
        .isEqualTo("Loi 03/2016\u00a0; Décret 25-320");
  }

  /** A body has one name in a language; its works keep their titles. */
  @Test
  void publishersAreCalledAsTheReaderCallsThem() {
    Words words = Words.in("fr");
    assertThat(words.source("UNCTAD, Data Protection and Privacy Legislation Worldwide"))
        .isEqualTo("CNUCED, Data Protection and Privacy Legislation Worldwide");
    assertThat(words.source("Nobody; World Bank, a report; UNICEF, a"))
        .isEqualTo("Nobody\u00a0; Banque mondiale, a report\u00a0; UNICEF, a");
    assertThat(words.source("WorldPop, WHO, UN of all, WHO"))
        .isEqualTo("WorldPop, OMS, UN of all, OMS");
    assertThat(Words.in("en").source("ITU, a; AU")).isEqualTo("ITU, a; AU");
  }

  private static Stream<Figure> figures(Object within) {
    if (within instanceof Figure figure) {
      return Stream.of(figure);
    }
    if (within instanceof List<?> list) {
      return list.stream().flatMap(CitationsTest::figures);
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

  /** Notes that only their compilers know by their number are told by what they are. */
  @Test
  void whatReadersCannotKnowByItsNameIsSaidInFull() {
    assertThat(Words.in("en").source("field study 4.1"))
        .isEqualTo("notes of those who compiled the list, part 4.1, not published");
    assertThat(Words.in("fr").source("field study 4.1")).startsWith("notes de ceux qui");
    assertThat(Words.in("fr").source("GSMA Mobile Connectivity Index, 2025 edition"))
        .doesNotContain("edition");
  }
}
