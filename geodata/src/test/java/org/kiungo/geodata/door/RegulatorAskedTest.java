package org.kiungo.geodata.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.proposal.Proposals;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.reference.Reference;

/** What regulators are asked about their tables, and what is read of them without a question. */
class RegulatorAskedTest {

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(Reference.builtIn(), new CensusImport(new BuiltInDistricts()));

  /** What became of a file. */
  private record Outcome(DataReport report, List<Question> questions, Map<String, String> people) {

    List<String> asked() {
      return questions.stream().filter(Question::isOpen).map(Question::code).toList();
    }

    Question question(String code) {
      return questions.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }
  }

  private SourceFile csv(String text) throws IOException {
    return SourceFile.of(Files.writeString(folder.resolve("table.csv"), text));
  }

  private Outcome read(SourceFile file, LayerKind kind, String iso3, String... answers) {
    List<Answer> given = Stream.of(answers).map(Answer::parse).toList();
    Judge judge =
        new Judge(new Subject(file, kind, iso3, Standing.NOTHING), new Judgement(given, ""));
    Map<String, String> people = new TreeMap<>();
    Imported<?> read =
        imports.stream(
            file,
            kind,
            iso3,
            imports.guess(file, kind, ReadOptions.DETECT),
            row -> {
              judge.accepted(row);
              if (row.record() instanceof LayerFeature each) {
                people.put(each.id(), each.values().get("population"));
              }
            },
            judge,
            judge.decisions());
    return new Outcome(read.report(), judge.questions(read), people);
  }

  /** Region cells are merged, sums of departments stand in their column, communes are blank. */
  @Test
  void sumsOfDepartmentsAreNoCommunes() throws IOException {
    Object[][] rows = {
      {"Tableau 2.1 : Population par commune, RGPH-5 2023"},
      {"Région", "Département", "Commune", "Hommes", "Femmes", "Total"},
      {"Dakar", "Dakar", "Dakar Plateau", 18100, 18800, 36900},
      {null, null, "Médina", 40200, 41800, 82000},
      {null, "Sous-total Dakar", null, 58300, 60600, 118900},
      {null, "Pikine", "Pikine Nord", 22100, 23100, 45200},
      {null, null, "Dalifort", 16600, 17300, 33900},
      {null, "Sous-total Pikine", null, 38700, 40400, 79100},
      {"Thiès", "Mbour", "Saly Portudal", 12500, 13000, 25500},
      {null, null, "Joal-Fadiouth", 22000, 22900, 44900},
      {null, "Sous-total Mbour", null, 34500, 35900, 70400},
      {"TOTAL", null, null, null, null, 268400},
    };
    Path file = folder.resolve("communes.xlsx");
    Files.write(file, MinistryFile.xlsx("T", rows));
    Outcome read = read(SourceFile.of(file), LayerKind.CENSUS, "SEN");
    assertThat(read.people()).isEqualTo(Map.of("SN-DK", "198000", "SN-TH", "70400"));
    assertThat(read.report().totalAfter()).isEqualTo(268_400);
    assertThat(read.asked()).doesNotContain("sums");
    assertThat(read.report().findings()).noneMatch(each -> each.arguments()[4].equals(""));
  }

