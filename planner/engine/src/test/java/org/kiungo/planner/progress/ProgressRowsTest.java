package org.kiungo.planner.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Matched;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.form.Installed;

/** What single rows do: to the money, to whom the rest finishes, to what they are matched with. */
class ProgressRowsTest {

  /** Worlds in which much was paid for a site that waits, and those of them with phases. */
  private static final int DEAR = SeededSample.takesAll() ? 6 : 3;

  private static final int DEAR_IN_PHASES = SeededSample.takesAll() ? 2 : 1;

  /** Every third of them has phases. */
  private static final int WITH_MORE_MONEY = SeededSample.takesAll() ? 6 : 3;

  @TempDir private Path temp;

  private List<String> broken(ProgressFolder found) throws IOException {
    Path folder = temp.resolve("progress");
    found.write(folder);
    return FolderVerifier.verify(folder, Installed.UNKNOWN).broken().stream()
        .map(Check::code)
        .toList();
  }

  /** Where money does not suffice for all that wait, those whose links cost least come first. */
  @Test
  void asManyAsMoneyAllowsAreFinishedAndTheOthersNamed() throws IOException {
    int parted = 0;
    for (long seed = 1; seed <= 100 && parted < 2; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      if (plan.scenario().hasPhases() || plan.plan().sites().size() < 3) {
        continue;
      }
      ProgressFolder even = found(plan, oneServesTheOthersWait(plan, 0));
      List<AccessSite> queue = new Standing(plan.plan(), even.rows()).queue();
      Left money = even.report().money();
      for (double enough = 0.9; enough > 0.2 && queue.size() > 1; enough -= 0.2) {
        double beyondUsd =
            money.leftUsd() + money.waitingUsd() - enough * costUsd(plan, even, queue);
        Reported reported = oneServesTheOthersWait(plan, Math.max(0, beyondUsd));
        ProgressFolder again = ProgressWorlds.again(plan, reported);
        ProgressReport.Again told = again.report().again();
        List<String> all = new ArrayList<>(told.finished());
        all.addAll(told.waiting());
        assertThat(all).as("seed %d", seed).isEqualTo(queue.stream().map(AccessSite::id).toList());
        if (!told.finished().isEmpty() && !told.waiting().isEmpty()) {
          parted++;
          assertThat(broken(again)).as("seed %d", seed).isEmpty();
          assertThat(served(again, told.waiting())).as("seed %d: nobody pays twice", seed).isZero();
          assertThat(served(again, told.finished())).as("seed %d", seed).isPositive();
          String next = told.waiting().get(0);
          ProgressReport forged =
              again.report().withAgain(swapped(told, next, told.finished().get(0)));
          assertThat(broken(new ProgressFolder(plan, null, again.again(), again.rows(), forged)))
              .contains("progress.figures");
          break;
        }
      }
    }
    assertThat(parted).as("worlds in which some wait and others are finished").isEqualTo(2);
  }

  /**
   * What was paid for a site that waits is gone, whatever the rest charges for it: all else that
   * the rest builds is paid from what is left.
   */
  @Test
  void whatWaitsLeavesNoMoreMoneyThanThereIsWhereMuchWasPaid() throws IOException {
    int dear = 0;
    int phased = 0;
    for (long seed = 1; seed <= 100 && (dear < DEAR || phased < DEAR_IN_PHASES); seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      List<AccessSite> sites = plan.plan().sites();
      double ofAll = plan.plan().totals().lifetimeCostUsd();
      if (sites.size() < (plan.scenario().hasPhases() ? 1 : 3)) {
        continue;
      }
      // its link is missing, and it cost a quarter of everything more than was planned
      Reported.Row row =
          ProgressWorlds.row(
              1, sites.get(0), Verified.ACCEPTED, sites.get(0).capexUsd() + ofAll / 4);
      ProgressFolder found = ProgressWorlds.again(plan, ProgressWorlds.reported(List.of(row)));
      Left money = found.report().money();
      if (money.waitingUsd() <= 0 || found.report().again().finished().isEmpty()) {
        continue;
      }
      dear++;
      phased += plan.scenario().hasPhases() ? 1 : 0;
      AccessSite own = sites.get(0);
      double charged = 0;
      for (AccessSite each : found.again().plan().sites()) {
        boolean same =
            each.placeId().equals(own.placeId()) && each.technologyId().equals(own.technologyId());
        charged += same ? each.lifetimeCostUsd() : 0;
      }
      assertThat(found.again().plan().totals().lifetimeCostUsd() - charged)
          .as("seed %d: all but what stands", seed)
          .isLessThanOrEqualTo(money.leftUsd() + 0.02);
      assertThat(broken(found)).as("seed %d", seed).isEmpty();
      if (found.again().scenario().hasPhases()) {
        assertThat(broken(withoutPhases(found))).as("seed %d", seed).contains("progress.again");
      }
    }
    assertThat(dear).as("worlds with a dear site that waits").isGreaterThanOrEqualTo(DEAR);
    assertThat(phased).as("of them with phases").isGreaterThanOrEqualTo(DEAR_IN_PHASES);
  }

