package org.kiungo.geodata.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Question.Offer;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/** What each question is asked of, and what its answers do to the rows. */
class JudgeTest {

  private static final double BENIN = Reference.builtIn().country("BEN").population();

  @TempDir private Path folder;
  private String country = "BEN";

  /** A file after it was judged. */
  private record Judged(Imported<?> read, List<Settlement> rows, List<Question> questions) {

    Optional<Question> find(String code) {
      return questions.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    Question get(String code) {
      return find(code).orElseThrow(() -> new AssertionError(code + " among " + questions));
    }
  }

  private Judged judge(String table, Standing standing, String... answers) throws IOException {
    Path file = Files.writeString(folder.resolve("places.csv"), table);
    Judgement judgement = new Judgement(Arrays.stream(answers).map(Answer::parse).toList(), "");
    SourceFile source = SourceFile.of(file);
    Judge first =
        new Judge(new Subject(source, LayerKind.SETTLEMENTS, country, standing), judgement);
    if (first.readsTwice()) {
      judge(source, first, judgement);
      first = first.again();
    }
    return judge(source, first, judgement);
  }

  private Judged judge(SourceFile source, Judge judge, Judgement judgement) {
    LayerImport imports = new LayerImport(Reference.builtIn());
    ColumnMapping mapping =
        Judge.amended(imports.guess(source, LayerKind.SETTLEMENTS, ReadOptions.DETECT), judgement);
    List<Settlement> rows = new ArrayList<>();
    Imported<?> read =
        imports.stream(
            source,
            LayerKind.SETTLEMENTS,
            country,
            mapping,
            (AcceptedRow row) -> {
              judge.accepted(row);
              rows.add((Settlement) row.record());
            },
            judge,
            judge.decisions());
    return new Judged(read, rows, judge.questions(read));
  }

  private Judged judge(String table, String... answers) throws IOException {
    return judge(table, Standing.NOTHING, answers);
  }

  /** Places on the road from Cotonou to Parakou, a row a place. */
  private static String places(int count, String header, String format) {
    StringBuilder table = new StringBuilder(header).append('\n');
    for (int k = 0; k < count; k++) {
      table.append(
          String.format(
              Locale.ROOT, format, k, k % 2, 2.3 + 0.01 * k, 6.6 + 0.1 * k, BENIN / count));
      table.append('\n');
    }
    return table.toString();
  }

  private static final String PLAIN = "id,name,lon,lat,population";
  private static final String ROW = "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,%5$.0f";

  private static List<String> remedies(Question question) {
    return question.offers().stream().map(Offer::remedy).toList();
  }

  @Test
  void aWholeCountryRaisesNoQuestion() throws IOException {
    assertThat(judge(places(12, PLAIN, ROW)).questions()).isEmpty();
  }

  @Test
  void anIdThatRepeatsNamesTheColumnThatDoesNot() throws IOException {
    String table =
        places(
            12,
            "code,localite_id,name,lon,lat,population",
            "c%2$d,L%1$d,Lieu %1$d,%3$.4f,%4$.4f,9");
    Question asked = judge(table, "id=keep-first").get("id");
    assertThat(asked.figures()).containsEntry("lost", 10L).containsEntry("column", "code");
    assertThat(asked.offers().get(0)).isEqualTo(new Offer("use-column", false, "localite_id"));
    assertThat(asked.holds()).isEqualTo("keep-first");
    assertThat(judge(table).get("id").isOpen()).isTrue();

    Judged used = judge(table, "id=use-column:localite_id");
    assertThat(used.find("id")).isEmpty();
    assertThat(used.rows()).hasSize(12).first().extracting(Settlement::id).isEqualTo("L0");
    assertThat(judge(table, "id=number-rows").rows())
        .extracting(Settlement::id)
        .startsWith("2", "3")
        .hasSize(12);
  }

