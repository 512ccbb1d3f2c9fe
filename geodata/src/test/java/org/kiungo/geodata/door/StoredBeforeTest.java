package org.kiungo.geodata.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Question.Offer;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.SystemProposals;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * What is asked of a file beside what is stored already and beside the country, and of one that
 * does not say where it lies.
 */
class StoredBeforeTest {

  private static final String PLACES =
      "id,name,lon,lat,population\na,A,28.1,-29.5,900\nb,B,28.2,-29.4,800\nc,C,28.3,-29.3,700\n";

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(Reference.builtIn(), new CensusImport(new BuiltInDistricts()));

  private record Judged(DataReport report, List<Question> questions) {

    Question get(String code) {
      return questions.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }

    List<String> codes() {
      return questions.stream().map(Question::code).toList();
    }
  }

  private Judged judge(
      String name, String text, LayerKind kind, String iso3, Standing now, String... answers)
      throws IOException {
    SourceFile file = SourceFile.of(Files.writeString(folder.resolve(name), text));
    Judgement judgement = new Judgement(Arrays.stream(answers).map(Answer::parse).toList(), "");
    Judge judge = new Judge(new Subject(file, kind, iso3, now), judgement);
    ColumnMapping mapping = imports.guess(file, kind, ReadOptions.DETECT);
    Imported<?> read =
        imports.stream(file, kind, iso3, mapping, judge::accepted, judge, judge.decisions());
    return new Judged(read.report(), judge.questions(read));
  }

  private Judged places(Standing now, String... answers) throws IOException {
    return judge("places.csv", PLACES, LayerKind.SETTLEMENTS, "LSO", now, answers);
  }