  /** Where an accepted site stands no second is planned: a contract for one is not lost unsaid. */
  @Test
  void contractsThatTheRestDropsAreNamed() throws IOException {
    int dropped = 0;
    for (long seed = 1; seed <= 200 && dropped < 2; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      Map<String, AccessSite> first = new HashMap<>();
      List<Reported.Row> rows = new ArrayList<>(ProgressWorlds.linksAlone(plan).rows());
      List<String> contracts = new ArrayList<>();
      for (AccessSite each : plan.plan().sites()) {
        boolean second = first.putIfAbsent(each.placeId(), each) != null;
        if (second) {
          contracts.add(each.id());
        }
        Verified verified = second ? Verified.NOTHING : Verified.ACCEPTED;
        rows.add(ProgressWorlds.row(rows.size() + 1, each, verified, each.capexUsd()));
      }
      if (contracts.isEmpty()) {
        continue;
      }
      ProgressFolder found = ProgressWorlds.keeping(plan, ProgressWorlds.reported(rows));
      Set<String> built = new HashSet<>();
      found.again().plan().sites().forEach(each -> built.add(each.id()));
      contracts.removeIf(built::contains);
      assertThat(found.report().again().contractsDropped())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(contracts);
      assertThat(broken(found)).as("seed %d", seed).isEmpty();
      dropped += contracts.isEmpty() ? 0 : 1;
    }
    assertThat(dropped).isEqualTo(2);
  }

  /** New money is all that the rest has more, and money that went all that it has less. */
  @Test
  void newMoneyComesToTheRestAndMoneyGoes() throws IOException {
    int phased = 0;
    for (long seed = 1; seed <= WITH_MORE_MONEY; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      Reported half = ProgressWorlds.half(plan, 1);
      ProgressFolder same = ProgressWorlds.again(plan, half);
      double leftUsd = budgetUsd(same.again().scenario());
      for (double moreUsd : new double[] {-Math.floor(leftUsd / 2), 50_000}) {
        ProgressFolder found = ProgressWorlds.again(plan, half, moreUsd);
        assertThat(budgetUsd(found.again().scenario()))
            .as("seed %d", seed)
            .isCloseTo(leftUsd + moreUsd, within(2.0));
        assertThat(broken(found)).as("seed %d", seed).isEmpty();
        if (moreUsd > 0) {
          assertThat(broken(withoutMore(found))).as("seed %d", seed).contains("progress.again");
        }
        phased += found.again().scenario().hasPhases() ? 1 : 0;
      }
    }
    assertThat(phased).isBetween(2, 2 * WITH_MORE_MONEY - 2);
  }

  private static double budgetUsd(Scenario scenario) {
    return scenario.hasPhases()
        ? scenario.phases().stream().mapToDouble(Phase::budgetUsd).sum()
        : scenario.budgetUsd();
  }

  private static ProgressFolder withoutMore(ProgressFolder found) {
    ProgressReport.Again told = found.report().again();
    ProgressReport forged =
        found.report().withAgain(told(told, 0, told.finished(), told.waiting()));
    return new ProgressFolder(found.plan(), null, found.again(), found.rows(), forged);
  }

  private static ProgressFolder withoutPhases(ProgressFolder found) {
    PlanFolder rest = found.again();
    Scenario fewer = rest.scenario().with().phases(List.of()).budgetUsd(1).build();
    PlanFolder forged = new PlanFolder(rest.problem(), fewer, rest.plan(), rest.certificate());
    return new ProgressFolder(found.plan(), null, forged, found.rows(), found.report());
  }

