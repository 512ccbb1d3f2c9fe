package org.kiungo.planner.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.planner.progress.ProgressWorlds;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.form.Installed;

/** Lots of a rest: what stands already, and what is signed, nobody tenders. */
class RestLotsTest {

  @TempDir private Path temp;

  private static String name(AccessSite site) {
    return site.technologyId() + " " + site.placeId();
  }

  /** The first site stands and waits for its links; the second is of a lot with a contract. */
  private static ProgressFolder rest(PlanFolder plan) {
    List<AccessSite> sites = plan.plan().sites();
    AccessSite first = sites.get(0);
    Reported stands =
        ProgressWorlds.reported(
            List.of(ProgressWorlds.row(1, first, Verified.ACCEPTED, first.capexUsd())));
    Reported reported =
        new Reported(
            stands.files(),
            stands.rows(),
            List.of(),
            sites.size() == 1
                ? List.of()
                : List.of(new LotOf("signed", true, List.of(sites.get(1).id()))));
    return ProgressStudy.of(
        plan,
        null,
        reported,
        new ProgressStudy.Rest(
            plan.scenario().money().firstYear(),
            Set.of(),
            true,
            0,
            new ProgressStudy.Signed("first", "First")),
        Progress.NONE,
        () -> false);
  }

  private static Set<String> sites(PlanFolder plan, Lots lots, Lot.State state) {
    Set<String> ids = new HashSet<>();
    lots.lots().stream()
        .filter(each -> each.state() == state)
        .forEach(each -> ids.addAll(each.members().sites()));
    Set<String> names = new HashSet<>();
    plan.plan().sites().stream()
        .filter(each -> ids.contains(each.id()))
        .forEach(each -> names.add(name(each)));
    return names;
  }

  private List<String> broken(LotsFolder lots) throws IOException {
    lots.write(temp.resolve("lots"), part -> {});
    return FolderVerifier.verify(temp.resolve("lots"), Installed.UNKNOWN).broken().stream()
        .map(Check::code)
        .toList();
  }

  @Test
  void whatStandsAndWhatIsSignedIsNotTendered() throws IOException {
    int stood = 0;
    int signed = 0;
    int phased = 0;
    for (long seed = 1; seed <= 60 && (stood < 5 || signed < 5 || phased == 0); seed++) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      if (plan.plan().sites().size() < (plan.scenario().hasPhases() ? 1 : 3)) {
        continue;
      }
      ProgressFolder found = rest(plan);
      PlanFolder again = found.again();
      LotsFolder folder = LotCut.of(again, LotCut.rules(60_000.0, 0.0, 0, 1));
      Lots lots = folder.lots();
      Set<String> built = new HashSet<>();
      again.plan().sites().forEach(each -> built.add(name(each)));
      AccessSite first = plan.plan().sites().get(0);
      boolean waits = found.report().again().finished().contains(first.id());
      Set<String> stands = sites(again, lots, Lot.State.ACCEPTED);
      assertThat(stands)
          .as("seed %d", seed)
          .isEqualTo(waits && built.contains(name(first)) ? Set.of(name(first)) : Set.of());
      Set<String> under = sites(again, lots, Lot.State.SIGNED);
      assertThat(Set.of(name(plan.plan().sites().get(plan.plan().sites().size() == 1 ? 0 : 1))))
          .as("seed %d", seed)
          .containsAll(under);
      Set<String> tendered = sites(again, lots, Lot.State.PLANNED);
      assertThat(Collections.disjoint(tendered, stands)).as("seed %d", seed).isTrue();
      assertThat(Collections.disjoint(tendered, under)).as("seed %d", seed).isTrue();
      long cents =
          lots.lots().stream().mapToLong(each -> AssetCost.cents(each.cost().lifetimeUsd())).sum();
      assertThat(cents).isEqualTo(AssetCost.cents(again.plan().totals().lifetimeCostUsd()));
      WorkStates states = WorkStates.find(again);
      if (states != null) {
        assertThat(cents(lots, Lot.State.ACCEPTED)).isEqualTo(cents(states.standing()));
        assertThat(cents(lots, Lot.State.SIGNED)).isEqualTo(cents(states.signed()));
        assertThat(cents(states.all())).as("seed %d", seed).isEqualTo(cents);
        assertThat(states.all().sites()).isEqualTo(again.plan().sites().size());
        assertThat(states.all().links()).isEqualTo(again.plan().links().size());
      } else {
        assertThat(stands).as("seed %d", seed).isEmpty();
      }
      assertThat(WorkStates.find(plan)).as("of no rest").isNull();
      assertThat(broken(folder)).as("seed %d", seed).isEmpty();
      stood += stands.size();
      signed += under.size();
      phased += stands.isEmpty() || !plan.scenario().hasPhases() ? 0 : 1;
      if (!stands.isEmpty() && lots.tendered().size() < lots.lots().size()) {
        assertThat(broken(forged(folder, each -> each.withState(Lot.State.PLANNED))))
            .as("seed %d: tendered again", seed)
            .contains("lots.state");
        assertThat(broken(forged(folder, each -> each.withState(Lot.State.ACCEPTED))))
            .as("seed %d: said to stand", seed)
            .contains("lots.state");
      }
    }
    assertThat(stood).as("rests with a site that stands").isGreaterThanOrEqualTo(5);
    assertThat(signed).as("rests with a site that is signed").isGreaterThanOrEqualTo(5);
    assertThat(phased).as("of them in phases").isPositive();
  }

  private static long cents(Lots lots, Lot.State state) {
    return lots.lots().stream()
        .filter(each -> each.state() == state)
        .mapToLong(each -> AssetCost.cents(each.cost().lifetimeUsd()))
        .sum();
  }

  private static long cents(WorkStates.Sum sum) {
    return AssetCost.cents(sum.lifetimeUsd());
  }

  private static LotsFolder forged(LotsFolder folder, UnaryOperator<Lot> change) {
    List<Lot> lots = new ArrayList<>(folder.lots().lots());
    lots.replaceAll(change);
    return new LotsFolder(folder.plan(), folder.lots().withLots(lots));
  }
}
