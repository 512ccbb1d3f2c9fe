package org.kiungo.project;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every indicator of the Digital Public Goods Standard has its row, with tests that exist, and
 * every claim of a row a check of its own: of the files that bear it out, and where it says what
 * the program does, of the test that makes the program do it.
 */
class DigitalPublicGoodTest {

  private static final List<String> INDICATORS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9a", "9b", "9c");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d[abc]?) [^|]+ \\|([^|]+)\\|([^|]+)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

  private static final String FACTS =
      "geodata/src/main/resources/reference/facts/country_facts_long.csv";
  private static final String SCHEMAS = "planner/model/src/main/resources/schema/";
  private static final List<String> LANGUAGES = List.of("en", "fr", "pt", "ar", "es", "sw");

  /** By indicator and the words that tell a claim from the others of its row. */
  private static final Map<String, Runnable> CHECKS =
      Map.ofEntries(
          entry("1 plans are made for all 54", DigitalPublicGoodTest::countries),
          entry(
              "1 they count whom access",
              () -> held("PeopleServedTest", "rateAndDelayMakeTheLevel")),
          entry(
              "1 schools and health sites",
              () -> held("InstitutionPlanTest", "hospitalsAreConnectedFirstOrSaidToBeMissing")),
          entry(
              "1 what a plan adds is told in people",
              () -> held("TodayPlanTest", "rangesHoldTheFiguresAndClassesAddUpToThem")),
          entry(
              "2 software is under Apache",
              () -> says("LICENSE", "Apache License", "Version 2.0, January 2004")),
          entry("2 data in the jar keep", DigitalPublicGoodTest::sources),
          entry(
              "2 every library comes with",
              () -> held("ExecutableJarTest", "everyLibraryComesWithTheTextOfItsLicence")),
          entry(
              "3 CITATION names the authors",
              () -> says("CITATION.cff", "license: Apache-2.0", "authors:", "name: Kiungo")),
          entry(
              "3 NOTICE has the copyright line",
              () ->
                  says(
                      "NOTICE",
                      "Copyright 2026 the Kiungo authors",
                      "Apache License, Version 2.0")),
          entry(
              "4 Java 17 and Maven",
              () -> says("pom.xml", "<maven.compiler.release>17</maven.compiler.release>")),
          entry("4 no page asks another host", DigitalPublicGoodTest::noOtherHost),
          entry("4 the database is embedded", DigitalPublicGoodTest::twoDatabases),
          entry("4 OptaPlanner stands in", DigitalPublicGoodTest::optaPlannerApart),
          entry(
              "5 for those who use it",
              () -> longerThan(5_000, "README.md", "web/docs/screens.md")),
          entry(
              "5 for those who run it",
              () -> longerThan(5_000, "web/docs/operations.md", "web/docs/accounts.md")),
          entry(
              "5 for those who change it",
              () -> longerThan(5_000, "ARCHITECTURE.md", "CONTRIBUTING.md")),
          entry(
              "5 the API is described",
              () -> held("OpenApiTest", "everyOperationIsNamedAfterItsAddress")),
          entry("5 notebooks are run", () -> held("NotebooksTest", "everyCellRuns")),
          entry(
              "5 tests hold documents", () -> held("DocumentsTest", "everyTestThatIsNamedExists")),
          entry("6 a plan is a folder", DigitalPublicGoodTest::schemas),
          entry("6 it goes as GeoPackage", DigitalPublicGoodTest::formats),
          entry(
              "6 imported files are kept",
              () -> held("OriginalsTest", "onlyOldOnesThatNoVersionCameFromAreDeleted")),
          entry(
              "6 kiungo backup takes",
              () -> held("BackupTest", "everyFileComesBackEqualAndTheDatabaseAsOfOneMoment")),
          entry(
              "6 what is exported is read",
              () -> held("PlanRoundTripTest", "layersAreInputsAgain")),
          entry("7 no personal data is needed", DigitalPublicGoodTest::noPersons),
          entry("7 nothing is sent to anybody", DigitalPublicGoodTest::nothingIsSent),
          entry("7 what is kept of a person", DigitalPublicGoodTest::privacyInEveryLanguage),
          entry(
              "7 kiungo erase",
              () -> held("ErasureTest", "whoIsErasedIsNamedNowhereAndTheAuditLogStaysWhole")),
          entry(
              "7 data laws of countries",
              () -> held("DataLawsTest", "everyRuleNamesItsSourceAndConfidence")),
          entry("8 HTTP problem details", () -> held("OpenApiTest", "whatDoesNotExistIsDescribed")),
          entry("8 OpenAPI 3.1", () -> held("OpenApiTest", "everyBodyHasAType")),
          entry("8 JSON Schema", DigitalPublicGoodTest::schemas),
          entry("8 GeoJSON", () -> held("RoundTripTest", "aLayerWrittenAndReadBackEqualsItself")),
          entry("8 GeoPackage", () -> held("OfdsDocumentTest", "aGeoPackageHoldsEveryMember")),
          entry(
              "8 OGC API",
              () -> {
                held("OgcConformanceTest", "core");
                held("OgcTilesTest", "tiles");
              }),
          entry("8 Frictionless", () -> held("OtherToolsTest", "aDataPackageIsWhatItSaysItIs")),
          entry(
              "8 Open Fibre",
              () -> held("OfdsDocumentTest", "whatIsReadAndWrittenIsTheSameDocument")),
          entry(
              "8 ISO 3166",
              () -> countryCodes().forEach(each -> assertThat(each).matches("[A-Z]{3}"))),
          entry("8 WCAG checks", DigitalPublicGoodTest::accessibility),
          entry(
              "8 semantic versions",
              () ->
                  assertThat(Repository.read("CITATION.cff"))
                      .containsPattern("(?m)^version: \\d+\\.\\d+\\.\\d+$")),
          entry(
              "8 a bill of materials",
              () -> held("ExecutableJarTest", "theBillOfMaterialsListsEveryLibrary")),
          entry(
              "9a SECURITY says",
              () ->
                  says(
                      "SECURITY.md",
                      "Report a vulnerability",
                      "## What holds",
                      "## What does not")),
          entry(
              "9a every requirement",
              () -> held("AsvsTableTest", "everyRequirementIsHeldByATestThatExistsOrHasAReason")),
          entry(
              "9a what can be counted on",
              () -> {
                says("README.md", "## What you can count on", "| promise | proof |");
                held("DocumentsTest", "everyTestThatACommandNamesExists");
              }),
          entry(
              "9b files are shown to",
              () -> held("ShareApiTest", "aLinkOpensOneVersionUntilItIsTakenBack")),
          entry("9b comments are texts", () -> held("TextsTest", "whatPeopleWriteIsText")),
          entry(
              "9c CODE_OF_CONDUCT says",
              () ->
                  says(
                      "CODE_OF_CONDUCT.md",
                      "Contributor Covenant, version 2.1",
                      "in private",
                      "SECURITY.md")),
          entry("9c there is no messaging", DigitalPublicGoodTest::noMessaging));

