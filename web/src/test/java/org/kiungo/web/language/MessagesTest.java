package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.page.Figures;
import org.kiungo.web.policy.Readiness;

class MessagesTest {

  private static final Pattern REFUSED = Pattern.compile("new\\s+InputRefused\\(\\s*\"([^\"]+)\"");
  private static final Pattern FOREIGN = Pattern.compile("\"(file\\.foreign\\.\\w+)\"");
  private static final Pattern API =
      Pattern.compile("new\\s+ApiRefusal\\(\\s*HttpStatus\\.\\w+,\\s*\"([^\"]+)\"");
  private static final Pattern UNKNOWN = Pattern.compile("ApiRefusal\\.unknown\\(\\s*\"([^\"]+)\"");
  private static final Pattern WORDS =
      Pattern.compile("words(?:\\(\\))?\\s*\\.text\\(\\s*\"([^\"]+)\"[,)]");
  private static final Pattern FINDING = Pattern.compile("Severity\\.[A-Z]+,\\s*\"([A-Za-z.]+)\"");
  private static final Pattern UNUSABLE = Pattern.compile("Unusable\\(\\s*\"([A-Za-z.]+)\"");
  private static final Pattern TEMPLATE = Pattern.compile("#\\{([A-Za-z0-9_.-]+)[}(]");

  private static final Pattern NAMES =
      Pattern.compile("(technology|medium|ui\\.family|ui\\.technology)\\.[\\w-]+");

  static Stream<String> languages() {
    return Languages.available().stream();
  }

  @Test
  void englishAndFrenchArePresent() {
    assertThat(Languages.available()).contains("en", "fr");
  }

  @Test
  void frenchHasTheKeysOfEnglish() {
    assertThat(properties("fr").stringPropertyNames())
        .isEqualTo(properties("en").stringPropertyNames());
    assertThat(Languages.translatedRatio("fr")).isEqualTo(1);
  }

  /** Sentences that are new wait for their translators; names of publishers stay as they are. */
  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageOfOursIsWholeAndSpeaksNoEnglish(String language) {
    assertThat(Languages.translatedRatio(language)).isGreaterThan(0.97);
    Properties english = properties("en");
    Properties other = properties(language);
    assertThat(other.stringPropertyNames())
        .filteredOn(key -> !language.equals("en") && !key.startsWith("source."))
        .filteredOn(key -> other.getProperty(key).equals(english.getProperty(key)))
        .noneMatch(key -> wordsOf(english.getProperty(key)) > 3);
  }

  /** A technology is called the same wherever it is told: in tables, in legends, on the map. */
  @ParameterizedTest
  @MethodSource("languages")
  void oneThingHasOneName(String language) {
    Properties english = properties("en");
    Properties other = properties(language);
    Map<String, String> names = new TreeMap<>();
    for (String key : new TreeSet<>(english.stringPropertyNames())) {
      if (NAMES.matcher(key).matches()) {
        String first = names.computeIfAbsent(english.getProperty(key), named -> key);
        assertThat(other.getProperty(key)).as(key).isEqualTo(other.getProperty(first));
      }
    }
    assertThat(names).containsKey("Fibre to the home");
  }

  private static long wordsOf(String sentence) {
    String said = sentence.replaceAll("\\{[^}]*}|[\\w./-]+\\.(json|csv)|--\\w+|https?\\S+", "");
    return Pattern.compile("\\b[a-z]{3,}\\b").matcher(said).results().count();
  }

