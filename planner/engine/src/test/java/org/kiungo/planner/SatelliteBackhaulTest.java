package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/** Sites that satellites feed: where hops would cost more, as far as terminals and beams go. */
class SatelliteBackhaulTest {

  @TempDir Path folder;

  /** Places of so many people in one beam, the first so many degrees north of the only node. */
  private static PlanningProblem villages(int count, double people, double northDeg) {
    List<Settlement> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      all.add(SmallWorlds.settlement("s" + k, 2.02 + 0.1 * (k % 2), 9 + northDeg, people));
    }
    return SmallWorlds.problem(
        all,
        List.of(SmallWorlds.node("N", 2, 9)),
        List.of(),
        List.of(),
        List.of(SmallWorlds.mast(), SmallWorlds.dish()));
  }

  private PlannedWorld plan(PlanningProblem world, Scenario scenario) throws IOException {
    var planned = Planner.plan(world, scenario, Progress.NONE, () -> false);
    Planner.folder(world, planned).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    return new PlannedWorld(planned.plan());
  }

  private record PlannedWorld(Plan plan) {
    List<BuiltLink> up() {
      return plan.links().stream().filter(each -> each.toId().startsWith("sky:")).toList();
    }
  }

  @Test
  void aVillageFarFromAnyNetworkIsFedFromTheSkyAndANearOneIsNot() throws IOException {
    Scenario scenario = SmallWorlds.scenario(80_000, 100);
    PlanningProblem far = SmallWorlds.underTheSky(villages(1, 100, 0.93));
    PlannedWorld fed = plan(far, scenario);
    assertThat(fed.plan().totals().peopleServed()).isEqualTo(100);
    assertThat(fed.up()).hasSize(1);
    BuiltLink link = fed.up().get(0);
    assertThat(link.toId()).isEqualTo("sky:sky");
    assertThat(link.to()).isEqualTo(link.from());
    assertThat(link.loadMbps()).isEqualTo(50);
    assertThat(link.lifetimeCostUsd()).isEqualTo(4_000 + 5 * 1_000);
    assertThat(fed.plan().settlements().get(0).roundTripMs()).isCloseTo(52, within(1e-9));
  }

  @Test
  void wherePathsAreNearTheyWinByPrice() throws IOException {
    PlanningProblem near = SmallWorlds.underTheSky(villages(1, 1_150, 0.001));
    PlannedWorld fed = plan(near, SmallWorlds.scenario(150_000, 100));
    assertThat(fed.plan().totals().peopleServed()).isEqualTo(1_150);
    assertThat(fed.up()).isEmpty();
  }

  @Test
  void sitesInABeamTakeNoMoreThanItCarries() throws IOException {
    PlanningProblem plain = villages(2, 60, 0.93);
    Catalogue catalogue = plain.catalogue();
    PlanningProblem narrow =
        SmallWorlds.underTheSky(
            plain.withCatalogue(
                catalogue.withTechnologies(
                    List.of(SmallWorlds.dish(), SmallWorlds.low(), SmallWorlds.mast()))));
    Scenario sites =
        SmallWorlds.scenario(Double.NaN, 100)
            .with()
            .technologyIds(List.of("mast"))
            .mediumIds(List.of("sky"))
            .build();
    PlannedWorld fed = plan(narrow, sites);
    double capMbps =
        BeamCell.of(new LonLat(2.02, 9.93)).mbps(SmallWorlds.low(), SmallWorlds.ONE_YEAR);
    assertThat(capMbps).isBetween(30.0, 60.0);
    assertThat(fed.up().stream().mapToDouble(BuiltLink::loadMbps).sum()).isBetween(30.0, capMbps);
    assertThat(fed.plan().totals().peopleServed()).isEqualTo(60);
  }

  @Test
  void aSatelliteThatIsTooFarUpForTheStandardFeedsNobody() throws IOException {
    PlanningProblem far = villages(1, 100, 0.93);
    Medium late = SmallWorlds.sky().withDelayMsPerHop(SmallWorlds.figure(300));
    PlanningProblem world = far.withCatalogue(far.catalogue().withMedia(List.of(late)));
    assertThat(plan(world, SmallWorlds.scenario(200_000, 100)).up()).isEmpty();
  }
}