  @Test
  void aRowThatHoldsWhatAllOthersAddUpToIsAskedFor() throws IOException {
    String table = places(12, PLAIN, ROW) + "t,Total Bénin,2.3,9.3," + Math.round(BENIN * 1.004);
    Question asked = judge(table).get("total");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.figures())
        .containsEntry("row", 14L)
        .containsEntry("name", "Total Bénin")
        .containsEntry("others", 12L);
    assertThat(remedies(asked)).containsExactly("leave-out", "keep");
    assertThat(judge(table, "total=leave-out:14").rows()).hasSize(12);
    Judged kept = judge(table, "total=keep:14");
    assertThat(kept.find("total")).isEmpty();
    assertThat(kept.rows()).hasSize(13);
    String capital = places(12, PLAIN, ROW) + "t,Ville,2.3,9.3," + Math.round(BENIN * 0.99);
    assertThat(judge(capital).find("total")).isEmpty();
  }

  @Test
  void twinsAreMergedOneOrAllOrKept() throws IOException {
    String table =
        places(10, PLAIN, ROW)
            + "t1,LIEU 3,2.3301,6.9,10\nt2,lieu-4,2.3401,7.0,20\nt3,Autre,2.35,7.1001,20\n";
    Question asked = judge(table).get("twins");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.caseCount()).isEqualTo(2);
    assertThat(asked.figures())
        .containsEntry("earlierName", "Lieu 3")
        .containsEntry("name", "LIEU 3")
        .containsEntry("earlierRow", 5L)
        .containsEntry("row", 12L);