  /** The first site stands with its way, for more than was planned; no link of the others does. */
  private static Reported oneServesTheOthersWait(PlanFolder plan, double beyondUsd) {
    List<Reported.Row> rows = new ArrayList<>();
    Standing none = new Standing(plan.plan(), List.of());
    AccessSite first = plan.plan().sites().get(0);
    for (AccessSite each : plan.plan().sites()) {
      double usd = each.capexUsd() + (each == first ? beyondUsd : 0);
      rows.add(ProgressWorlds.row(rows.size() + 1, each, Verified.ACCEPTED, usd));
    }
    for (BuiltLink each : none.way(first)) {
      Reported.Row like = rows.get(0);
      rows.add(
          new Reported.Row(
              like.file(),
              rows.size() + 1,
              each.id(),
              "",
              "",
              Double.NaN,
              Double.NaN,
              like.date(),
              each.capexUsd(),
              "",
              "",
              "built",
              Verified.ACCEPTED,
              Double.NaN));
    }
    return ProgressWorlds.reported(rows);
  }

  private static double costUsd(PlanFolder plan, ProgressFolder found, List<AccessSite> queue) {
    Standing standing = new Standing(plan.plan(), found.rows());
    double usd = 0;
    Set<String> links = new HashSet<>();
    for (AccessSite each : queue) {
      usd += each.lifetimeCostUsd();
      for (BuiltLink link : standing.missing(each)) {
        usd += links.add(link.id()) ? link.lifetimeCostUsd() : 0;
      }
    }
    return usd;
  }

  private static ProgressReport.Again swapped(
      ProgressReport.Again told, String finished, String waiting) {
    return told(
        told,
        told.moreUsd(),
        told.finished().stream().map(each -> each.equals(waiting) ? finished : each).toList(),
        told.waiting().stream().map(each -> each.equals(finished) ? waiting : each).toList());
  }

  private static ProgressReport.Again told(
      ProgressReport.Again told, double moreUsd, List<String> finished, List<String> waiting) {
    return new ProgressReport.Again(
        told.certificateSha256(),
        told.fromYear(),
        told.budgetUsd(),
        moreUsd,
        told.value(),
        told.bound(),
        told.gapRatio(),
        told.sitesSigned(),
        told.sitesKept(),
        told.sitesDropped(),
        told.sitesNew(),
        told.lotsChanged(),
        told.peopleSigned(),
        told.people(),
        finished,
        waiting,
        told.contractsDropped());
  }

  /** Sites of the rest where some stand already. */
  private static long served(ProgressFolder found, List<String> sites) {
    Map<String, String> places = new HashMap<>();
    found.plan().plan().sites().forEach(each -> places.put(each.id(), each.placeId()));
    List<String> there = sites.stream().map(places::get).toList();
    return found.again().plan().sites().stream()
        .filter(each -> there.contains(each.placeId()))
        .count();
  }

  private static ProgressFolder found(PlanFolder plan, Reported reported) {
    return ProgressStudy.of(plan, null, reported, null, Progress.NONE, () -> false);
  }

  /** Nobody pays back what is lost, a repair is paid on top, and a year that is over stays so. */
  @Test
  void whatIsLostStaysPaidAndItsRepairIsNoPriceOfBuilding() throws IOException {
    int worlds = 0;
    for (long seed = 1; seed <= 30 && worlds < 3; seed++) {
      PlanFolder plan = ProgressWorlds.running(seed);
      List<Reported.Row> rows = new ArrayList<>(ProgressWorlds.half(plan, 1.2).rows());
      ProgressReport before = found(plan, ProgressWorlds.reported(rows)).report();
      if (!(before.total().peopleStanding() > 0)) {
        continue;
      }
      worlds++;
      AccessSite site = plan.plan().sites().get(0);
      double planned = Standing.firstCapexUsd(plan.plan(), site.id(), site.capexUsd());
      int year = site.buildYear();
      // whoever is counted anew and tells no price takes none back
      rows.add(dated(ProgressWorlds.row(97, site, Verified.ACCEPTED, Double.NaN), year + 1));
      ProgressFolder counted = found(plan, ProgressWorlds.reported(rows));
      assertThat(counted.report().total().paidUsd()).isEqualTo(before.total().paidUsd());
      assertThat(counted.report().money()).isEqualTo(before.money());
      assertThat(counted.report().unitCosts()).isEqualTo(before.unitCosts());
      assertThat(broken(counted)).as("seed %d", seed).isEmpty();
      rows.add(dated(ProgressWorlds.row(98, site, Verified.LOST, Double.NaN), year + 1));
      ProgressFolder lost = found(plan, ProgressWorlds.reported(rows));
      rows.add(dated(ProgressWorlds.row(99, site, Verified.ACCEPTED, 1_000), year + 2));
      ProgressFolder repaired = found(plan, ProgressWorlds.reported(rows));

      double paidUsd = before.total().paidUsd();
      assertThat(lost.report().total().paidUsd()).isCloseTo(paidUsd, within(0.01));
      assertThat(repaired.report().total().paidUsd()).isCloseTo(paidUsd + 1_000, within(0.01));
      Left then = before.money();
      Left gone = lost.report().money();
      assertThat(gone.standingUsd()).isLessThan(then.standingUsd());
      assertThat(gone.beyondUsd()).isCloseTo(then.beyondUsd() + planned, within(0.02));
      Left back = repaired.report().money();
      assertThat(back.standingUsd()).isEqualTo(then.standingUsd());
      assertThat(back.beyondUsd()).isCloseTo(then.beyondUsd() + 1_000, within(0.02));
      assertThat(lost.report().unitCosts()).isEqualTo(before.unitCosts());
      assertThat(repaired.report().unitCosts()).isEqualTo(before.unitCosts());
      double stood = standing(before, year);
      assertThat(standing(lost.report(), year)).as("seed %d", seed).isEqualTo(stood);
      assertThat(standing(lost.report(), year + 1)).isLessThan(stood);
      assertThat(standing(repaired.report(), year + 1)).isLessThan(stood);
      assertThat(standing(repaired.report(), year + 2)).isEqualTo(stood);
      assertThat(broken(lost)).as("seed %d", seed).isEmpty();
      assertThat(broken(repaired)).as("seed %d", seed).isEmpty();
    }
    assertThat(worlds).isEqualTo(3);
  }