  /** A language may be partial; what it does not have is shown in English. */
  @ParameterizedTest
  @MethodSource("languages")
  void noLanguageHasKeysThatEnglishDoesNotHave(String language) {
    assertThat(properties("en").stringPropertyNames())
        .containsAll(properties(language).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everySentenceTakesTheArgumentsOfEnglish(String language) {
    Properties english = properties("en");
    Properties other = properties(language);
    for (String key : other.stringPropertyNames()) {
      assertThat(arguments(other.getProperty(key)))
          .as(language + " " + key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentenceIsEmptyAndNoKeyStandsTwice(String language) throws IOException {
    Properties found = properties(language);
    assertThat(found.values()).doesNotContain("");
    List<String> lines =
        Files.readAllLines(
                Path.of("src/main/resources/messages/messages_" + language + ".properties"))
            .stream()
            .filter(line -> line.matches("[A-Za-z].*=.*"))
            .toList();
    assertThat(lines).hasSize(found.size());
  }

  @Test
  void everyCodeAndKeyOfTheSourcesHasASentence() throws IOException {
    Set<String> known = properties("en").stringPropertyNames();
    Set<String> used = new TreeSet<>();
    for (String module :
        List.of("../planner/model", "../planner/verify", "../planner/engine", "../geodata", ".")) {
      for (Path source : sources(Path.of(module, "src/main/java"), ".java")) {
        String text = Files.readString(source);
        collect(REFUSED, text, "error.", "", used);
        collect(FOREIGN, text, "error.", "", used);
        collect(API, text, "error.", "", used);
        collect(UNKNOWN, text, "error.", ".unknown", used);
        collect(WORDS, text, "", "", used);
      }
    }
    assertThat(used).hasSizeGreaterThan(5);
    used.removeAll(known);
    assertThat(used).as("keys without a sentence").isEmpty();
  }

  @Test
  void everyFindingHasASentenceAndARemedy() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path source : sources(Path.of("../geodata/src/main/java"), ".java")) {
      String text = Files.readString(source);
      collect(FINDING, text, "finding.", "", used);
      collect(UNUSABLE, text, "finding.", "", used);
    }
    assertThat(used).contains("finding.nullIsland", "finding.ringNotClosed");
    Set<String> all = new TreeSet<>(used);
    used.forEach(key -> all.add(key + ".remedy"));
    all.removeAll(properties("en").stringPropertyNames());
    assertThat(all).as("findings without a sentence").isEmpty();
  }

  @Test
  void everyKeyOfTheTemplatesHasASentence() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path template : sources(Path.of("src/main/resources/templates"), ".html")) {
      collect(TEMPLATE, Files.readString(template), "", "", used);
    }
    assertThat(properties("en").stringPropertyNames()).containsAll(used);
  }

  /** As 93,8 %: a narrow space that does not break; patterns of numbers stand in braces. */
  @Test
  void inFrenchANarrowSpaceStandsBeforePerCent() {
    properties("fr")
        .forEach(
            (key, sentence) ->
                assertThat(sentence.toString())
                    .as(key.toString())
                    .doesNotContainPattern("[0-9#}.,  ]%(?!n)"));
  }

  /**
   * A space stands before what is made of two signs, and within guillemets; what is typed stands as
   * it is typed.
   */
  @Test
  void inFrenchASpaceStandsBeforeSignsOfTwoParts() {
    Properties french = properties("fr");
    // titles of works, which keep their language: CitationsTest looks at these
    french.keySet().removeIf(key -> key.toString().startsWith("reason."));
    french.forEach(
        (key, sentence) ->
            assertThat(sentence.toString().replaceAll("Authorization: |\"[^\"]*\": |NOLOGIN; ", ""))
                .as(key.toString())
                .doesNotContainPattern(
                    "[^\\s\u00a0\u202f][:;?!](?=[\\s<|]|$)|[^\\s\u00a0\u202f]»|«[^\\s\u00a0\u202f]"));
  }

  /** A line may not end before what is made of two signs, nor within guillemets. */
  @Test
  void inFrenchTheSpaceBeforeSignsDoesNotBreak() throws IOException {
    Properties all = properties("fr");
    try (Reader lab =
        Files.newBufferedReader(
            Path.of("../planner/lab/src/main/resources/messages/lab_fr.properties"))) {
      all.load(lab);
    }
    all.forEach(
        (key, sentence) ->
            assertThat(sentence.toString())
                .as(key.toString())
                .doesNotContainPattern(" [:;?!»](?!\\w)|^[:;?!»]|« "));
  }

  /** A line may not end between a number and its unit; some languages say the unit first. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "pt", "ar", "es", "sw"})
  void aUnitStaysWithItsNumber(String language) {
    Pattern apart =
        Pattern.compile(
            "[}\\d] (Mbit/s|Mbps|km²?|[GM]Hz|k?Wh?|kWc|GB|m?s|mm?|Go|Mo|ko|USD|ans?)(?![\\p{L}\\d/’'²-])");
    Pattern first = Pattern.compile("(?<![\\p{L}\\d/])(USD|km²?|Mbps|GB|ms|m) (?=\\{)");
    properties(language)
        .forEach(
            (key, sentence) ->
                assertThat(sentence.toString().replaceAll("(?s)%n.*", ""))
                    .as(language + " " + key)
                    .doesNotContainPattern(apart)
                    .doesNotContainPattern(language.equals("sw") ? first : apart));
  }

  /** A mast is no tower here: what carries the radios of a site, and what has its price. */
  @ParameterizedTest
  @CsvSource({
    "pt, (?i)mastro",
    "es, (?i)mástil",
    "ar, صار|صوار",
    "sw, (?i)m[i]?lingoti",
  })
  void aMastHasOneName(String language, String name) {
    Properties other = properties(language);
    properties("en")
        .forEach(
            (key, sentence) -> {
              if (sentence.toString().matches("(?si).*\\bmasts?\\b.*")) {
                assertThat(other.getProperty(key.toString()))
                    .as(language + " " + key)
                    .containsPattern(name);
              }
            });
  }

  /** What English says otherwise of one than of many, every language does. */
  @ParameterizedTest
  @MethodSource("languages")
  void oneAndManyAreToldApart(String language) {
    Properties english = properties("en");
    Properties other = properties(language);
    assertThat(other.stringPropertyNames())
        .filteredOn(key -> english.getProperty(key).contains(",choice,"))
        .filteredOn(key -> !other.getProperty(key).contains(",choice,"))
        .isSubsetOf("ui.plan.adds", "ui.plan.adds-basic");
  }

  /** Two, three to ten, and more than ten of something have forms of their own. */
  @Test
  void inArabicAFewAreNotMany() {
    Pattern nouns = Pattern.compile("\\{(\\d),choice,[^{}]*\\|1<[^{}]*\\{\\1[^{}]*} \\p{L}");
    Properties english = properties("en");
    Properties arabic = properties("ar");
    List<String> few =
        arabic.stringPropertyNames().stream()
            .filter(key -> nouns.matcher(english.getProperty(key)).find())
            .toList();
    assertThat(few).hasSizeGreaterThan(40);
    assertThat(few)
        .filteredOn(key -> !arabic.getProperty(key).matches("(?s).*\\|(2#|3#|10<).*"))
        .isEmpty();
  }

  /**
   * A number after an Arabic word counts as one of its script: what of a Latin name follows its
   * point would stand before it, were there no mark (U+200E) that says where the name begins.
   */
  @Test
  void inArabicNumbersOfLatinNamesKeepTheirOrder() {
    properties("ar")
        .forEach(
            (key, sentence) ->
                assertThat(sentence.toString())
                    .as(key.toString())
                    .doesNotContainPattern("\\p{IsArabic}[^\u200eA-Za-z{}]*\\d\\.[a-z]"));
  }

  /** What a plan brings people to has one name. */
  @Test
  void inFrenchTheStandardHasOneName() {
    Pattern others =
        Pattern.compile(
            "(?i)niveau standard|\\bau standard|(à|dans|sous|selon|atteignent) la norme");
    properties("fr")
        .forEach(
            (key, sentence) ->
                assertThat(sentence.toString()).as(key.toString()).doesNotContainPattern(others));
  }

  /** What a library says of a shape, and kinds of shapes. */
  @Test
  void shapesAreToldInTheReadersLanguage() {
    Finding finding =
        Finding.of(Severity.WARNING, "geometryInvalid", SourceFile.of(Path.of("pom.xml")), "");
    String french =
        new FindingWords(Words.in("fr")).say(finding.withValue("Self-intersection", ""), false);
    assertThat(french).contains("son contour se croise").doesNotContain("Self");
  }

  /** As 93.8%, whoever writes it: patterns of numbers, pages and scripts alike. */
  @Test
  void inEnglishNothingStandsBeforePerCent() {
    properties("en")
        .forEach(
            (key, sentence) ->
                assertThat(sentence.toString())
                    .as(key.toString())
                    .doesNotContainPattern("[0-9#}]\\h%"));
  }

  /** What scripts and templates put between two words is a sentence too. */
  @Test
  void inFrenchASpaceStandsBeforeColonsAndSemicolons() throws IOException {
    Words french = Words.in("fr");
    assertThat(french.joined(List.of("0 ms", "Centre"))).isEqualTo("0 ms\u00a0; Centre");
    assertThat(french.named("Union africaine", "100")).isEqualTo("Union africaine\u00a0: 100");
    assertThat(Figures.of(Locale.FRENCH).communities("EAC, ECOWAS")).isEqualTo("EAC, CEDEAO");
    for (Path script : sources(Path.of("src/main/resources/static/js"), ".js")) {
      assertThat(Files.readString(script))
          .as(script.toString())
          .doesNotContainPattern("(?<!\\w)'[;:] '|\\}[;:] [^`\\n]*\\$\\{");
    }
    for (Path template : sources(Path.of("src/main/resources/templates"), ".html")) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContainPattern("'[;:] '|</span>[;:] <span");
    }
  }