  /** Nothing says which rows are sums, but the table's own total does. */
  @Test
  void aTotalThatIsAnotherThanItsRowsIsAskedAbout() throws IOException {
    SourceFile file =
        csv(
            "Région;Commune;Population\nDakar;Plateau;36900\n;Médina;82000\n"
                + ";Communes de ville;118900\nThiès;Saly;25500\n;Joal;44900\nTotal;;189300\n");
    Outcome asked = read(file, LayerKind.CENSUS, "SEN");
    assertThat(asked.asked()).contains("sums");
    assertThat(asked.question("sums").figures())
        .containsEntry("stated", 189_300L)
        .containsEntry("sum", 308_200L)
        .containsEntry("way", "double")
        .containsEntry("rows", 1L)
        .containsEntry("example", "Communes de ville");
    Outcome left = read(file, LayerKind.CENSUS, "SEN", "sums=leave-out-all");
    assertThat(left.asked()).doesNotContain("sums");
    assertThat(left.people()).isEqualTo(Map.of("SN-DK", "118900", "SN-TH", "70400"));
    Outcome kept = read(file, LayerKind.CENSUS, "SEN", "sums=keep-all");
    assertThat(kept.asked()).doesNotContain("sums");
    assertThat(kept.people()).containsEntry("SN-DK", "237800");
    Outcome less =
        read(
            csv("Région;Population\nDakar;4004427\nThiès;2467523\nTotal;9000000\n"),
            LayerKind.CENSUS,
            "SEN");
    assertThat(less.asked()).contains("sums");
    assertThat(less.question("sums").offers())
        .extracting(Question.Offer::remedy)
        .containsExactly("leave-file", "keep-all");
  }

  /** A city and the province around it, by whatever offices call them. */
  @ParameterizedTest
  @CsvSource({
    "Maputo Cidade, Maputo",
    "Maputo City, Maputo Província",
    "Cidade de Maputo, Maputo Provincia",
    "Maputo (Cidade), Província de Maputo",
    "MZ-MPM, MZ-L",
    "Maputo (cidade), Maputo Province",
    "MAPUTO CIDADE, MAPUTO PROVINCIA",
  })
  void aCityIsToldFromItsProvince(String city, String province) throws IOException {
    String rows = "Província,População\nPaís,6500000\nGaza,1400000\nTete,2600000\n";
    Outcome read =
        read(csv(rows + city + ",1100000\n" + province + ",1400000\n"), LayerKind.CENSUS, "MOZ");
    assertThat(read.people())
        .containsEntry("MZ-L.5854", "1100000")
        .containsEntry("MZ-L.1927", "1400000")
        .hasSize(4);
    assertThat(read.report().rowsListed()).isZero();
    assertThat(read.asked()).doesNotContain("unmatched", "sums");
  }

  /** Where a name may be either, all districts are there to choose from. */
  @Test
  void anAmbiguousNameIsChosenFromAllDistricts() throws IOException {
    SourceFile file = csv("Província,População\nGaza,1400000\nTete,2600000\nMaputo,2500000\n");
    Question asked = read(file, LayerKind.CENSUS, "MOZ").question("unmatched");
    List<String> districts =
        Stream.of((List<?>) asked.figures().get("districts"))
            .flatMap(List::stream)
            .map(String::valueOf)
            .toList();
    assertThat(districts)
        .hasSize(11)
        .contains("MZ-MPM\tMaputo (cidade)", "MZ-L\tMaputo (província)", "MZ-Q\tZambezia");
    for (String name : List.of("MZ-MPM", "Maputo (cidade)")) {
      Outcome chosen = read(file, LayerKind.CENSUS, "MOZ", "unmatched=edit:4:name=" + name);
      assertThat(chosen.people()).containsEntry("MZ-L.5854", "2500000");
    }
  }

  /** Districts of a country are told apart by their names. */
  @ParameterizedTest
  @ValueSource(strings = {"MOZ", "MWI", "UGA"})
  void noTwoDistrictsAreCalledAlike(String iso3) {
    assertThat(Reference.builtIn().districts(iso3))
        .extracting(each -> each.name())
        .doesNotHaveDuplicates();
  }