  private static double standing(ProgressReport report, int year) {
    return report.indicators().stream()
        .filter(each -> each.year() == year)
        .findFirst()
        .orElseThrow()
        .standing();
  }

  private static Reported.Row dated(Reported.Row row, int year) {
    return new Reported.Row(
        row.file(),
        row.row(),
        row.id(),
        row.place(),
        row.lot(),
        row.lon(),
        row.lat(),
        year + "-05-01",
        row.costUsd(),
        row.technology(),
        row.proof(),
        row.state(),
        row.verified(),
        row.people());
  }

  @Test
  void whereNothingIsLeftForWhatStaysAsSignedTheReasonIsTold() {
    PlanFolder plan = ProgressWorlds.running(2);
    for (long seed = 2; plan.plan().sites().size() < 2; seed++) {
      plan = ProgressWorlds.running(seed);
    }
    List<AccessSite> sites = plan.plan().sites();
    Reported reported =
        ProgressWorlds.reported(
            List.of(
                ProgressWorlds.row(1, sites.get(0), Verified.ACCEPTED, 3e6),
                ProgressWorlds.row(2, sites.get(1), Verified.NOTHING, 10_000)));
    Left money = found(plan, reported).report().money();
    assertThat(money.leftUsd()).isZero();
    PlanFolder signed = plan;
    assertThatThrownBy(() -> ProgressWorlds.keeping(signed, reported))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("progress.spent");
              assertThat((double) refused.arguments().get("usd"))
                  .isCloseTo(
                      money.standingUsd() + money.beyondUsd() - money.budgetUsd(), within(0.01));
            });
  }

  @Test
  void whatALaterPhaseAddedTakesWhatWasPaidForIt() throws IOException {
    PlanFolder plan = ProgressWorlds.planned(3);
    Further added = null;
    for (long seed = 3; added == null; seed += 3) {
      PlanFolder world = ProgressWorlds.planned(seed);
      plan = world;
      added =
          world.plan().programme().further().stream()
              .filter(each -> each.capexUsd() > 0)
              .filter(
                  each ->
                      world.plan().sites().stream()
                          .anyMatch(site -> site.id().equals(each.assetId())))
              .findFirst()
              .orElse(null);
    }
    String asset = added.assetId();
    AccessSite site =
        plan.plan().sites().stream().filter(each -> each.id().equals(asset)).findFirst().get();
    Reported.Row own = ProgressWorlds.row(1, site, Verified.ACCEPTED, Double.NaN);
    int phase = Phase.of(plan.scenario().phases(), added.buildYear());
    Reported.Row more =
        new Reported.Row(
            own.file(),
            2,
            asset + "@" + phase,
            "",
            own.lot(),
            Double.NaN,
            Double.NaN,
            added.buildYear() + "-03-01",
            added.capexUsd() + 1234.56,
            own.technology(),
            "",
            "built",
            Verified.ACCEPTED,
            Double.NaN);
    Left alone = found(plan, ProgressWorlds.reported(List.of(own))).report().money();
    ProgressFolder both = found(plan, ProgressWorlds.reported(List.of(own, more)));
    Left with = both.report().money();
    assertThat(both.report().findings()).extracting(Told::code).doesNotContain("builtUnknown");
    assertThat(with.beyondUsd()).isCloseTo(alone.beyondUsd() + 1234.56, within(0.005));
    assertThat(with.leftUsd()).isCloseTo(alone.leftUsd() - 1234.56, within(0.005));
    assertThat(broken(both)).isEmpty();
    Left first = found(plan, ProgressWorlds.reported(List.of(more))).report().money();
    assertThat(first.leftUsd())
        .as("what it is added to does not stand yet")
        .isCloseTo(plan.scenario().budgetUsd() - added.capexUsd() - 1234.56, within(0.005));
  }

  private static Reported.Row named(
      int row, AccessSite site, String place, String lot, String technologyId) {
    return new Reported.Row(
        "built.csv",
        row,
        "",
        place,
        lot,
        Double.NaN,
        Double.NaN,
        site.buildYear() + "-06-30",
        10,
        technologyId,
        "",
        "built",
        Verified.ACCEPTED,
        Double.NaN);
  }

  @Test
  void placeLotAndTechnologyTogetherNameASiteAndNothingLessDoes() throws IOException {
    PlanFolder plan = ProgressWorlds.planned(2);
    AccessSite site = plan.plan().sites().get(0);
    String place =
        plan.problem().settlements().stream()
            .filter(each -> each.id().equals(site.placeId()))
            .map(each -> each.name())
            .findFirst()
            .orElseThrow();
    assertThat(place).isNotBlank();
    List<String> ids = plan.plan().sites().stream().map(AccessSite::id).toList();
    List<LotOf> lots = List.of(new LotOf("North", false, ids));
    List<Reported.Row> rows =
        List.of(
            named(9, site, place, "", site.technologyId()),
            named(3, site, place, "South", site.technologyId()),
            named(5, site, place.toUpperCase() + " ", "North", site.technologyId()),
            named(4, site, "", "North", site.technologyId()),
            named(7, site, place, "North", ""),
            named(8, site, site.placeId(), "North", site.technologyId()));
    Reported reported = ProgressWorlds.reported(rows);
    ProgressFolder found = found(plan, new Reported(reported.files(), rows, List.of(), lots));
    assertThat(found.rows()).hasSize(2);
    assertThat(found.rows()).extracting(BuiltRow::id).containsOnly(site.id());
    assertThat(found.rows()).extracting(BuiltRow::matchedBy).containsOnly(Matched.LOT);
    assertThat(found.report().findings().stream().filter(Told::leftOut))
        .extracting(Told::code)
        .containsOnly("builtNotOne");
    assertThat(found.report().findings()).extracting(Told::row).isSorted().contains(3L, 4L, 7L, 9L);
    assertThat(broken(found)).isEmpty();
    ProgressFolder forged =
        new ProgressFolder(
            plan,
            null,
            null,
            found.rows(),
            found.report().withLots(List.of(new LotOf("South", false, ids))));
    assertThat(broken(forged)).contains("progress.rows");
  }

  @Test
  void aRestSaysWhoseItIsAndUntilWhenItsFilesTell() throws IOException {
    PlanFolder plan = ProgressWorlds.planned(2);
    ProgressFolder found = ProgressWorlds.again(plan, ProgressWorlds.half(plan, 1));
    Path folder = temp.resolve("rest");
    found.again().write(folder);
    InputFile input =
        PlanFolder.read(folder).problem().inputs().stream()
            .filter(each -> each.role().equals(InputFile.BUILT))
            .findFirst()
            .orElseThrow();
    assertThat(input.reading())
        .containsEntry("planId", "first")
        .containsEntry("plan", "First")
        .containsEntry("asOf", found.report().asOf());
    ProgressFolder forged =
        new ProgressFolder(
            plan,
            null,
            new PlanFolder(
                found
                    .again()
                    .problem()
                    .with()
                    .inputs(
                        List.of(
                            new InputFile(
                                InputFile.BUILT,
                                input.name(),
                                input.sha256(),
                                "",
                                Map.of("plan", "First", "asOf", "2026-01-01"))))
                    .build(),
                found.again().scenario(),
                found.again().plan(),
                found.again().certificate()),
            found.rows(),
            found.report());
    assertThat(broken(forged)).contains("progress.again");
  }
}