    assertThat(judge(table, "twins=merge-all").rows())
        .extracting(Settlement::id)
        .doesNotContain("t1", "t2")
        .contains("t3");
    Judged one = judge(table, "twins=merge:12");
    assertThat(one.rows()).extracting(Settlement::id).doesNotContain("t1").contains("t2");
    assertThat(one.get("twins").caseCount()).isEqualTo(1);
    assertThat(one.read().report().rowsIn()).isEqualTo(13);
    assertThat(one.read().report().counts()).containsEntry("mergedAsAnswered", 1L);
    assertThat(judge(table, "twins=merge:12", "twins=keep:13").find("twins")).isEmpty();
    Judged kept = judge(table, "twins=keep-all");
    assertThat(kept.rows()).hasSize(13);
    assertThat(kept.get("twins").isOpen()).isFalse();
  }

  /** Under two names with as many people, or with none at all; also in three parts. */
  @Test
  void onePlaceTwiceIsAskedAboutWhateverItIsCalled() throws IOException {
    String table =
        places(10, PLAIN, ROW)
            + "t1,Ville,2.5,7.2,1000\nt2,Ville Nord,2.5001,7.2,1010\nt3,,2.5,7.2001,990\n"
            + "t4,Autre,2.5002,7.2,4000\n";
    Question asked = judge(table).get("twins");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.caseCount()).isEqualTo(2);
    assertThat(asked.figures()).containsEntry("name", "Ville Nord").containsEntry("pairs", 2L);
    assertThat(asked.offers())
        .extracting(Offer::remedy)
        .containsExactly("merge", "merge-all", "sum", "sum-all", "keep", "keep-all");
    Judged first = judge(table, "twins=merge-all");
    assertThat(people(first, "t1")).isEqualTo(1000);
    assertThat(first.rows()).extracting(Settlement::id).contains("t4").doesNotContain("t2", "t3");
    Judged summed = judge(table, "twins=sum-all");
    assertThat(people(summed, "t1")).isEqualTo(3000);
    assertThat(summed.rows()).hasSize(12);
    assertThat(summed.read().report().counts()).containsEntry("summedAsAnswered", 2L);
    assertThat(summed.find("twins")).isEmpty();
    Judged mixed = judge(table, "twins=sum:13", "twins=keep:14");
    assertThat(people(mixed, "t1")).isEqualTo(2010);
    assertThat(people(mixed, "t3")).isEqualTo(990);
    assertThat(judge(table, "twins=keep-all").rows()).hasSize(14);
  }

  /**
   * Lines above the header and rows that are refused count as the file counts them; who is one with
   * another row is not refused.
   */
  @Test
  void rowsAreNamedAsTheFileCountsThemAndMergedOnesAreNotRefused() throws IOException {
    String table =
        "# villages of the region\n"
            + places(8, PLAIN, ROW)
            + "r,Refused,2.4,7.45,abc\nt1,,2.5,7.52,1000\nt2,,2.5001,7.52,1000\n";
    Judged open = judge(table);
    Finding near =
        open.read().report().findings().stream()
            .filter(each -> each.code().equals("placeTwice"))
            .findFirst()
            .orElseThrow();
    assertThat(near.row()).isEqualTo(13);
    assertThat(near.found()).isEqualTo("12");
    Question asked = open.get("twins");
    assertThat(asked.figures())
        .containsEntry("earlierRow", 12L)
        .containsEntry("row", 13L)
        .containsEntry("way", "unnamed")
        .containsEntry("place", "(2.5001, 7.52)");

    Judged merged = judge(table, "twins=merge:13");
    Finding told =
        merged.read().report().findings().stream()
            .filter(each -> each.code().equals("mergedAsAnswered"))
            .findFirst()
            .orElseThrow();
    assertThat(told.row()).isEqualTo(13);
    assertThat(told.found()).isEqualTo("12");
    assertThat(told.severity()).isEqualTo(Finding.Severity.ANSWERED);
    assertThat(merged.read().report().rowsIn()).isEqualTo(11);
    assertThat(merged.read().report().rowsAccepted()).isEqualTo(9);
    assertThat(merged.read().report().rowsAnswered()).isEqualTo(1);
    assertThat(merged.read().report().rowsListed()).isEqualTo(1);
  }

  @Test
  void columnsThatNothingUsesAreNamed() throws IOException {
    String table =
        places(
            8,
            "id,Chef de famille,lon,lat,population,rank,empty",
            "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,%5$.0f,%1$d,");
    List<Finding> told =
        judge(table).read().report().findings().stream()
            .filter(each -> each.code().equals("columnsUnused"))
            .toList();
    assertThat(told).extracting(Finding::found).containsExactly("Chef de famille, rank");
    assertThat(judge(places(8, PLAIN, ROW)).read().report().counts())
        .doesNotContainKey("columnsUnused");
  }

  private static double people(Judged judged, String id) {
    return judged.rows().stream()
        .filter(each -> each.id().equals(id))
        .mapToDouble(Settlement::population)
        .sum();
  }

  @Test
  void theSumIsComparedWithTheNationAndWithWhatIsStored() throws IOException {
    String five = places(10, PLAIN, "p%1$d,Lieu %1$d,%3$.4f,%4$.4f," + Math.round(BENIN / 2));
    Standing before = new Standing(1, 40, BENIN);
    Judged judged = judge(five, before);
    assertThat(judged.get("sum").figures()).containsEntry("ratio", 5L).containsEntry("way", "more");
    assertThat(judged.get("sum").bars()).hasSize(3);
    assertThat(judged.get("standing").figures()).containsEntry("percent", 500L);
    assertThat(judge(five, before, "sum=right:census of 2060").get("sum").isOpen()).isFalse();
    assertThat(judge(five, before, "sum=leave-file").get("sum").isOpen()).isTrue();

    Judged part = judge(places(3, PLAIN, "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,90000"), before);
    assertThat(part.get("sum").holds()).isEqualTo("part");
    assertThat(part.get("sum").assumed()).isTrue();
    assertThat(part.get("standing").isOpen()).isTrue();
    assertThat(part.get("sum").figures()).containsEntry("way", "less");

    Judged village = judge(places(3, PLAIN, "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,90"), before);
    assertThat(village.get("sum").figures())
        .as("270 people are not 0 % of a nation")
        .containsEntry("ratio", 1L)
        .containsEntry("way", "hardly");
  }

  @Test
  void percentIsAskedWhereHeadingAndValuesDoNotAgree() throws IOException {
    String heading = PLAIN.replace("\n", "") + ",Couverture 4G (%)\n";
    String table = heading + "a,A,2.3,6.4,900,0.5\nb,B,2.5,6.6,800,1\n";
    Judged asked = judge(table);
    assertThat(asked.get("percent").isOpen()).isTrue();
    assertThat(asked.rows().get(0).baselineCoverageRatio()).isEqualTo(0.5);
    Judged percent = judge(table, "percent=percent");
    assertThat(percent.get("percent").isOpen()).isFalse();
    assertThat(percent.rows().get(0).baselineCoverageRatio()).isEqualTo(0.005);
    assertThat(judge(table, "percent=keep-all").get("percent").isOpen()).isFalse();
    assertThat(judge(table.replace(",1\n", ",100\n")).find("percent")).isEmpty();
  }

  /** A second region's sheet takes the place of the first's only when somebody says so. */
  @Test
  void rowsAreReplacedByQuiteOtherOnesOnlyWhenAsked() throws IOException {
    List<String> first = new ArrayList<>(List.of("abcdefghijkl".split("")));
    Standing now = new Standing(1, 12, Double.NaN).with(first);
    String second = places(12, PLAIN, "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,900");
    Judged judged = judge(second, now);
    assertThat(judged.get("others").isOpen()).isTrue();
    assertThat(judged.get("others").figures()).containsEntry("rows", 12L);
    assertThat(judge(second, now, "others=replace").get("others").isOpen()).isFalse();
    first.set(5, judged.rows().get(3).id());
    assertThat(judge(second, now.with(first)).get("others").figures())
        .containsEntry("missing", 11L)
        .containsEntry("looked", 12L);
    for (int k = 0; k < 6; k++) {
      first.set(k, judged.rows().get(k).id());
    }
    assertThat(judge(second, now.with(first)).find("others")).as("half of it stays").isEmpty();
    assertThat(judge(second, now.with(List.of("a", "b", "c"))).get("others").isOpen()).isTrue();
    assertThat(judge(second, new Standing(1, 12, Double.NaN)).find("others")).isEmpty();
  }

  /** As forms of ODK and Kobo are exported, with their own columns beside. */
  @Test
  void answersOfASurveyAreAskedAboutWhereTheyContradictOrNameNoPlace() throws IOException {
    List<Settlement> places =
        ProblemAssembly.builtInSettlements(country).stream().limit(6).toList();
    String[] said = {"yes", "no", "oui", "Não", "نعم", "لا"};
    StringBuilder table =
        new StringBuilder("SubmissionDate,settlement_id,lon,lat,population,has_4g,kiungo_survey\n");
    for (int k = 0; k < said.length; k++) {
      table.append(answered(places.get(k), places.get(k).id(), said[k]));
    }
    Judged judged = judge(table.toString());
    assertThat(judged.questions()).isEmpty();
    assertThat(judged.rows())
        .extracting(Settlement::baselineCoverageRatio)
        .containsExactly(1.0, 0.0, 1.0, 0.0, 1.0, 0.0);
    assertThat(judged.read().report().counts()).doesNotContainKey("notANumber");

    table.append(answered(places.get(0), places.get(0).id(), "no"));
    table.append(answered(places.get(1), places.get(1).id(), "non"));
    table.append(answered(places.get(2), "BEN_typo", "unknown"));
    judged = judge(table.toString());
    Question two = judged.get("answers");
    assertThat(two.isOpen()).isTrue();
    assertThat(two.cases()).extracting(each -> each.row()).containsExactly(8L, 2L);
    assertThat(two.figures())
        .containsEntry("id", places.get(0).id())
        .containsEntry("answer", "no")
        .containsEntry("otherAnswer", "yes");
    assertThat(judged.get("stray").cases()).extracting(each -> each.row()).containsExactly(10L);
    judged = judge(table.toString(), "answers=leave-out:2", "stray=leave-out:10");
    assertThat(judged.find("answers")).isEmpty();
    assertThat(judged.find("stray")).isEmpty();
    assertThat(judged.rows())
        .filteredOn(each -> each.id().equals(places.get(0).id()))
        .extracting(Settlement::baselineCoverageRatio)
        .containsExactly(0.0);
    assertThat(judge(table.toString(), "answers=keep-first").get("answers").isOpen()).isFalse();
  }

  private static String answered(Settlement place, String id, String answer) {
    return String.format(
        Locale.ROOT,
        "2026-12-01T10:00:00Z,%s,%s,%s,%s,%s,BEN%n",
        id,
        place.location().lon(),
        place.location().lat(),
        place.population(),
        answer);
  }

  @Test
  void thousandsAreMultipliedWhenSaidSo() throws IOException {
    String table = places(10, PLAIN, ROW + "").replaceAll("(\\d+)\\d{3}\n", "$1\n");
    Judged asked = judge(table);
    assertThat(asked.get("thousands").isOpen()).isTrue();
    assertThat(asked.find("sum")).isEmpty();
    Judged times = judge(table, "thousands=times-thousand");
    assertThat(times.questions()).isEmpty();
    assertThat(times.read().report().totalAfter()).isBetween(BENIN * 0.99, BENIN * 1.01);
  }

  @Test
  void aYearFarFromTheBuiltInOneOffersTheNearerColumn() throws IOException {
    String table =
        places(10, "id,name,lon,lat,pop_2002,pop_2022", "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,1,%5$.0f");
    Path file = Files.writeString(folder.resolve("places.csv"), table);
    SourceFile source = SourceFile.of(file);
    LayerImport imports = new LayerImport(Reference.builtIn());
    ColumnMapping declared =
        new ColumnMapping(java.util.Map.of("population", "pop_2002"), ReadOptions.DETECT);
    Judge judge =
        new Judge(
            new Subject(source, LayerKind.SETTLEMENTS, "BEN", Standing.NOTHING), Judgement.NONE);
    Imported<?> read =
        imports.stream(
            source,
            LayerKind.SETTLEMENTS,
            "BEN",
            declared,
            judge::accepted,
            judge,
            judge.decisions());
    Question asked =
        judge.questions(read).stream().filter(q -> q.code().equals("year")).findFirst().get();
    assertThat(asked.assumed()).isTrue();
    assertThat(asked.offers()).contains(new Offer("use-column", false, "pop_2022"));
    Judgement answered = new Judgement(List.of(Answer.parse("year=use-column:pop_2022")), "");
    assertThat(Judge.amended(declared, answered).column("population")).isEqualTo("pop_2022");
  }

  /** Twelve rows that a hundred and fifty replace are a register that a list of others replaces. */
  @Test
  void rowsThatGrowTenfoldAreAskedAbout() throws IOException {
    StringBuilder table = new StringBuilder(PLAIN).append('\n');
    for (int k = 0; k < 150; k++) {
      double at = k / 100.0;
      table.append(
          String.format(Locale.ROOT, "p%1$d,Lieu %1$d,2.4,%2$.2f,%3$d%n", k, 8 + at, 900 + 7 * k));
    }
    String many = table.toString();
    Judged judged = judge(many, new Standing(1, 12, Double.NaN));
    assertThat(judged.get("standing").figures())
        .containsEntry("counted", "rows")
        .containsEntry("percent", 1_250L);
    assertThat(judge(many, new Standing(1, 20, Double.NaN)).find("standing")).isEmpty();
  }

  /** A file without its answers has no rows yet: it would not become 0 % of what is stored. */
  @Test
  void whatIsReadAgainWithoutItsAnswersIsNamedAndNotComparedWithItself() throws IOException {
    Standing.Same same = new Standing.Same("Villages", "settlements", 3, true);
    String grouped = places(20, PLAIN, "p%1$d,Lieu %1$d,%3$.4f,%4$.4f,\"31,35%2$d\"");
    Judged judged = judge(grouped, new Standing(4, 20, 627_100).with(same));
    assertThat(judged.find("grouping")).isPresent();
    assertThat(judged.find("standing")).isEmpty();
    assertThat(judged.get("same").figures())
        .containsEntry("version", "3")
        .containsEntry("dataset", "Villages");
    assertThat(judged.get("same").isOpen()).isFalse();
  }

  /** A file of another country: one sentence says of which, and nothing is to be replaced by it. */
  @Test
  void rowsThatLieInOneOtherCountryNameIt() throws IOException {
    StringBuilder kenya = new StringBuilder(PLAIN).append('\n');
    for (int k = 0; k < 8; k++) {
      kenya.append(
          String.format(Locale.ROOT, "k%1$d,Mji %1$d,36.8,%2$.1f,900%n", k, -1.3 + k / 10.0));
    }
    Judged judged = judge(kenya.toString(), new Standing(2, 1_752, 2_330_760));
    assertThat(judged.get("outside").figures())
        .containsEntry("lies", "KEN")
        .containsEntry("there", 8L)
        .containsEntry("of", 8L)
        .containsEntry("way", "all");
    assertThat(judged.get("standing").figures()).containsEntry("counted", "rows");
    assertThat(remedies(judged.get("standing"))).containsExactly("leave-file", "right");
    assertThat(judge(kenya + "b1,Cotonou,2.42,6.37,500\n").get("outside").figures())
        .containsEntry("there", 8L)
        .containsEntry("of", 9L)
        .containsEntry("way", "most");
  }

  private List<Question> areas(String... shapes) throws IOException {
    return areas(Judgement.NONE, shapes).questions();
  }

  private record Areas(List<Question> questions, DataReport report) {}

  private Areas areas(Judgement judgement, String... shapes) throws IOException {
    StringBuilder table = new StringBuilder("id,generation,wkt\n");
    for (String each : shapes) {
      table.append(table.length()).append(",4G,\"").append(each).append("\"\n");
    }
    SourceFile file = SourceFile.of(Files.writeString(folder.resolve("areas.csv"), table));
    Subject subject = new Subject(file, LayerKind.COVERAGE, "LSO", Standing.NOTHING);
    Judge judge = new Judge(subject, judgement);
    Imported<?> read =
        new LayerImport(Reference.builtIn())
            .stream(
                file, LayerKind.COVERAGE, "LSO", null, judge::accepted, judge, judge.decisions());
    return new Areas(judge.questions(read), read.report());
  }

  /** One row asks one thing in two words, and nothing of another country is kept unasked. */
  @Test
  void anAreaInAnotherCountryIsLeftOutUnlessItIsToBeKept() throws IOException {
    String home = "POLYGON ((27.2 -30.4, 27.3 -30.4, 27.3 -30.3, 27.2 -30.3, 27.2 -30.4))";
    String kenya = "POLYGON ((37 0, 37.2 0, 37.2 0.2, 37 0.2, 37 0))";
    String across = "POLYGON ((27.2 -30.4, 37 0, 27.3 -30.3, 27.2 -30.4))";
    Areas read = areas(Judgement.NONE, home, kenya, across);
    assertThat(read.report().rowsAccepted()).isEqualTo(2);
    assertThat(read.report().counts()).containsEntry("leftOutOutside", 1L);
    Question asked = last(read);
    assertThat(asked.holds()).isEqualTo("leave-out-all");
    assertThat(asked.assumed()).isTrue();
    assertThat(asked.choices()).extracting(Offer::remedy).containsExactly("leave-out-all", "keep");
    Areas two = areas(Judgement.NONE, home, kenya, kenya.replace("37 ", "37.1 "));
    assertThat(last(two).choices()).isEqualTo(last(two).offers()).hasSize(4);
    assertThat(last(two).offers().get(0).remedy()).isEqualTo("leave-out");

    for (String answer : List.of("outside=keep-all", "outside=keep:3")) {
      Judgement kept = new Judgement(List.of(Answer.parse(answer)), "");
      assertThat(areas(kept, home, kenya).report().rowsAccepted()).as(answer).isEqualTo(2);
    }
  }

  private static Question last(Areas read) {
    return read.questions().get(read.questions().size() - 1);
  }

  @Test
  void fewAreasOfCoverageAreAskedWhetherTheyAreTheWholeCountrys() throws IOException {
    String corner = "POLYGON ((27.2 -30.4, 27.3 -30.4, 27.3 -30.3, 27.2 -30.3, 27.2 -30.4))";
    Question asked = areas(corner).get(0);
    assertThat(asked.code()).isEqualTo("coverage");
    assertThat(asked.holds()).isEqualTo("part");
    assertThat(asked.assumed()).isTrue();
    assertThat(remedies(asked)).containsExactly("part", "right", "leave-file");
    assertThat((long) asked.figures().get("percent")).isBetween(0L, 10L);
    assertThat((long) asked.figures().get("published"))
        .isEqualTo(Math.round(100 * Reference.builtIn().people().coverage("LSO").ratio()));
    assertThat(areas("POLYGON ((27 -30.6, 29.5 -30.6, 29.5 -28.5, 27 -28.5, 27 -30.6))")).isEmpty();
  }

  @Test
  void rowsOutsideAreLeftOutUnlessTheyAreEdited() throws IOException {
    String table = places(12, PLAIN, ROW) + "x1,Loin,23.42,-19.98,500\nx2,Ailleurs,24,-20,5\n";
    Question asked = judge(table).get("outside");
    assertThat(asked.holds()).isEqualTo("leave-out-all");
    assertThat(asked.figures()).containsEntry("row", 14L).containsEntry("rows", 2L);
    assertThat(asked.cases().get(0).cells())
        .containsEntry("lon", "23.42")
        .containsEntry("lat", "-19.98")
        .containsEntry("name", "Loin");

    Judged edited = judge(table, "outside=edit:14:lon=2.42,lat=6.37,name=Cotonou");
    assertThat(edited.get("outside").caseCount()).isEqualTo(1);
    assertThat(edited.rows()).last().extracting(Settlement::name).isEqualTo("Cotonou");
    assertThat(edited.rows().get(12).location().lat()).isEqualTo(6.37);
    assertThat(edited.read().report().totalAfter()).isBetween(BENIN + 490, BENIN + 510);
  }

  @Test
  void mostRowsLostAndPlacesWithoutPeopleAreAsked() throws IOException {
    String lost = places(4, PLAIN, ROW);
    for (int k = 0; k < 9; k++) {
      lost += "b" + k + ",Sans,,,5\n";
    }
    Question kept = judge(lost).get("kept");
    assertThat(kept.figures()).containsEntry("kept", 4L).containsEntry("rows", 13L);
    assertThat(remedies(kept)).containsExactly("leave-file", "keep-good");

    country = "LBY";
    String desert = PLAIN + "\nt,Tripoli,13.19,32.88,1100000\nw,Rebiana,20.5,24.2,700\n";
    Question far = judge(desert).get("far");
    assertThat(far.cases()).extracting(Question.Case::row).containsExactly(3L);
    assertThat(far.assumed()).isTrue();
    assertThat(judge(desert, "far=leave-out-all").rows()).hasSize(1);
    assertThat(judge(desert, "far=keep:3").find("far")).isEmpty();
  }

  @Test
  void answersThatMeanNothingAreRefusedByName() {
    String table = places(12, PLAIN, ROW);
    assertRefused("judge.answerUnreadable", table, "what");
    assertRefused("judge.questionUnknown", table, "size=right:so");
    assertRefused("judge.remedyUnknown", table, "sum=perhaps");
    assertRefused("judge.textMissing", table, "sum=right");
    assertRefused("judge.rowUnknown", table, "outside=leave-out:99");
    assertRefused("judge.answeredTwice", table, "sum=part", "sum=leave-file");
    String many = table + "x,Loin,23.42,-19.98,500\n";
    assertRefused("judge.remedyUnfit", many, "outside=number-rows");
    assertRefused("judge.degrees", many, "outside=edit:14:lon=2.4");
    assertRefused("judge.cellUnknown", many, "outside=edit:14:height=2.4");
  }

  private void assertRefused(String code, String table, String... answers) {
    assertThatThrownBy(() -> judge(table, answers))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
