package org.kiungo.geodata.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.Finding;
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
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.proposal.Proposals;
import org.kiungo.geodata.proposal.SystemProposals;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * What becomes of the rows of {@link ReadApartFiles} and {@link CollectedFiles}, to the metre and
 * to the person.
 */
class ReadApartTest {

  private static final double NEAR_KM = 0.02;

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(Reference.builtIn(), new CensusImport(new BuiltInDistricts()));

  /** A file as it was read and asked about. */
  private record Read(Imported<?> read, List<Question> questions, List<AcceptedRow> rows) {
    List<String> open() {
      return questions.stream().filter(Question::isOpen).map(Question::code).toList();
    }

    List<LonLat> places() {
      return rows.stream()
          .map(
              row ->
                  row.record() instanceof Settlement place
                      ? place.location()
                      : row.record() instanceof Tower tower
                          ? tower.location()
                          : LayerFeature.placeIn(row.geometry()))
          .toList();
    }
  }

  private SourceFile written(MinistryFile given) throws IOException {
    return SourceFile.of(Files.write(folder.resolve(given.name()), given.bytes()));
  }

  private static MinistryFile named(String name) {
    return Stream.of(
            ReadApartFiles.zones(),
            ReadApartFiles.lo(),
            ReadApartFiles.drawings(),
            ReadApartFiles.households(),
            ReadApartFiles.sheets(),
            ReadApartFiles.vintages(),
            CollectedFiles.grids(),
            CollectedFiles.archives(),
            CollectedFiles.tried(),
            CollectedFiles.households())
        .flatMap(List::stream)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Read read(String name, LayerKind kind, ReadOptions options, String... answers)
      throws IOException {
    MinistryFile given = named(name);
    SourceFile file = written(given);
    Judgement judgement = new Judgement(Stream.of(answers).map(Answer::parse).toList(), "");
    Judge judge = new Judge(new Subject(file, kind, given.country(), Standing.NOTHING), judgement);
    ColumnMapping mapping = Judge.amended(imports.guess(file, kind, options), judgement);
    List<AcceptedRow> rows = new ArrayList<>();
    Imported<?> read =
        imports.stream(
            file,
            kind,
            given.country(),
            mapping,
            row -> {
              judge.accepted(row);
              rows.add(row);
            },
            judge,
            judge.decisions());
    return new Read(read, judge.questions(read), rows);
  }

  private static ReadOptions in(String crs) {
    return ReadOptions.DETECT.withCrs(crs);
  }

  private String systems(String name) throws IOException {
    MinistryFile given = named(name);
    InputRefused plain = new InputRefused("file.metresNotDegrees", "file", name);
    InputRefused told =
        SystemProposals.of(plain, written(given), ReadOptions.DETECT, given.country());
    return told.code() + " " + told.arguments().get("systems");
  }

  private static List<LonLat> ground(String iso3, int most) {
    return new Ground(iso3).places(most, (each, k) -> each.location());
  }

  private static void assertSamePlaces(List<LonLat> found, List<LonLat> wanted) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int k = 0; k < wanted.size(); k++) {
      assertThat(found.get(k).distanceKm(wanted.get(k))).as("row " + k).isLessThan(NEAR_KM);
    }
  }

  /** A column of zones counts for each datum as one system, with all rows inside. */
  @ParameterizedTest
  @CsvSource({
    "two_zones.csv, file.systemInDistricts EPSG:32636 WGS 84 / UTM zone 36+37",
    "duas_zonas.xlsx, file.systemUnsaid EPSG:32736 WGS 84 / UTM zone 36+37 (24/24)",
    "fuseaux.csv, file.systemInDistricts EPSG:32631 WGS 84 / UTM zone 31+32",
  })
  void aColumnOfZonesIsOneSystem(String name, String systems) throws IOException {
    assertThat(systems(name)).startsWith(systems);
  }

  @ParameterizedTest
  @CsvSource({
    "two_zones.csv, FACILITIES, KEN, 30, EPSG:32736",
    "two_zones.csv, FACILITIES, KEN, 30, EPSG:32637",
    "duas_zonas.xlsx, TOWERS, MOZ, 24, EPSG:32737",
  })
  void eachRowLiesInItsOwnZone(String name, LayerKind kind, String iso3, int rows, String crs)
      throws IOException {
    Read read = read(name, kind, in(crs));
    assertSamePlaces(read.places(), ground(iso3, rows));
    assertThat(read.open()).doesNotContain("zone");
    assertThat(read.read().report().counts()).containsKey("zonesRead");
  }

  @Test
  void aRowWithoutItsZoneIsListed() throws IOException {
    Read read = read("fuseaux.csv", LayerKind.SETTLEMENTS, in("EPSG:32632"));
    List<LonLat> wanted = new ArrayList<>(ground("NER", 25));
    wanted.remove(4);
    assertSamePlaces(read.places(), wanted);
    Finding missing =
        read.read().report().findings().stream()
            .filter(each -> each.code().equals("zoneMissing"))
            .findFirst()
            .orElseThrow();
    assertThat(missing.row()).isEqualTo(6);
    assertThat(missing.column()).isEqualTo("Fuseau");
  }

  /** Where no column says it, rows of a second zone are asked about, and read in it as answered. */
  @ParameterizedTest
  @CsvSource({
    "masts_easting.csv, TOWERS, KEN, EPSG:32737, 37, 20",
    "nitaqan.csv, FACILITIES, SDN, EPSG:32636, 36, 20",
  })
  void rowsOfASecondZoneAreAskedAbout(
      String name, LayerKind kind, String iso3, String crs, String said, int rows)
      throws IOException {
    List<LonLat> wanted = ground(iso3, rows);
    Read open = read(name, kind, in(crs));
    assertThat(open.open()).contains("zone");
    Question zone =
        open.questions().stream().filter(each -> each.code().equals("zone")).findFirst().get();
    assertThat(zone.figures()).containsEntry("zone", said);
    Read answered = read(name, kind, in(crs), "zone=other-zone");
    assertThat(answered.open()).doesNotContain("zone");
    assertThat(answered.places()).as(answered.read().report().findings() + "").hasSize(rows);
    long right = 0;
    for (int k = 0; k < rows; k++) {
      right += answered.places().get(k).distanceKm(wanted.get(k)) < NEAR_KM ? 1 : 0;
    }
    // one that lies there in either zone nobody can tell, which the question says
    long either = ((Number) zone.figures().get("either")).longValue();
    assertThat(right).isGreaterThanOrEqualTo(rows - either);
  }

  /** Of a named meridian both datums are proposed; where none is named, what districts allow. */
  @ParameterizedTest
  @CsvSource({
    "lo29_schools.xlsx, file.systemUnsaid 'EPSG:2053 Hartebeesthoek94 / Lo29 (12/12), EPSG:22289 Cape / Lo29 (12/12)'",
    "x_to_the_east.csv, file.systemUnsaid EPSG:2053/E Hartebeesthoek94 / Lo29 (X east) (12/12)",
    "westing_southing.csv, file.systemUnsaid 'EPSG:2054 Hartebeesthoek94 / Lo31 (12/12), EPSG:22291 Cape / Lo31 (12/12)'",
    "provinces_lo.csv, file.systemInDistricts 'EPSG:2052 Hartebeesthoek94 / Lo27 (30/30), EPSG:22287 Cape / Lo27 (30/30)'",
  })
  void gridsOfSouthernAfricaAreProposed(String name, String systems) throws IOException {
    assertThat(systems(name)).startsWith(systems.replace("'", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "lo29_schools.xlsx, FACILITIES, LSO, 12, EPSG:22289",
    "westing_southing.csv, FACILITIES, SWZ, 12, EPSG:2054",
    "east_north.csv, TOWERS, ZWE, 14, EPSG:22291",
    "x_to_the_east.csv, TOWERS, LSO, 12, EPSG:2053/E",
    "provinces_lo.csv, FACILITIES, ZAF, 30, EPSG:2052",
  })
  void southingsAndWestingsAreRead(String name, LayerKind kind, String iso3, int rows, String crs)
      throws IOException {
    assertSamePlaces(read(name, kind, in(crs)).places(), ground(iso3, rows));
  }

  /** Another meridian puts rows into the country, and elsewhere than where they say they lie. */
  @Test
  void rowsElsewhereThanInTheirDistrictAreAskedAbout() throws IOException {
    Read wrong = read("provinces_lo.csv", LayerKind.FACILITIES, in("EPSG:2049"));
    assertThat(wrong.open()).contains("district");
    Read right = read("provinces_lo.csv", LayerKind.FACILITIES, in("EPSG:2052"));
    assertThat(right.open()).doesNotContain("district");
    Read zones = read("two_zones.csv", LayerKind.FACILITIES, in("EPSG:32736"));
    assertThat(zones.open()).doesNotContain("district");
  }

  private List<FileProposal> proposals(String name) throws IOException {
    SourceFile file = written(named(name));
    FeatureCheck none = (feature, about, out) -> {};
    Inspection found = Inspector.inspect(file, ReadOptions.DETECT, none, Inspection.Wording.CODES);
    return new Proposals(Reference.builtIn()).of(file, ReadOptions.DETECT, found);
  }

  @ParameterizedTest
  @CsvSource({
    "pylones_et_fibre.kmz, pylones_et_fibre (Point), pylones_et_fibre (LineString), 12, 11",
    "torres_e_fibra.geojson, torres_e_fibra (Point), torres_e_fibra (LineString), 8, 4",
  })
  void mastsBesideCablesAreBothOffered(
      String name, String points, String lines, int masts, int cables) throws IOException {
    List<FileProposal> proposals = proposals(name);
    assertThat(proposals)
        .anySatisfy(
            each -> {
              assertThat(each.kind()).isEqualTo(LayerKind.TOWERS);
              assertThat(each.fileLayer()).isEqualTo(points);
            })
        .anySatisfy(
            each -> {
              assertThat(each.kind()).isEqualTo(LayerKind.FIBRE_LINES);
              assertThat(each.fileLayer()).isEqualTo(lines);
            });
    Read towers = read(name, LayerKind.TOWERS, ReadOptions.DETECT.withLayer(points));
    assertThat(towers.read().report().rowsIn()).isEqualTo(masts);
    assertThat(towers.rows()).hasSize(masts);
    assertThat(towers.read().report().findings())
        .anySatisfy(
            each -> {
              assertThat(each.code()).isEqualTo("shapesApart");
              assertThat(each.found()).isEqualTo(lines);
            });
    Read fibre = read(name, LayerKind.FIBRE_LINES, ReadOptions.DETECT);
    assertThat(fibre.read().report().rowsIn()).isEqualTo(cables);
    assertThat(fibre.rows()).hasSize(cables);
  }

  @Test
  void householdsAreMultipliedAsTheReaderSays() throws IOException {
    Read open = read("menages.csv", LayerKind.SETTLEMENTS, ReadOptions.DETECT);
    double homes = open.read().report().totalAfter();
    Read answered =
        read(
            "menages.csv",
            LayerKind.SETTLEMENTS,
            ReadOptions.DETECT,
            "households=times-size:5,2; EDS 2017-2018");
    assertThat(answered.open()).isEmpty();
    assertThat(answered.read().report().totalAfter())
        .isCloseTo(5.2 * homes, org.assertj.core.api.Assertions.within(20.0));
    Read census =
        read("agregados.xlsx", LayerKind.CENSUS, ReadOptions.DETECT, "households=times-size:4 INE");
    assertThat(census.open()).doesNotContain("households");
    for (Read each : List.of(answered, census)) {
      assertThat(each.read().report().counts()).as("marked").containsEntry("peopleAssumed", 1L);
    }
    Read both =
        read(
            "population_menages.csv",
            LayerKind.CENSUS,
            ReadOptions.DETECT,
            "households=times-size:5; EDS 2017-2018");
    assertThat(both.open()).isEmpty();
    assertThat(both.read().report().totalAfter())
        .isCloseTo(
            0.99 * Reference.builtIn().country("BEN").population(),
            org.assertj.core.api.Assertions.withinPercentage(0.1));
    for (String size : List.of("5.2", "0.4 DHS", "44 DHS", "cinq; EDS")) {
      assertThatThrownBy(
              () ->
                  read(
                      "menages.csv",
                      LayerKind.SETTLEMENTS,
                      ReadOptions.DETECT,
                      "households=times-size:" + size))
          .as(size)
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("judge.householdSize");
    }
  }

  /** A column of people beside is the better answer; people in households are people. */
  @Test
  void onlyHouseholdsAreAskedAbout() throws IOException {
    SourceFile file = written(named("kaya.xlsx"));
    ColumnMapping guessed = imports.guess(file, LayerKind.SETTLEMENTS, ReadOptions.DETECT);
    assertThat(guessed.column("population")).isEqualTo("Idadi ya watu");
    for (String people :
        List.of("Household population", "Population des ménages", "سكان الأسر", "hh_pop")) {
      Path path = folder.resolve("people.csv");
      Files.writeString(path, "Village,Lat,Lon," + people + "\nA,6.5,2.6,900\nB,6.9,2.4,800\n");
      Judgement none = Judgement.NONE;
      SourceFile written = SourceFile.of(path);
      Judge judge =
          new Judge(new Subject(written, LayerKind.SETTLEMENTS, "BEN", Standing.NOTHING), none);
      ColumnMapping mapping =
          new ColumnMapping(java.util.Map.of("population", people), ReadOptions.DETECT);
      Imported<?> read =
          imports.stream(
              written,
              LayerKind.SETTLEMENTS,
              "BEN",
              mapping,
              judge::accepted,
              judge,
              judge.decisions());
      assertThat(judge.questions(read)).noneMatch(each -> each.code().equals("households"));
    }
  }

  /** Headings that speak of people and of households, which of them is counted unsaid. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Population (ménages)",
        "Population - Households",
        "POP_MENAGE",
        "População (agregados familiares)",
        "عدد السكان (الأسر)",
        "Idadi ya watu (kaya)",
        "Agregados familiares",
        "عدد الأسر",
      })
  void headingsOfBothAreAskedAbout(String heading) throws IOException {
    Path path = folder.resolve("both.csv");
    Files.writeString(path, "Village,Lat,Lon," + heading + "\nA,6.5,2.6,900\nB,6.9,2.4,800\n");
    SourceFile file = SourceFile.of(path);
    Judge judge =
        new Judge(
            new Subject(file, LayerKind.SETTLEMENTS, "BEN", Standing.NOTHING), Judgement.NONE);
    ColumnMapping mapping = imports.guess(file, LayerKind.SETTLEMENTS, ReadOptions.DETECT);
    assertThat(mapping.column("population")).isEqualTo(heading);
    Imported<?> read =
        imports.stream(
            file, LayerKind.SETTLEMENTS, "BEN", mapping, judge::accepted, judge, judge.decisions());
    assertThat(judge.questions(read)).anyMatch(each -> each.code().equals("households"));
  }

  /**
   * Places of a grid in one cell are proposed as such and lie to the metre; bad rows are listed.
   */
  @Test
  void placesOfAGridInOneCellAreRead() throws IOException {
    FileProposal first = proposals("ecoles_utm.csv").get(0);
    assertThat(first.uses()).containsEntry("Position", "shape");
    assertThat(first.evidence()).extracting(FileProposal.Evidence::code).contains("gridCells");
    Read schools = read("ecoles_utm.csv", LayerKind.FACILITIES, ReadOptions.DETECT);
    assertThat(schools.read().report().counts())
        .containsEntry("gridUnread", 2L)
        .containsEntry("gridRead", 1L);
    Read towers = read("torres_utm.xlsx", LayerKind.TOWERS, ReadOptions.DETECT);
    assertSamePlaces(towers.places(), ground("MOZ", 20));
    Read minna = read("ecoles_utm.csv", LayerKind.FACILITIES, in("EPSG:26331"));
    assertThat(minna.places().get(0).distanceKm(schools.places().get(0)))
        .as("another datum, as declared")
        .isBetween(0.05, 0.3);
  }

  /** Files of regions in one archive are one table; those of years are a choice. */
  @Test
  void filesOfRegionsInAnArchiveAreProposedAsOne() throws IOException {
    List<FileProposal> proposals = proposals("towers_by_region.zip");
    assertThat(proposals.get(0).fileLayer()).isEqualTo("north ∪ south ∪ west");
    assertThat(proposals).extracting(FileProposal::fileLayer).doesNotContain("north", "south");
    ReadOptions joined = ReadOptions.DETECT.withLayer(proposals.get(0).fileLayer());
    Read read = read("towers_by_region.zip", LayerKind.TOWERS, joined);
    assertSamePlaces(read.places(), ground("GHA", 24));
    assertThat(read.rows())
        .allSatisfy(
            row -> assertThat(((Tower) row.record()).heightM()).as("either mark").isEqualTo(40.5));
    ReadOptions schools =
        ReadOptions.DETECT.withLayer(proposals("schools_2023.zip").get(0).fileLayer());
    assertThat(read("schools_2023.zip", LayerKind.FACILITIES, schools).rows())
        .extracting(row -> ((LayerFeature) row.record()).values().get("district"))
        .as("what their folders are called, without what all are")
        .contains("Northern", "Southern")
        .allMatch(each -> !each.contains(" schools") && !each.contains("2023"));
    assertThat(proposals("towers_by_year.zip"))
        .extracting(FileProposal::fileLayer)
        .startsWith("2022 towers")
        .contains("2023 towers");
  }

  /** Sheets of regions are one table, whatever order and spelling of their heads; a sum is none. */
  @Test
  void sheetsOfRegionsAreProposedAsOne() throws IOException {
    FileProposal first = proposals("by_region.xlsx").get(0);
    assertThat(first.fileLayer()).isEqualTo("North ∪ South ∪ East ∪ West");
    assertThat(first.evidence())
        .anySatisfy(
            each -> {
              assertThat(each.code()).isEqualTo("layersJoined");
              assertThat(each.figures()).containsExactly(4, "North, South, East, West", "Region");
            });
    assertThat(proposals("by_region.xlsx"))
        .extracting(FileProposal::fileLayer)
        .doesNotContain("North", "West");
    ReadOptions joined = ReadOptions.DETECT.withLayer(first.fileLayer());
    Read read = read("by_region.xlsx", LayerKind.TOWERS, joined);
    assertSamePlaces(read.places(), ground("GHA", 24));
    assertThat(read.rows().get(13).attributes()).containsEntry("Region", "East");
    assertThat(read.open()).isEmpty();
    ReadOptions one = ReadOptions.DETECT.withLayer("South");
    assertThat(read("by_region.xlsx", LayerKind.TOWERS, one).rows()).hasSize(6);
  }

  @Test
  void rowsOfJoinedSheetsAreNumberedOn() throws IOException {
    ReadOptions joined = ReadOptions.DETECT.withLayer("North ∪ South ∪ East ∪ West");
    // each sheet has its head in row 1 and six rows below: row 3 of South is the tenth
    Read read = read("by_region.xlsx", LayerKind.FACILITIES, joined, "twins=keep:10");
    assertThat(read.rows()).hasSize(24);
    assertThatThrownBy(() -> read("by_region.xlsx", LayerKind.FACILITIES, joined, "twins=keep:99"))
        .hasMessageContaining("judge.rowUnknown");
  }

  /** What a reform changed under the same name is asked about unless other names tell. */
  @Test
  void areasOfBothSidesOfAReformAreAskedAbout() throws IOException {
    ReadOptions plain = ReadOptions.DETECT;
    Read since = read("deux_provinces.csv", LayerKind.CENSUS, plain, "vintage=since");
    assertThat(since.open()).isEmpty();
    double all = since.rows().stream().mapToDouble(row -> row.geometry().getArea()).sum();
    Read before = read("deux_provinces.csv", LayerKind.CENSUS, plain, "vintage=before");
    assertThat(before.open()).doesNotContain("vintage");
    assertThat(before.rows()).as("Bujumbura was two").hasSize(1);
    assertThat(before.rows().get(0).geometry().getArea()).isLessThan(all / 3);
  }

  @Test
  void areasOfAnotherSideThanTheirDrawingAreListed() throws IOException {
    Read ghana = read("sixteen_regions.csv", LayerKind.CENSUS, ReadOptions.DETECT);
    assertThat(ghana.open()).doesNotContain("vintage");
    assertThat(ghana.read().report().counts()).containsEntry("districtReformed", 3L);
    Read before = read("analanjirofo.csv", LayerKind.CENSUS, ReadOptions.DETECT, "vintage=before");
    assertThat(before.rows()).hasSize(4);
    Read since = read("analanjirofo.csv", LayerKind.CENSUS, ReadOptions.DETECT, "vintage=since");
    assertThat(since.rows()).hasSize(3);
    assertThat(since.read().report().counts()).containsEntry("districtReformed", 1L);
  }
}