  @Test
  void anotherSourceIsAskedAboutBeforeItReplacesTheFirst() throws IOException {
    Standing now = new Standing(2, 3, 2_400);
    Question asked = places(now.from("Bureau of Statistics", "Econet")).get("origin");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.figures())
        .containsEntry("version", "2")
        .containsEntry("stored", "Bureau of Statistics")
        .containsEntry("given", "Econet");
    assertThat(asked.offers())
        .extracting(Offer::remedy)
        .containsExactly("own-name", "replace", "leave-file");
    assertThat(asked.offers().get(0).text()).isEqualTo("Econet");
    Standing other = now.from("Bureau of Statistics", "Econet");
    assertThat(places(other, "origin=replace").get("origin").isOpen()).isFalse();
    assertThat(places(other, "origin=own-name:Econet").get("origin").isOpen())
        .as("the name is taken by another source too")
        .isTrue();
  }

  @Test
  void editionsOfOneSourceAndFilesThatSayNoneFollowUnasked() throws IOException {
    Standing now = new Standing(2, 3, 2_400);
    for (String[] each :
        new String[][] {
          {"INStaD, RGPH 4 (2013)", "instad, rgph-5 (2024)"},
          {"Bureau of Statistics", "Bureau  of Statistics "},
          {"Bureau of Statistics", ""},
          {"المكتب الوطني 2019", "المكتب الوطني 2024"},
        }) {
      assertThat(places(now.from(each[0], each[1])).codes()).doesNotContain("origin");
    }
    assertThat(places(Standing.NOTHING.from("", "Econet")).codes()).doesNotContain("origin");
  }

  @Test
  void aFileThatIsStoredAgainIsToldWithWhatHasFollowedIt() throws IOException {
    Standing now = new Standing(3, 3, 2_400);
    assertThat(way(now.with(new Standing.Same("s", "settlements", 3, true)))).isEqualTo("now");
    assertThat(way(now.with(new Standing.Same("s", "settlements", 1, true)))).isEqualTo("past");
    assertThat(way(now.with(new Standing.Same("t", "towers", 3, false)))).isEqualTo("elsewhere");
  }

  private Object way(Standing now) throws IOException {
    return places(now).get("same").figures().get("way");
  }

  /** A part of a country is assumed to be one; all of its departments with few people are not. */
  @Test
  void aCensusOfAllAreasWithAThirdOfThePeopleIsDoubted() throws IOException {
    Ground benin = new Ground("BEN");
    List<String> rows =
        benin.districts(0.35, (district, people) -> district.name() + ";" + people + "\n");
    String head = "Département;Population\n";
    Judged all = census(head + String.join("", rows));
    assertThat(all.get("sum").figures()).containsEntry("way", "all").containsEntry("ratio", 35L);
    assertThat(all.get("sum").isOpen()).isTrue();
    assertThat(census(head + String.join("", rows), "sum=right:of 1992").get("sum").isOpen())
        .isFalse();
    Judged some = census(head + String.join("", rows.subList(0, 11)));
    assertThat(some.get("sum").figures()).containsEntry("way", "less");
    assertThat(some.get("sum").holds()).isEqualTo("part");
  }

  private Judged census(String table, String... answers) throws IOException {
    return judge("census.csv", table, LayerKind.CENSUS, "BEN", Standing.NOTHING, answers);
  }

  /** A sum is compared with its rows, and so refuses no import that wants all rows. */
  @Test
  void aSumIsNoError() throws IOException {
    DataReport report =
        census("Département;Population\nAlibori;100\nZou;200\nTotal;300\n").report();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.rowsAccepted()).isEqualTo(2);
    assertThat(report.rowsAnswered()).isEqualTo(1);
    assertThat(report.findings())
        .filteredOn(each -> each.code().equals("censusTotal"))
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.SUM);
  }

  /** Cells of 10 km over Lesotho, in metres of UTM zone 35 south. */
  private SourceFile metres() throws IOException {
    StringBuilder text = new StringBuilder("ncols 24\nnrows 24\nxllcorner 500000\n");
    text.append("yllcorner 6610000\ncellsize 10000\n");
    for (int row = 0; row < 24; row++) {
      for (int column = 0; column < 24; column++) {
        text.append(String.format(Locale.ROOT, "%d ", 1_000 + 37 * row + 11 * column));
      }
      text.append('\n');
    }
    return SourceFile.of(Files.writeString(folder.resolve("cells.asc"), text.toString()));
  }

  @Test
  void cellsInMetresGetSystemsProposedAndLieWhereTheAnswerPutsThem() throws IOException {
    SourceFile file = metres();
    InputRefused unsaid = null;
    try {
      raster(file, "");
    } catch (InputRefused refused) {
      unsaid = SystemProposals.of(refused, file, ReadOptions.DETECT, "LSO");
    }
    assertThat(unsaid.code()).isEqualTo("file.systemUnsaid");
    assertThat(unsaid.arguments().get("systems").toString())
        .startsWith("EPSG:32735 WGS 84 / UTM zone 35S");
    Imported<?> read = raster(file, "EPSG:32735");
    assertThat(read.crs()).isEqualTo("EPSG:32735");
    assertThat(read.report().rowsAccepted()).isEqualTo(1);
    assertThatThrownBy(() -> raster(file, "EPSG:1")).hasMessageContaining("file.crsUnknown");
    LonLat maseru = new LonLat(27.5, -29.5);
    try (ElevationRaster ground = ElevationRaster.openImported(file.path(), "EPSG:32735")) {
      assertThat(ground.isKnown(maseru)).isTrue();
    }
    assertThatThrownBy(() -> ElevationRaster.openImported(file.path(), ""))
        .hasMessageContaining("raster.noCrs");
  }

  private Imported<?> raster(SourceFile file, String crs) {
    LayerKind kind = LayerKind.POPULATION_RASTER;
    ColumnMapping mapping = ColumnMapping.guess(ReadOptions.DETECT.withCrs(crs));
    Judge judge = new Judge(new Subject(file, kind, "LSO", Standing.NOTHING), Judgement.NONE);
    Imported<?> read =
        imports.stream(file, kind, "LSO", mapping, judge::accepted, judge, judge.decisions());
    assertThat(judge.questions(read)).extracting(Question::code).doesNotContain("degrees");
    return read;
  }

  /** What is packed tells what it is; its name may say anything. */
  @Test
  void packedFilesAreKnownByTheirContent() throws IOException {
    byte[] table = MinistryFile.gzip(MinistryFile.text(PLACES));
    for (String name : List.of("places.csv", "places.shp.gz", "places.gz", "places")) {
      SourceFile file = SourceFile.of(Files.write(folder.resolve(name), table));
      assertThat(LayerReader.of(file).format()).as(name).isEqualTo("GZIP");
    }
    byte[] shapes = MinistryFile.gzip(new byte[] {0, 0, 0x27, 0x0A, 0, 0, 0, 0});
    SourceFile part = SourceFile.of(Files.write(folder.resolve("a.csv.gz"), shapes));
    assertThatThrownBy(() -> LayerReader.of(part)).hasMessageContaining("file.foreign.archive");
  }
}
