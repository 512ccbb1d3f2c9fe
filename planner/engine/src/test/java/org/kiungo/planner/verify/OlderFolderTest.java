package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verdict;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Folders of a time when files held less: told from faults, by file and column. */
class OlderFolderTest extends PlannedFolder {

  private static final int LACKS = 30;

  /** A column of {@code sites.csv}, or a field of a feature or of the plan. */
  private record Lack(String file, String field) {}

  @Test
  void aTableWithoutAColumnIsRefusedByNameBothWays() throws IOException {
    withoutColumn("masts");
    assertRefusal(() -> Verifier.verify(folder), "csv.missing", "masts");
    assertRefusal(() -> PlanFolder.read(folder), "csv.missing", "masts");
  }

  @Test
  void aTableWithAWordForANumberIsRefusedByRow() throws IOException {
    Path sites = folder.resolve("sites.csv");
    String word = Files.readString(sites).replaceFirst(",SOLAR,", ",SOLAR,x");
    Files.writeString(sites, word);
    assertRefusal(() -> Verifier.verify(folder), "csv.number", "loadMbps");
  }

  @Test
  void aProofOfAnotherVersionIsNoWrongProof() throws IOException {
    Path proof = folder.resolve("bound.proof");
    byte[] bytes = Files.readAllBytes(proof);
    bytes[BoundProof.NAME.length()] = '3';
    Files.write(proof, bytes);
    assertThatThrownBy(() -> Verifier.verify(folder))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("folder.version");
              assertThat(refused.arguments()).containsEntry("found", "3");
            });
  }

  @Test
  void whateverIsMissingIsNoFault() throws IOException {
    List<Lack> lacks = new ArrayList<>();
    Set<String> columns = Set.of(Files.readAllLines(folder.resolve("sites.csv")).get(0).split(","));
    new TreeSet<>(columns).forEach(each -> lacks.add(new Lack("sites.csv", each)));
    for (String file : List.of("plan.geojson", "links.geojson", "settlements.geojson")) {
      JsonNode first = JSON.readTree(folder.resolve(file).toFile()).get("features").get(0);
      first.get("properties").propertyNames().forEach(each -> lacks.add(new Lack(file, each)));
    }
    for (String file : List.of("plan.json", "certificate.json", "scenario.json")) {
      JSON.readTree(folder.resolve(file).toFile())
          .propertyNames()
          .forEach(each -> lacks.add(new Lack(file, each)));
    }
    for (Lack each : SeededSample.of("lacks of a folder", lacks, LACKS)) {
      planned.write(folder);
      remove(each);
      try {
        assertThat(Verifier.verify(folder).checks()).isNotEmpty();
      } catch (InputRefused refused) {
        assertThat(refused.code()).as("%s", each).isEqualTo("folder.unreadable");
      }
    }
  }

  /** When a share alone said who is covered, and links between the masts of a site were free. */
  @Test
  void aFolderOfBeforeCoverageCameFromMastsIsCheckedAndHeldToItsOtherRules() throws IOException {
    PlanFolder today = ofBefore();
    TodayTotals now = today.plan().totals().today();
    assertThat(now.peopleGainedUnsure()).as("95 %, or half of them").isPositive();
    today.write(folder);
    withoutColumn("hopsBetweenMasts");
    Manifest.seal(folder);
    Verification newer = FolderVerifier.verify(folder, Installed.UNKNOWN);
    assertThat(newer.broken()).extracting(Check::code).containsExactly("total.today");
    TodayTotals then =
        new TodayTotals(
            now.peopleBaselineLow(),
            now.peopleBaselineHigh(),
            now.peopleBaselineBasic(),
            now.peopleGainedSure(),
            now.peopleGainedLikely(),
            now.peopleGainedPossible(),
            now.peopleGainedCovered() + now.peopleGainedUnsure(),
            0,
            now.peopleGainedUncovered(),
            now.peopleGainedUnknown());
    PlanFolder older =
        new PlanFolder(
            today.problem(),
            today.scenario(),
            today.plan().withTotals(today.plan().totals().withToday(then)),
            today.certificate(),
            today.proof(),
            today.blockedHops());
    older.write(folder);
    assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
        .extracting(Check::code)
        .containsExactly("total.today");
    withoutColumn("hopsBetweenMasts");
    Manifest.seal(folder);
    Verification found = FolderVerifier.verify(folder, Installed.UNKNOWN);
    assertThat(found.broken()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.CHECKED);
    assertThat(found.open()).contains(new Open("coverage.older", "sites.csv"));
    Path sites = folder.resolve("sites.csv");
    Files.writeString(sites, Files.readString(sites).replace(",SOLAR,", ",HYBRID,"));
    Manifest.seal(folder);
    assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
        .extracting(Check::code)
        .contains("site.energy");
  }

  private static PlanFolder ofBefore() {
    PlanningProblem world = problem();
    List<Settlement> settlements = new ArrayList<>(world.settlements());
    settlements.replaceAll(
        each ->
            each.baselineCoverageRatio() == 0.5
                ? each.with()
                    .baselineCoverageRatio(0.95)
                    .baselineLowRatio(0.5)
                    .baselineHighRatio(1)
                    .baselineModelled(true)
                    .build()
                : each);
    Catalogue now = world.catalogue();
    List<AccessTechnology> technologies =
        now.technologies().stream()
            .map(each -> each.with().furtherMastLinkCapexUsd(null))
            .map(each -> each.furtherMastLinkOpexUsdPerYear(null).build())
            .toList();
    Catalogue before =
        new Catalogue(
            "before",
            technologies,
            now.media(),
            now.volumes(),
            now.transit(),
            now.energy(),
            List.of());
    PlanningProblem facts = world.withSettlements(settlements).withCatalogue(before);
    Scenario scenario = planned.scenario().withBudgetUsd(Double.NaN);
    return Planner.folder(facts, Planner.plan(facts, scenario, Progress.NONE, () -> false));
  }

  private void remove(Lack lack) throws IOException {
    if (lack.file().equals("sites.csv")) {
      withoutColumn(lack.field());
      return;
    }
    edit(
        lack.file(),
        root -> {
          root.remove(lack.field());
          root.path("features")
              .forEach(each -> ((ObjectNode) each.get("properties")).remove(lack.field()));
        });
  }

  private void withoutColumn(String name) throws IOException {
    Path sites = folder.resolve("sites.csv");
    List<String> rows = Files.readAllLines(sites);
    int at = Arrays.asList(rows.get(0).split(",")).indexOf(name);
    Files.write(sites, rows.stream().map(row -> without(row.split(",", -1), at)).toList());
  }

  private static String without(String[] cells, int at) {
    return IntStream.range(0, cells.length)
        .filter(k -> k != at)
        .mapToObj(k -> cells[k])
        .collect(Collectors.joining(","));
  }

  private static void assertRefusal(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String code, String column) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("folder.unreadable");
              InputRefused problem = (InputRefused) refused.arguments().get("problem");
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.arguments()).containsEntry("column", column);
            });
  }
}