  /** Departments, of which some have the name of their region. */
  @Test
  void aTableOfSmallerAreasIsNotTakenForThoseOfTheirNames() throws IOException {
    StringBuilder rows = new StringBuilder("Département;Population\n");
    for (String each :
        List.of(
            "Dakar",
            "Pikine",
            "Rufisque",
            "Thiès",
            "Mbour",
            "Tivaouane",
            "Dagana",
            "Podor",
            "Linguère",
            "Bambey",
            "Kolda",
            "Vélingara")) {
      rows.append(each).append(";400000\n");
    }
    Question asked = read(csv(rows.toString()), LayerKind.CENSUS, "SEN").question("unmatched");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.figures())
        .containsEntry("way", "level")
        .containsEntry("lost", 9L)
        .containsEntry("found", "Dakar, Thiès, Kolda");
    assertThat(asked.offers().get(0).remedy()).isEqualTo("leave-file");
  }

  private List<FileProposal> proposals(SourceFile file, String iso3) {
    Inspection found =
        Inspector.inspect(
            file, ReadOptions.DETECT, (feature, about, out) -> {}, Inspection.Wording.CODES);
    return new Proposals(Reference.builtIn()).of(file, ReadOptions.DETECT, found, iso3);
  }

  private static String exchanged() {
    StringBuilder rows = new StringBuilder("Localité;Longitude;Latitude;Population\n");
    new Ground("SEN")
        .places(
            20,
            (each, k) ->
                "%s;%s;%s;900\n"
                    .formatted(
                        each.name(),
                        Ground.comma(each.location().lat()),
                        Ground.comma(each.location().lon())))
        .forEach(rows::append);
    return rows.toString();
  }

  /** Senegal with its coordinates exchanged lies in Angola, off whose page it was not loaded. */
  @Test
  void exchangedCoordinatesStayInTheCountryThatWasChosen() throws IOException {
    SourceFile file = csv(exchanged());
    assertThat(proposals(file, "SEN").get(0).country()).isEqualTo("SEN");
    assertThat(proposals(file, "SEN").get(0).evidence())
        .extracting(FileProposal.Evidence::code)
        .contains("liesExchanged")
        .doesNotContain("lies");
    assertThat(proposals(file, "KEN").get(0).country()).as("neither way in Kenya").isEqualTo("AGO");
    SourceFile angolan =
        csv(
            "Localidade;Longitude;Latitude;População\n"
                + "Luanda;13,23;-8,84;900\nHuambo;15,74;-12,78;900\nSaurimo;20,39;-9,66;900\n"
                + "Menongue;17,69;-14,66;900\nMalanje;16,34;-9,54;900\n");
    assertThat(proposals(angolan, "SEN").get(0).country()).isEqualTo("AGO");
  }

  /** A place that lies a little off the simplified coast goes with its column. */
  @Test
  void aPlaceOnTheCoastIsExchangedWithItsColumn() throws IOException {
    SourceFile file = csv(exchanged() + "Rufisque;14,68;-17,30;900\nGorée;14,62;-17,42;900\n");
    Outcome asked = read(file, LayerKind.SETTLEMENTS, "SEN");
    assertThat(asked.question("exchanged").figures()).containsEntry("rows", 22L);
    assertThat(asked.asked()).doesNotContain("outside");
    Outcome moved = read(file, LayerKind.SETTLEMENTS, "SEN", "exchanged=exchange-all");
    assertThat(moved.report().rowsAccepted()).isEqualTo(22);
    assertThat(moved.report().rowsListed()).isZero();
  }

  /** One column for counties and their parts, as Kenya's office of statistics has it. */
  @ParameterizedTest
  @ValueSource(strings = {"County / Sub-County", "County/Sub County", "Region or District"})
  void aColumnOfTwoLevelsNamesDistricts(String head) throws IOException {
    Path file = folder.resolve("subcounty.xlsx");
    Object[][] rows = {
      {"Table 2.3: Population by sub-county"},
      {head, "Male", "Female", "Total"},
      {"KWALE", 188056, 188057, 376113},
      {"  Msambweni", 88845, 88845, 177690},
      {"  Lunga Lunga", 99211, 99212, 198423},
      {"KILIFI", 256025, 256025, 512050},
      {"Total", null, null, 888163},
    };
    Files.write(file, MinistryFile.xlsx("T", rows));
    FileProposal first = proposals(SourceFile.of(file), "KEN").get(0);
    assertThat(first.kind()).isEqualTo(LayerKind.CENSUS);
    assertThat(first.uses()).containsEntry(head, "name").containsEntry("Total", "population");
  }

  /** A table of rates that counts people beside them is told as one before it is a census. */
  @Test
  void ratesOfSeveralGenerationsAreToldBeforeTheCensus() throws IOException {
    StringBuilder rows = new StringBuilder("County,Population,3G coverage (%),4G coverage (%)\n");
    new Ground("KEN")
        .districts(1, (each, people) -> "%s,%d,87%%,45%%\n".formatted(each.name(), people))
        .forEach(rows::append);
    List<FileProposal> proposals = proposals(csv(rows.toString()), "KEN");
    assertThat(proposals).extracting(FileProposal::kind).containsExactly(null, LayerKind.CENSUS);
  }

  /** A cell with two marks says what one mark is in its column. */
  @Test
  void aColumnSettlesWhatItsMarksAre() throws IOException {
    String rows = "County,Population\nKwale,\"866,820\"\nLamu,\"143,920\"\n";
    Outcome read = read(csv(rows + "Mombasa,\"1,208,333\"\n"), LayerKind.CENSUS, "KEN");
    assertThat(read.asked()).doesNotContain("grouping");
    assertThat(read.people().values()).containsExactlyInAnyOrder("866820", "143920", "1208333");
    Outcome open = read(csv(rows + "Mombasa,\"208,333\"\n"), LayerKind.CENSUS, "KEN");
    assertThat(open.asked()).contains("grouping");
    Outcome mixed =
        read(csv(rows + "Mombasa,\"1,208,333\"\nKilifi,\"3,5\"\n"), LayerKind.CENSUS, "KEN");
    assertThat(mixed.people().values()).doesNotContain("866820");
  }

  /** "0,8" among "88 %" may be 0.8 % or 80 %, though another cell without a sign is neither. */
  @Test
  void oneShareWithoutItsSignIsAskedAbout() throws IOException {
    StringBuilder rows = new StringBuilder("Localité;Longitude;Latitude;Population;Taux 4G\n");
    new Ground("SEN")
        .places(
            20,
            (each, k) ->
                "%s;%s;%s;900;%s\n"
                    .formatted(
                        each.name(),
                        Ground.comma(each.location().lon()),
                        Ground.comma(each.location().lat()),
                        k == 3 ? "0,8" : k == 5 ? "95" : k == 6 ? "n.d." : "88 %"))
        .forEach(rows::append);
    Question asked = read(csv(rows.toString()), LayerKind.SETTLEMENTS, "SEN").question("percent");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.figures())
        .containsEntry("way", "signs")
        .containsEntry("signed", "88 %")
        .containsEntry("bare", "0,8");
  }

  /** Parts of a county below it, which together count what it does, are counted with it. */
  @Test
  void partsBelowTheirWholeAreNoRowsOfTheirOwn() throws IOException {
    String rows =
        "County / Sub-County;Male;Female;Total\nKWALE;3;3;600000\n Msambweni;1;1;250000\n"
            + " Lunga Lunga;2;2;350000\nKILIFI;3;3;512050\n Kilifi North;1;1;178824\n"
            + " Malindi;2;2;333226\nTotal;;;1112050\n";
    Outcome read = read(csv(rows), LayerKind.CENSUS, "KEN");
    assertThat(read.people()).isEqualTo(Map.of("KE-19", "600000", "KE-14", "512050"));
    assertThat(read.report().counts()).containsEntry("censusPart", 4L);
    assertThat(read.report().rowsListed()).isZero();
    assertThat(read.asked()).doesNotContain("unmatched", "sums");
    Outcome other = read(csv(rows.replace(";250000", ";240000")), LayerKind.CENSUS, "KEN");
    assertThat(other.report().counts()).containsEntry("censusPart", 2L);
    assertThat(other.report().rowsListed()).isEqualTo(2);
  }
}
