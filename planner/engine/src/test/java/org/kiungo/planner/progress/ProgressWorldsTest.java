package org.kiungo.planner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.form.Installed;

/** Half of a plan stands, the rest is planned anew: a hundred small worlds, or a fifth of them. */
@Tag("slow")
class ProgressWorldsTest {

  private static final int WORLDS = SeededSample.takesAll() ? 100 : 20;
  private static final int FEWER = SeededSample.takesAll() ? 40 : 10;
  private static final int SOME = SeededSample.takesAll() ? 24 : 12;

  @TempDir private Path temp;

  @Test
  void planningAgainNeverBeatsTheBoundOfTheWholeAndNeverLosesWhatStands() throws IOException {
    int built = 0;
    int served = 0;
    double againWins = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      ProgressFolder found = ProgressWorlds.again(plan, ProgressWorlds.half(plan, 1));
      Standing standing = new Standing(plan.plan(), found.rows());
      PlanFolder again = found.again();
      double stands = ProgressWorlds.standingValue(plan, standing);
      assertThat(stands + again.certificate().value())
          .as("seed %d: with what stands, the bound of the whole", seed)
          .isLessThanOrEqualTo(plan.certificate().bound() + 1e-6);
      assertThat(again.plan().totals().lifetimeCostUsd())
          .as("seed %d: money left", seed)
          .isLessThanOrEqualTo(found.report().money().leftUsd() + 0.005);
      nothingIsLost(seed, plan, standing, again);
      built += plan.plan().sites().isEmpty() ? 0 : 1;
      served +=
          again.plan().totals().peopleServed() + again.plan().totals().peopleBasic() > 0 ? 1 : 0;
      againWins += stands + again.certificate().value() > plan.certificate().value() + 1e-6 ? 1 : 0;
      if (seed % 10 == 0) {
        Path folder = temp.resolve("w" + seed);
        found.write(folder);
        assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
    System.out.printf(
        "half built: %d of %d worlds build sites, %d serve more, %.0f find a better whole%n",
        built, WORLDS, served, againWins);
    assertThat(built).isGreaterThan(WORLDS / 2);
    assertThat(served).isGreaterThan(WORLDS / 2);
  }

  @Test
  void yearsThatAreGoneAreNeitherBuiltInNorChargedNorCounted() throws IOException {
    int later = 0;
    int ofPhases = 0;
    for (long seed = 1; seed <= SOME; seed++) {
      PlanFolder plan = seed % 3 == 0 ? ProgressWorlds.planned(seed) : ProgressWorlds.running(seed);
      Money all = plan.scenario().money();
      int from = all.firstYear() + 1 + (int) (seed % 3);
      ProgressFolder found = ProgressWorlds.again(plan, ProgressWorlds.half(plan, 1), from);
      PlanFolder again = found.again();
      assertThat(again.scenario().money()).as("seed %d", seed).isEqualTo(all.from(from));
      assertThat(again.plan().sites())
          .as("seed %d", seed)
          .allMatch(each -> each.buildYear() >= from);
      if (again.plan().programme() != null) {
        ofPhases++;
        assertThat(again.plan().programme().phases().get(0).firstYear()).isEqualTo(from);
      }
      if (!plan.scenario().hasPhases()) {
        later++;
        Scenario begun = plan.scenario().with().money(all.from(from)).build();
        double bound =
            Planner.plan(plan.problem(), begun, Progress.NONE, () -> false).certificate().bound();
        Standing standing = new Standing(plan.plan(), found.rows());
        double stands = ProgressWorlds.standingValue(plan, standing);
        assertThat(stands + again.certificate().value())
            .as("seed %d: with what stands, the bound of the whole begun then", seed)
            .isLessThanOrEqualTo(bound + 1e-6);
      }
      if (seed % 6 < 2) {
        Path folder = temp.resolve("l" + seed);
        found.write(folder);
        assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
    assertThat(later).isPositive();
    assertThat(ofPhases).isPositive();
  }

  @Test
  void whoeverWaitsForALinkIsNotServedAndTheRestBuildsIt() throws IOException {
    int finished = 0;
    for (long seed = 1; seed <= SOME; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      ProgressFolder found =
          ProgressWorlds.again(plan, ProgressWorlds.reported(ProgressWorlds.sites(plan, 1)));
      Standing standing = new Standing(plan.plan(), found.rows());
      long waiting =
          found.report().findings().stream()
              .filter(each -> each.code().equals("builtWaiting"))
              .count();
      assertThat(waiting)
          .as("seed %d", seed)
          .isEqualTo(plan.plan().sites().stream().filter(standing::waits).count());
      double stands = ProgressWorlds.standingValue(plan, standing);
      assertThat(stands + found.again().certificate().value())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(plan.certificate().bound() + 1e-6);
      if (waiting > 0) {
        double peopleNow = 0;
        for (int k = 0; k < plan.plan().settlements().size(); k++) {
          Plan.SettlementService was = plan.plan().settlements().get(k);
          boolean waits =
              was.each().stream()
                  .map(each -> standing.site(each.siteId()))
                  .anyMatch(each -> each != null && standing.waits(each));
          peopleNow += waits ? found.again().plan().settlements().get(k).peopleServed() : 0;
        }
        finished += peopleNow > 0 ? 1 : 0;
      }
      if (seed % 4 == 0) {
        Path folder = temp.resolve("n" + seed);
        found.write(folder);
        assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
    System.out.printf("links not reported: %d of %d worlds finish them%n", finished, SOME);
    assertThat(finished).isGreaterThan(SOME / 4);
  }

  @Test
  void linksThatStandWithoutTheirSitesAreNotPaidAgain() throws IOException {
    int usedAgain = 0;
    for (long seed = 1; seed <= FEWER; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      ProgressFolder found = ProgressWorlds.again(plan, ProgressWorlds.linksAlone(plan));
      Plan rest = found.again().plan();
      RestWorks works = RestWorks.of(found.again().problem().inputs());
      assertThat(works.stands()).as("seed %d", seed).hasSameSizeAs(plan.plan().links());
      int used = 0;
      double spentUsd = rest.totals().lifetimeCostUsd();
      for (Plan.BuiltLink each : rest.links()) {
        double systems = RestWorks.first(rest, each.id(), each.systems());
        if (works.state(RestWorks.link(each), systems) == Lot.State.ACCEPTED) {
          double firstUsd = each.lifetimeCostUsd();
          for (Programme.Further later : Standing.later(rest, each.id())) {
            firstUsd -= later.lifetimeCostUsd();
          }
          spentUsd -= firstUsd;
          usedAgain++;
          used++;
        }
      }
      assertThat(found.report().findings())
          .as("seed %d: those that the rest does not use are told", seed)
          .filteredOn(each -> each.code().equals("builtIdle"))
          .hasSize(works.stands().size() - used);
      double linksUsd = plan.plan().links().stream().mapToDouble(l -> l.lifetimeCostUsd()).sum();
      assertThat(spentUsd)
          .as("seed %d: all else is paid from what the links have left", seed)
          .isLessThanOrEqualTo(plan.scenario().budgetUsd() - linksUsd + 1);
      if (seed % 5 == 0) {
        Path folder = temp.resolve("k" + seed);
        found.write(folder);
        assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
    assertThat(usedAgain).isGreaterThan(FEWER / 2);
  }

  @Test
  void sitesThatAreReportedStayWhereTheyStand() throws IOException {
    int stayed = 0;
    for (long seed = 1; seed <= FEWER; seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      List<Reported.Row> rows =
          plan.plan().sites().stream()
              .map(each -> ProgressWorlds.row(1, each, Verified.NOTHING, each.capexUsd()))
              .toList();
      ProgressFolder found = ProgressWorlds.keeping(plan, ProgressWorlds.reported(rows));
      Set<String> again = new HashSet<>();
      found.again().plan().sites().forEach(each -> again.add(RestWorks.site(each)));
      for (AccessSite each : plan.plan().sites()) {
        assertThat(again).as("seed %d", seed).contains(RestWorks.site(each));
        stayed++;
      }
      assertThat(found.report().again().sitesDropped()).isZero();
      if (seed % 5 == 0) {
        Path folder = temp.resolve("s" + seed);
        found.write(folder);
        assertThat(FolderVerifier.verify(folder, Installed.UNKNOWN).broken())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
    assertThat(stayed).isGreaterThan(FEWER);
  }

  private static void nothingIsLost(
      long seed, PlanFolder plan, Standing standing, PlanFolder again) {
    double today = plan.plan().totals().peopleBaseline();
    for (int k = 0; k < plan.plan().settlements().size(); k++) {
      Plan.SettlementService was = plan.plan().settlements().get(k);
      double people = standing.people(was);
      if (people == 0) {
        continue;
      }
      Plan.SettlementService is = again.plan().settlements().get(k);
      boolean standard = was.each().stream().allMatch(each -> each.status() != Status.BASIC);
      double open = again.problem().settlements().get(k).unservedPopulation();
      if (standard) {
        today += people;
        assertThat(open)
            .as("seed %d %s", seed, was.settlementId())
            .isLessThanOrEqualTo(
                plan.problem().settlements().get(k).unservedPopulation() - people + 1e-6);
      } else {
        assertThat(is.peopleServed()).as("seed %d %s", seed, was.settlementId()).isZero();
      }
    }
    assertThat(again.plan().totals().peopleBaseline())
        .as("seed %d: served today", seed)
        .isGreaterThanOrEqualTo(today - 1e-6);
  }
}