  /** A row of the page: what it claims, and the cell that names tests. */
  private record Row(List<String> claims, String tests) {}

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new TreeMap<>();
    for (MatchResult row :
        ROW.matcher(Repository.read("web/docs/digital-public-good.md")).results().toList()) {
      String evidence = LINK.matcher(row.group(2)).replaceAll("$1");
      List<String> claims = List.of(evidence.strip().split(";\\s*"));
      rows.put(row.group(1), new Row(claims, row.group(3)));
    }
    return rows;
  }

  /** One test a claim; one that no check belongs to fails, and so does a check without a claim. */
  @TestFactory
  Stream<DynamicTest> everyClaimHasACheckOfItsOwn() {
    List<DynamicTest> tests = new ArrayList<>();
    TreeSet<String> unused = new TreeSet<>(CHECKS.keySet());
    rows()
        .forEach(
            (indicator, row) -> {
              for (String claim : row.claims()) {
                String told = indicator + " " + claim;
                List<String> checks = CHECKS.keySet().stream().filter(told::startsWith).toList();
                checks.forEach(unused::remove);
                tests.add(
                    DynamicTest.dynamicTest(
                        told,
                        () -> {
                          assertThat(checks).as("checks of: " + told).hasSize(1);
                          CHECKS.get(checks.get(0)).run();
                        }));
              }
            });
    tests.add(DynamicTest.dynamicTest("no check is left over", () -> assertThat(unused).isEmpty()));
    return tests.stream();
  }

  @Test
  void everyIndicatorIsHeldByTestsThatExist() {
    Map<String, Row> rows = rows();
    assertThat(rows.keySet()).containsExactlyElementsOf(INDICATORS);
    rows.forEach(
        (indicator, row) -> {
          List<String> tests =
              TEST.matcher(row.tests()).results().map(each -> each.group(1)).toList();
          assertThat(tests).as(indicator).isNotEmpty();
          assertThat(tests)
              .allSatisfy(
                  test -> assertThat(Repository.files("/" + test + ".java")).as(test).isNotEmpty());
        });
  }

  /** A file has all these words. */
  private static void says(String file, String... words) {
    assertThat(Repository.read(file)).as(file).contains(words);
  }

  /** A test with this method is there, and nobody switched it off. */
  private static void held(String test, String method) {
    assertThat(Repository.files("/" + test + ".java")).as(test).hasSize(1);
    String source = Repository.read(Repository.files("/" + test + ".java").get(0).toString());
    assertThat(source)
        .as(test)
        .containsPattern(
            "@(Test|ParameterizedTest|TestFactory)\\b(?s:(?!\\n  }\\n).)*? " + method + "\\(")
        .doesNotContain("@Disabled");
  }

  private static void longerThan(int signs, String... documents) {
    for (String each : documents) {
      assertThat(Repository.read(each)).as(each).hasSizeGreaterThan(signs);
    }
  }

  private static TreeSet<String> countryCodes() {
    TreeSet<String> codes = new TreeSet<>();
    Repository.read(FACTS).lines().skip(1).forEach(row -> codes.add(row.split(",", 2)[0]));
    return codes;
  }

  private static void countries() {
    assertThat(countryCodes()).hasSize(54);
    held("ReferenceTest", "holdsTheFiftyFourCountries");
  }

  private static void sources() {
    says("NOTICE", "Natural Earth", "GeoNames", "World Bank", "WorldPop", "OpenStreetMap");
    held("ReferenceTest", "everyFactHasItsSourceOrIsMarked");
  }

  private static void noOtherHost() {
    says(
        "web/src/main/java/org/kiungo/web/system/SecurityHeadersFilter.java", "default-src 'self'");
    held("EveryPageTest", "pages");
    for (var each : Repository.files(".html")) {
      if (each.toString().contains("templates")) {
        assertThat(Repository.read(each.toString()))
            .as(each.toString())
            .doesNotContainPattern("(?:<script|<link|<img)[^>]+(?:src|href)=\"https?:");
      }
    }
  }

  private static void twoDatabases() {
    assertThat(Repository.files("/H2GisStoreTest.java")).hasSize(1);
    assertThat(Repository.files("/PostGisStoreTest.java")).hasSize(1);
  }

  private static void optaPlannerApart() {
    held("PlannerArchitectureTest", "optaPlannerStaysInLocalPackages");
    for (var each : Repository.files(".java")) {
      String path = "/" + each;
      if (path.contains("/src/main/") && !path.contains("/local/")) {
        assertThat(Repository.read(each.toString()))
            .as(path)
            .doesNotContain("import org.optaplanner");
      }
    }
  }

  private static void schemas() {
    List<String> schemas =
        Repository.files(".schema.json").stream()
            .map(Object::toString)
            .filter(each -> each.startsWith(SCHEMAS))
            .toList();
    assertThat(schemas).hasSizeGreaterThan(20);
    schemas.forEach(each -> says(each, "\"$schema\""));
    assertThat(schemas).anyMatch(each -> each.endsWith("links.geojson.schema.json"));
    assertThat(schemas).anyMatch(each -> each.endsWith("finance.csv.schema.json"));
    assertThat(schemas).anyMatch(each -> each.endsWith("certificate.json.schema.json"));
  }

  private static void formats() {
    for (String each :
        List.of(
            "GeoPackage",
            "GeoParquet",
            "Shapefile",
            "FlatGeobuf",
            "Xlsx",
            "Pmtiles",
            "DataPackage")) {
      assertThat(Repository.files("/" + each + "Writer.java")).as(each).hasSize(1);
    }
    says("web/docs/exports.md", "`gpkg`", "`parquet`", "`shp`", "`fgb`", "`xlsx`", "`pmtiles`");
  }

  /** No column of what may be imported asks for a person. */
  private static void noPersons() {
    for (var each : Repository.files("/Settlement.java")) {
      assertThat(Repository.read(each.toString()))
          .contains("double population")
          .doesNotContainPattern("(?i)String (?:person|owner|phone|email|head)");
    }
  }

  /** Whoever sent anything would need something to send it with. */
  private static void nothingIsSent() {
    for (String pom : List.of("web/pom.xml", "pom.xml")) {
      assertThat(Repository.read(pom))
          .doesNotContainPattern(
              "(?i)<artifactId>[^<]*(?:-mail|sentry|analytics|telemetry|segment)");
    }
    held("EveryPageTest", "pages");
  }

  private static void privacyInEveryLanguage() {
    held("ErasureTest", "thePageSaysWhatIsKeptInBothLanguagesToAnybody");
    TreeSet<String> said = new TreeSet<>();
    for (String language : LANGUAGES) {
      Repository.read("web/src/main/resources/messages/messages_" + language + ".properties")
          .lines()
          .filter(each -> each.startsWith("ui.privacy.names.erased="))
          .forEach(said::add);
    }
    assertThat(said).as("one sentence a language, none the same").hasSize(LANGUAGES.size());
  }

  private static void accessibility() {
    says("web/docs/accessibility.md", "WCAG 2.1", "**Not conformant, or not known**");
    held("EveryPageTest", "pages");
  }

  private static void noMessaging() {
    assertThat(Repository.packages().keySet())
        .noneMatch(each -> each.matches("web\\.(?:.*\\.)?(?:mail|chat|message|messaging|inbox)"));
    held("CommentApiTest", "aCommentIsKeptAsTypedResolvedAndTravelsWithThePlan");
  }
}