  /** Titles stay as they were published; who publishes what is told in the reader's language. */
  @Test
  void sourcesOfReadinessAreToldInFrench() {
    Figures french = Figures.of(Locale.FRENCH);
    for (var country : Reference.builtIn().countries()) {
      for (Readiness.Item each :
          Readiness.of(Reference.builtIn(), country.iso3(), LocalDate.of(2025, 12, 31)).items()) {
        if (!each.source().matches("algeriatech.news 2026|Digital Policy.*|Bizweek.*|")) {
          assertThat(french.source(each.source())).isNotEqualTo(each.source());
        }
      }
    }
    assertThat(french.source("ITU, SDG indicator 9.c.1")).isEqualTo("UIT, indicateur ODD 9.c.1");
  }

  @Test
  void anApostropheIsAnApostrophe() {
    assertThat(
            Words.format("l'eau et l''air : {0}", Words.in("fr").locale()).format(new Object[] {1}))
        .isEqualTo("l'eau et l'air : 1");
  }

  private static void collect(
      Pattern pattern, String text, String prefix, String suffix, Set<String> into) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      into.add(prefix + found.group(1) + suffix);
    }
  }

  private static List<Path> sources(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(ending)).toList());
    }
  }

  private static Set<String> arguments(String sentence) {
    Set<String> found = new TreeSet<>();
    collect(Pattern.compile("\\{(\\d+)"), sentence, "", "", found);
    return found;
  }

  private static Properties properties(String language) {
    String name = "/messages/messages_" + language + ".properties";
    try (Reader in =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
