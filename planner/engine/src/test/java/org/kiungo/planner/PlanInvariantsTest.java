package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;

/** What holds of every plan, whatever the world: money, people, links, loads; on random worlds. */
class PlanInvariantsTest {

  private static final double CENT = 0.005;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  private static Plan planned(PlanningProblem problem, long seed) {
    double budgetUsd = 100_000 * (1 + seed % 5);
    return Planner.plan(problem, SmallWorlds.scenario(budgetUsd, 100), Progress.NONE, () -> false)
        .plan();
  }

  private static PlanningProblem world(long seed) {
    return SmallWorlds.random(seed, 6 + (int) (seed % 12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void totalsAreTheSumOfTheirPartsToTheCent(long seed) {
    Plan plan = planned(world(seed), seed);
    Plan.Totals totals = plan.totals();
    assertThat(totals.capexUsd())
        .isCloseTo(
            sum(
                plan,
                Plan.SettlementService::capexUsd,
                Plan.AccessSite::capexUsd,
                Plan.BuiltLink::capexUsd),
            within(CENT));
    assertThat(totals.opexUsdPerYear())
        .isCloseTo(
            sum(
                plan,
                Plan.SettlementService::opexUsdPerYear,
                Plan.AccessSite::opexUsdPerYear,
                Plan.BuiltLink::opexUsdPerYear),
            within(CENT));
    assertThat(totals.lifetimeCostUsd())
        .isCloseTo(
            sum(
                plan,
                Plan.SettlementService::lifetimeCostUsd,
                Plan.AccessSite::lifetimeCostUsd,
                Plan.BuiltLink::lifetimeCostUsd),
            within(CENT));
  }

  private static double sum(
      Plan plan,
      ToDoubleFunction<Plan.SettlementService> service,
      ToDoubleFunction<Plan.AccessSite> site,
      ToDoubleFunction<Plan.BuiltLink> link) {
    return plan.settlements().stream().mapToDouble(service).sum()
        + plan.sites().stream().mapToDouble(site).sum()
        + plan.links().stream().mapToDouble(link).sum();
  }

  /** Every settlement stands in the plan once, and nobody is counted twice or lost. */
  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyIsCountedTwice(long seed) {
    PlanningProblem world = world(seed);
    Plan plan = planned(world, seed);
    Set<String> ids = new HashSet<>();
    for (Plan.SettlementService s : plan.settlements()) {
      assertThat(ids.add(s.settlementId())).isTrue();
    }
    assertThat(ids).hasSameSizeAs(world.settlements());
    double people = world.settlements().stream().mapToDouble(Settlement::population).sum();
    Plan.Totals t = plan.totals();
    assertThat(t.population()).isCloseTo(people, within(1e-6 * people));
    assertThat(t.peopleBaseline() + t.peopleServed() + t.peopleBasic() + t.peopleUnserved())
        .isCloseTo(people, within(1e-6 * people));
  }

  /**
   * From every site, and from both ends of every link, links lead to a root and never in a ring.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void linksFeedARoot(long seed) {
    PlanningProblem world = world(seed);
    Plan plan = planned(world, seed);
    Map<String, String> next = new HashMap<>();
    for (Plan.BuiltLink link : plan.links()) {
      assertThat(next.put(link.fromId(), link.toId())).as("one way out").isNull();
    }
    Set<String> roots = new HashSet<>();
    world.nodes().forEach(node -> roots.add(node.id()));
    for (Plan.AccessSite site : plan.sites()) {
      String at = site.placeId();
      for (int hops = 0; next.containsKey(at) && hops <= next.size(); hops++) {
        at = next.get(at);
      }
      assertThat(roots.contains(at) || at.startsWith("tap:")).as("seed %d, %s", seed, at).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void loadsFitWhatIsBought(long seed) {
    PlanningProblem world = world(seed);
    Plan plan = planned(world, seed);
    Map<String, Double> capacity = new HashMap<>();
    for (AccessTechnology a : world.catalogue().technologies()) {
      if (a.siteCapacityMbps() != null) {
        capacity.put(a.id(), a.siteCapacityMbps().value());
      }
    }
    for (Medium m : world.catalogue().media()) {
      if (m.systemMbps() != null) {
        capacity.put(m.id(), m.systemMbps().value());
      }
    }
    for (Plan.AccessSite site : plan.sites()) {
      double most =
          capacity.getOrDefault(site.technologyId(), Double.POSITIVE_INFINITY) * site.units();
      assertThat(site.loadMbps()).isLessThanOrEqualTo(most + 1e-6);
    }
    for (Plan.BuiltLink link : plan.links()) {
      double most =
          capacity.getOrDefault(link.mediumId(), Double.POSITIVE_INFINITY) * link.systems();
      assertThat(link.loadMbps()).isLessThanOrEqualTo(most + 1e-6);
    }
  }
}
