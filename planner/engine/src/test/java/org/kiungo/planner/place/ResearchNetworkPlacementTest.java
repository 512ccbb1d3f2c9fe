package org.kiungo.planner.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.location.problem.LocationLimits;

class ResearchNetworkPlacementTest {

  private static Settlement settlement(int k, Random random) {
    return SettlementBuilder.builder()
        .id("S" + k)
        .name("Town " + k)
        .location(new LonLat(30 + random.nextDouble() * 5, random.nextDouble() * 5))
        .population(100 + random.nextInt(10_000))
        .areaKm2(1)
        .country("KEN")
        .build();
  }

  private static PlanningProblem problem(List<Settlement> settlements) {
    NetworkNode root =
        NetworkNodeBuilder.builder()
            .id("N1")
            .name("Root")
            .location(new LonLat(32, 2))
            .country("KEN")
            .kind(NetworkNode.Kind.EXCHANGE_POINT)
            .source("made for this test")
            .build();
    return new PlanningProblem(
        settlements,
        List.of(root),
        List.of(),
        List.of(),
        new Catalogue("test", List.of(), List.of()),
        ServiceStandard.DEFAULT,
        Money.DEFAULT,
        List.of());
  }

  private static Plan plan(List<Settlement> settlements, int served) {
    List<Plan.SettlementService> services = new ArrayList<>();
    for (int k = 0; k < settlements.size(); k++) {
      boolean in = k < served;
      Settlement s = settlements.get(k);
      services.add(
          new Plan.SettlementService(
              s.id(),
              in ? Plan.Status.STANDARD : Plan.Status.UNSERVED,
              in ? "ftth" : "",
              "",
              in ? s.population() : 0,
              in ? 3 : 0,
              in ? 10 : Double.NaN,
              2027,
              0,
              0,
              0,
              in ? null : Plan.UnservedReason.OVER_BUDGET,
              List.of()));
    }
    return new Plan(services, List.of(), List.of(), PlanTotalsBuilder.builder().build());
  }

  private static ServicePlan place(List<Settlement> settlements, int served, int p) {
    return ResearchNetworkPlacement.place(
        problem(settlements),
        plan(settlements, served),
        p,
        LocationLimits.DEFAULT,
        "test",
        Progress.NONE,
        () -> false);
  }

  @Test
  void nodesWithALimitAreNoPlaceForABackboneToMeet() {
    List<Settlement> settlements = towns(3, 12);
    PlanningProblem problem = problem(settlements);
    NetworkNode root = problem.nodes().get(0);
    ServicePlan free = place(settlements, 12, 13);
    assertThat(free.sites()).anyMatch(site -> site.id().equals(root.id()));
    PlanningProblem limited =
        new PlanningProblem(
            settlements,
            List.of(root.withCapacityMbps(1000)),
            List.of(),
            List.of(),
            problem.catalogue(),
            problem.standard(),
            problem.money(),
            List.of());
    ServicePlan found =
        ResearchNetworkPlacement.place(
            limited,
            plan(settlements, 12),
            13,
            LocationLimits.DEFAULT,
            "test",
            Progress.NONE,
            () -> false);
    assertThat(found.sites()).noneMatch(site -> site.id().equals(root.id()));
  }

  private static List<Settlement> towns(int seed, int n) {
    Random random = new Random(seed);
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      settlements.add(settlement(k, random));
    }
    return settlements;
  }

  /** Every pair of sites, tried by hand: towns S0 … S6 and the root, two points of presence. */
  private static double leastOfAllPairs(List<Settlement> towns) {
    List<LonLat> sites = new ArrayList<>(towns.stream().map(Settlement::location).toList());
    sites.add(new LonLat(32, 2));
    double least = Double.POSITIVE_INFINITY;
    for (LonLat a : sites) {
      for (LonLat b : sites) {
        double total = 0;
        for (Settlement s : towns) {
          double km = Math.min(s.location().distanceKm(a), s.location().distanceKm(b));
          total += s.population() * 2 * km / 200;
        }
        least = Math.min(least, total);
      }
    }
    return least;
  }

  @Test
  void smallCasesEqualBruteForce() {
    for (int seed = 0; seed < 40; seed++) {
      List<Settlement> towns = towns(seed, 7);
      ServicePlan placed = place(towns, 7, 2);
      double best = leastOfAllPairs(towns);
      assertThat(placed.certificate().value())
          .as("seed %d", seed)
          .isCloseTo(best, within(1e-9 * best));
      assertThat(placed.certificate().gapRatio()).isLessThan(1e-6);
    }
  }

  @Test
  void permutedInputLeavesSitesAndValueUnchanged() {
    List<Settlement> towns = towns(3, 40);
    List<Settlement> shuffled = new ArrayList<>(towns);
    Collections.shuffle(shuffled, new Random(1));
    ServicePlan a = place(towns, 40, 4);
    ServicePlan b = place(shuffled, 40, 4);
    assertThat(b.sites()).isEqualTo(a.sites());
    assertThat(b.certificate().value()).isEqualTo(a.certificate().value());
  }

  @Test
  void theUnservedHaveNoWeight() {
    ServicePlan placed = place(towns(5, 30), 10, 3);
    assertThat(placed.users()).hasSize(10);
    assertThat(placed.totals().usersServed()).isEqualTo(10);
  }

  @Test
  void aPlanThatServesNobodyNeedsNoSites() {
    ServicePlan placed = place(towns(5, 5), 0, 3);
    assertThat(placed.sites()).isEmpty();
    assertThat(placed.users()).isEmpty();
  }

  @Test
  void moreSitesNeverLengthenTheMeanRoundTrip() {
    List<Settlement> towns = towns(9, 60);
    double before = Double.POSITIVE_INFINITY;
    for (int p = 1; p <= 5; p++) {
      double mean = place(towns, 60, p).totals().meanRoundTripMs();
      assertThat(mean).isLessThanOrEqualTo(before);
      before = mean;
    }
  }
}
