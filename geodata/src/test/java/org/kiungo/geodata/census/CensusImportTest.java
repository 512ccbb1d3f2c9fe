package org.kiungo.geodata.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.census.CensusDistricts.Area;
import org.kiungo.geodata.census.CensusDistricts.Drawing;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.table.WorkbookFixture;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Census tables as offices publish them, joined to six districts and to six communes. */
class CensusImportTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(CountryLookup.NONE, new CensusImport(CensusImportTest::drawings));

  private static List<Drawing> drawings(String iso3) {
    return List.of(
        new Drawing(
            "communes",
            List.of(
                area("BJ0101", "Kandi", "Alibori", 0),
                area("BJ0102", "Malanville", "Alibori", 1),
                area("BJ0201", "Natitingou", "Atacora", 2),
                area("BJ0301", "Sèmè-Kpodji", "Ouémé", 3),
                area("BJ0302", "Bonou", "Ouémé", 4),
                area("BJ0401", "Bonou", "Zou", 5))),
        new Drawing(
            "departments",
            List.of(
                area("BJ-AL", "Alibori", "", 0),
                area("BJ-AK", "Atacora", "", 1),
                area("BJ-OU", "Ouémé", "", 2),
                area("BJ-KN", "Nord", "", 3),
                area("BJ-KS", "Nord-Est", "", 4),
                area("BJ-LI", "Littoral", "", 5))));
  }

  private static Area area(String code, String name, String within, int column) {
    return new Area(
        List.of(code),
        name,
        Set.of(),
        within,
        GEOMETRIES.toGeometry(new Envelope(column, column + 1.0, 6, 7)));
  }

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("census.csv"), text);
  }

  private static Map<String, Double> people(List<LayerFeature> found) {
    Map<String, Double> people = new TreeMap<>();
    for (LayerFeature each : found) {
      people.put(each.id(), Double.valueOf(each.values().getOrDefault("population", "NaN")));
    }
    return people;
  }

  private Imported<LayerFeature> read(Path file, ColumnMapping mapping) {
    List<LayerFeature> rows = new ArrayList<>();
    Imported<?> read =
        imports.stream(
            SourceFile.of(file),
            LayerKind.CENSUS,
            "BEN",
            mapping,
            row -> rows.add((LayerFeature) row.record()),
            RowWatcher.NONE);
    return new Imported<>(
        read.kind(),
        rows,
        read.report(),
        read.format(),
        read.layer(),
        read.encoding(),
        read.crs(),
        read.mapping(),
        read.input());
  }

  private Imported<LayerFeature> read(String text) throws IOException {
    return read(table(text), null);
  }

  private static List<Tuple> told(Imported<?> read, String code) {
    return read.report().findings().stream()
        .filter(each -> each.code().equals(code))
        .map(each -> tuple(each.row(), each.found(), each.expected()))
        .toList();
  }

  @Test
  void namesAreFoundWhateverAccentsCaseAndKindOfAreaAndTheLatestYearIsTaken() throws IOException {
    Imported<LayerFeature> read =
        read(
            "Département;Pop_2013 (hab.);Population totale 2024;Hommes 2024;Densité 2024\n"
                + "DÉPARTEMENT DE L’ALIBORI;867 463;1 200 000;600 000;50\n"
                + "Atakora;772262;1000000;1;2\n"
                + "oueme;1100404;1500000;1;2\n"
                + "North;5;6;1;2\n"
                + "Litoral;679012;800000;1;2\n"
                + "Total Bénin;3424146;4500006;1;2\n"
                + "Source : INSAE;;;;\n"
                + "Zou;851580;900000;1;2\n");
    assertThat(people(read.records()))
        .isEqualTo(
            Map.of("BJ-AL", 1.2e6, "BJ-AK", 1e6, "BJ-OU", 1.5e6, "BJ-KN", 6.0, "BJ-LI", 8e5));
    assertThat(read.report().rowsIn()).isEqualTo(8);
    assertThat(read.report().rowsAccepted()).isEqualTo(5);
    assertThat(read.report().totalAfter()).isEqualTo(4_500_006);
    assertThat(told(read, "districtSpelled"))
        .containsExactly(tuple(3L, "Atakora", "Atacora"), tuple(6L, "Litoral", "Littoral"));
    assertThat(told(read, "censusTotal")).containsExactly(tuple(7L, "Total Bénin", ""));
    assertThat(told(read, "districtNone"))
        .as("names of no district are no neighbours of any")
        .containsExactly(tuple(8L, "Source : INSAE", ""), tuple(9L, "Zou", ""));
    assertThat(told(read, "censusWithout")).containsExactly(tuple(0L, "Nord-Est", "1"));
    assertThat(told(read, "censusDistricts")).containsExactly(tuple(0L, "departments", "5 / 8"));
    assertThat(told(read, "censusColumn"))
        .extracting(each -> each.toList().get(1))
        .containsExactly("2024");
    assertThat(read.records().get(0).attributes()).containsEntry("Pop_2013 (hab.)", "772262");
    assertThat(read.records().get(0).geometry().getEnvelopeInternal().getMinX()).isEqualTo(1);
  }

  @Test
  void aTotalThatIsNotTheSumOfItsRowsIsTold() throws IOException {
    Imported<LayerFeature> read = read("region,population\nAlibori,10\nOuémé,20\nENSEMBLE,40\n");
    assertThat(told(read, "censusTotalDiffers")).containsExactly(tuple(0L, "40", "30"));
  }

  /** The row of a department before its quarters, and totals below, are no people. */
  @Test
  void smallerAreasAreAddedUpAndSumsAmongThemAreChecks() throws IOException {
    Imported<LayerFeature> read =
        read(
            "departement;quartier;pop\nAlibori;;30\nAlibori;Q1;10\n;Q2;20\nAtacora;Q3;5\n"
                + "Atacora;Q4;6\nTotal Atacora;;12\nEnsemble;;42\n");
    assertThat(people(read.records())).isEqualTo(Map.of("BJ-AL", 30.0, "BJ-AK", 11.0));
    assertThat(told(read, "censusTotal"))
        .containsExactly(
            tuple(2L, "Alibori", ""), tuple(7L, "Total Atacora", ""), tuple(8L, "Ensemble", ""));
    assertThat(told(read, "censusTotalDiffers"))
        .containsExactly(tuple(0L, "12", "11"), tuple(0L, "42", "41"));
    assertThat(told(read, "censusAddedUp")).containsExactly(tuple(0L, "4", "2"));
    assertThat(read.records().get(0).attributes()).containsEntry("pop", "11");
  }

  @Test
  void codesGoBeforeNamesAndWhatContradictsItselfIsListed() throws IOException {
    Imported<LayerFeature> read =
        read(
            "adm1_pcode,adm1_en,T_TL,F_TL\n"
                + "BJ-AL,Alibori,10,5\nbjak,,20,5\nBJ-OU,Littoral,30,5\nLI,Littoral,40,5\n");
    assertThat(people(read.records()))
        .isEqualTo(Map.of("BJ-AL", 10.0, "BJ-AK", 20.0, "BJ-LI", 40.0));
    assertThat(told(read, "districtContradicted"))
        .containsExactly(tuple(4L, "Littoral", "Ouémé, Littoral"));
  }

  @Test
  void sameNamesNeedTheLargerAreaAndDirectionsAreNoMisspellings() throws IOException {
    Imported<LayerFeature> read =
        read(
            "departement,commune,pop2013\nOuémé,Bonou,1\nZou,Bonou,2\nOuémé,Seme Kpodji,4\n"
                + "Alibori,Commune de Kandi,8\nAlibori,Malanvile,16\n");
    assertThat(people(read.records()))
        .isEqualTo(
            Map.of("BJ0302", 1.0, "BJ0401", 2.0, "BJ0301", 4.0, "BJ0101", 8.0, "BJ0102", 16.0));
    Imported<LayerFeature> without = read("commune,pop2013\nBonou,1\nKandi,2\n");
    assertThat(told(without, "districtAmbiguous"))
        .containsExactly(tuple(2L, "Bonou", "Bonou / Ouémé, Bonou / Zou"));
    Imported<LayerFeature> direction = read("region,pop\nAlibori,1\nOuémé,2\nNord-Ouest,3\n");
    assertThat(told(direction, "districtUnknown"))
        .extracting(each -> each.toList().get(1))
        .containsExactly("Nord-Ouest");
  }

  @Test
  void twoRowsForOneDistrictAreBothListed() throws IOException {
    Imported<LayerFeature> read = read("region,pop\nAlibori,1\nAlibori,2\nOuémé,3\n");
    assertThat(people(read.records())).isEqualTo(Map.of("BJ-OU", 3.0));
    assertThat(told(read, "districtTwice"))
        .containsExactly(tuple(2L, "Alibori", "3"), tuple(3L, "Alibori", "2"));
  }

  @Test
  void aLongTableIsTurnedAndAnyOfItsYearsCanBeChosen() throws IOException {
    Path file =
        table(
            "region,indicator,year,value\nAlibori,Population,2013,10\nAlibori,Population,2024,12\n"
                + "Alibori,Density,2024,3\nOuémé,Population,2013,20\nOuémé,Population,2024,x\n");
    ColumnMapping guessed = imports.guess(file, LayerKind.CENSUS, ReadOptions.DETECT);
    assertThat(guessed.column("population")).isEqualTo("Population 2024");
    Imported<LayerFeature> read = read(file, guessed);
    assertThat(people(read.records()))
        .containsEntry("BJ-AL", 12.0)
        .containsEntry("BJ-OU", Double.NaN);
    assertThat(read.report().rowsAccepted()).isEqualTo(4);
    assertThat(read.report().counts()).containsEntry("notANumber", 1L);
    Map<String, String> columns = new HashMap<>(guessed.columns());
    columns.put("population", "Population 2013");
    Imported<LayerFeature> earlier = read(file, new ColumnMapping(columns, ReadOptions.DETECT));
    assertThat(people(earlier.records())).isEqualTo(Map.of("BJ-AL", 10.0, "BJ-OU", 20.0));
    assertThat(earlier.records().get(0).values()).containsEntry("year", "2013");
    assertThat(earlier.records().get(0).attributes()).containsEntry("Density 2024", "3");
    Imported<LayerFeature> noValue =
        read("region,year,population\nAlibori,2013,10\nAlibori,2026,12\nOuémé,2026,7\n");
    assertThat(people(noValue.records())).isEqualTo(Map.of("BJ-AL", 12.0, "BJ-OU", 7.0));
  }

  @Test
  void aMessyWorkbookOfYearsIsReadWithItsTitlesAndNotes() throws IOException {
    Object[][] rows = {
      {"Tableau 3 : Population par département"},
      {},
      {"Départements", "2013", "2019"},
      {"Alibori", 10, 11},
      {"Atacora (dpt)", 20, 21},
      {"Total", 30, 32}
    };
    Path file = Files.write(folder.resolve("census.ods"), WorkbookFixture.of("T3", rows).ods());
    Imported<LayerFeature> read = read(file, null);
    assertThat(people(read.records())).isEqualTo(Map.of("BJ-AL", 11.0, "BJ-AK", 21.0));
    assertThat(read.report().counts()).containsEntry("censusYearTaken", 1L);
  }

  @Test
  void onlyHeadingsOfAllResidentsAreTakenForThem() {
    assertThat(
            List.of(
                "Pop 2026",
                "Population totale 2024",
                "Pop_2020 (hab.)",
                "POP2009",
                "T_TL",
                "Nombre d’habitants 2013",
                "2019 Census: total population, both sexes",
                "População residente 2017",
                "عدد السكان 2014",
                "RGPH-4 population"))
        .allMatch(each -> CensusHeader.of(each).residents());
    assertThat(
            List.of(
                "Male population 2026",
                "Pop urbaine 2020",
                "Population density 2020",
                "Population growth 2013-2024",
                "Pop 2020 (%)",
                "Population scolaire",
                "Persons/km2",
                "Pop 0-14",
                "Ménages 2020"))
        .noneMatch(each -> CensusHeader.of(each).residents());
    assertThat(CensusHeader.of("Pop_2020 (hab.)").year()).isEqualTo(2020);
  }

  @Test
  void aCensusNeedsDistrictsAndAColumnOfResidents() throws IOException {
    Path file = table("region,pop\nAlibori,1\n");
    assertThatThrownBy(
            () ->
                new LayerImport(CountryLookup.NONE, new CensusImport(iso3 -> List.of()))
                    .stream(
                        SourceFile.of(file),
                        LayerKind.CENSUS,
                        "BEN",
                        null,
                        row -> {},
                        RowWatcher.NONE))
        .hasMessageContaining("census.noDistricts");
    assertThatThrownBy(() -> read("region,women\nAlibori,1\n"))
        .hasMessageContaining("file.columnMissing");
  }

  /** Some parts have the name of the whole: none of them is stored as it. */
  @ParameterizedTest
  @CsvSource({
    "Alibori;Alibori;10|Alibori;Banikoara;20|Atacora;Atacora;5|Atacora;Kérou;7, BJ-AL=30.0 BJ-AK=12.0",
    "Alibori;Alibori;10|Alibori;Banikoara;20|Alibori;Gogounou;3, BJ-AL=33.0",
    "Alibori;Alibori;10|Alibori;Banikoara;20|Alibori;;30, BJ-AL=30.0",
  })
  void partsOfTheNameOfTheirWholeAreAddedUp(String rows, String sums) throws IOException {
    String text = "Région;Département;Population\n" + rows.replace('|', '\n') + "\nTotal;;99\n";
    Imported<LayerFeature> read = read(text);
    Map<String, Double> expected = new TreeMap<>();
    for (String each : sums.split(" ")) {
      expected.put(each.split("=")[0], Double.valueOf(each.split("=")[1]));
    }
    assertThat(people(read.records())).isEqualTo(expected);
    assertThat(read.report().counts())
        .containsKeys("censusTotal", "censusTotalDiffers")
        .doesNotContainKeys("districtMissing", "districtNone", "districtUnknown");
  }

  /** Where each row is of a district, one that says "Total" as its larger area adds them up. */
  @Test
  void aTotalMayStandInTheColumnOfTheLargerArea() throws IOException {
    Imported<LayerFeature> read =
        read("Région;Département;Population\nX;Alibori;10\nX;Atacora;5\nTotal;;15\n");
    assertThat(people(read.records())).isEqualTo(Map.of("BJ-AL", 10.0, "BJ-AK", 5.0));
    assertThat(read.report().counts())
        .containsKey("censusTotal")
        .doesNotContainKeys("censusTotalDiffers", "districtMissing");
  }

  /** As offices of statistics lay it out: the sums of departments stand in their own column. */
  @ParameterizedTest
  @CsvSource({
    "Sous-total Kandi, Sous-total Nikki, TOTAL",
    "S/Total Kandi, Subtotal Nikki, ENSEMBLE",
    "Kandi, Nikki, Bénin",
    "مجموع Kandi, المجموع الفرعي Nikki, المجموع",
    "'', '', Pays",
  })
  void sumsInAnyColumnOfNamesAreChecksAndNoCommunes(String one, String other, String all)
      throws IOException {
    String head = "Région;Département;Commune;Hommes;Femmes;Total\n";
    String rows =
        "Alibori;Kandi;Angaradébou;10;12;22\n;;Bensékou;5;5;10\n;%s;;15;17;32\n".formatted(one)
            + ";Nikki;Biro;1;2;3\n;;Ouénou;4;4;8\n;%s;;5;6;11\n".formatted(other)
            + "Atacora;Boukombé;Dipoli;7;7;14\n;;Korontière;1;1;2\n";
    Imported<LayerFeature> read = read(head + rows + all + ";;;;;59\n");
    assertThat(people(read.records())).isEqualTo(Map.of("BJ-AL", 43.0, "BJ-AK", 16.0));
    assertThat(told(read, "censusTotal"))
        .extracting(each -> each.toList().get(0))
        .containsExactly(4L, 7L, 10L);
    assertThat(read.report().findings())
        .filteredOn(each -> each.code().equals("censusTotal"))
        .extracting(Finding::found)
        .noneMatch(String::isBlank);
    assertThat(read.report().counts()).doesNotContainKeys("censusTotalDiffers", "districtMissing");
    Imported<LayerFeature> wrong =
        read(head + rows.replace("Bensékou;5;5;10", "Bensékou;5;5;11") + all + ";;;;;60\n");
    if (one.contains("otal")) {
      assertThat(told(wrong, "censusTotalDiffers")).containsExactly(tuple(0L, "32", "33"));
    }
  }

  /** Sums that bear a name as the rows they add up do are found by what the total says. */
  @Test
  void rowsThatCountOthersAgainAreToldWhereTheTotalShowsThem() throws IOException {
    Imported<LayerFeature> read =
        read(
            "Région;Commune;Population\nAlibori;Angaradébou;22\n;Bensékou;10\n"
                + ";Cercle de Kandi;32\nAtacora;Dipoli;14\n;Korontière;2\nTotal;;48\n");
    assertThat(told(read, "censusTotalDiffers")).containsExactly(tuple(0L, "48", "80"));
    assertThat(told(read, "censusDouble")).containsExactly(tuple(4L, "Cercle de Kandi", ""));
  }

  /** Whatever a country calls itself or all of it, and wherever that row stands. */
  @ParameterizedTest
  @ValueSource(strings = {"Pays", "País", "Country", "National", "Ensemble", "Bénin", "Benin"})
  void theWholeCountryIsItsTotal(String name) throws IOException {
    Imported<LayerFeature> read =
        read("region,population\n" + name + ",30\nAlibori,10\nOuémé,20\n");
    assertThat(told(read, "censusTotal")).containsExactly(tuple(2L, name, ""));
    assertThat(read.report().counts()).doesNotContainKeys("censusTotalDiffers");
  }
}
