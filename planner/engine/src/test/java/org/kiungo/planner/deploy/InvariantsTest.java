package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

/**
 * What every solver is held to, on seeded random worlds. What must never get worse is asked of
 * exact optima; heuristic values and bounds need not be monotone, but must enclose the optimum.
 */
@Tag("slow")
class InvariantsTest {

  private static final double[] BUDGETS_USD = {0, 70_000, 150_000, 320_000};

  /** Of worlds; all of them among the exhaustive tests. */
  private static final int SAMPLE = 4;

  static List<Long> seeds() {
    return SeededSample.of(
        "worlds of invariants", LongStream.rangeClosed(1, 20).boxed().toList(), SAMPLE);
  }

  private static PlanningProblem world(long seed) {
    return SmallWorlds.random(seed, 3 + (int) (seed % 2));
  }

  private static DeploySettings settings(double budgetUsd, long seed, String... technologyIds) {
    return new DeploySettings(
        budgetUsd, Double.NaN, List.of(technologyIds), List.of(), List.of(), seed, 3_200);
  }

  private static double optimum(PlanningProblem problem, double budgetUsd, String... allowed) {
    Question world = new Question(problem, settings(budgetUsd, 1, allowed));
    return BruteForce.bestValue(world, 0) / SolverUnits.VALUE_PER_PERSON;
  }

  private static Deployment solved(PlanningProblem problem, double budgetUsd, long seed) {
    return new BroadbandSolver(problem, settings(budgetUsd, seed), new LocalSearch())
        .solve(budgetUsd, Progress.NONE, () -> false);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moreMoneyNeverServesFewer(long seed) {
    double before = 0;
    for (double budgetUsd : BUDGETS_USD) {
      double best = optimum(world(seed), budgetUsd);
      assertThat(best).as("seed %d budget %.0f", seed, budgetUsd).isGreaterThanOrEqualTo(before);
      Deployment found = solved(world(seed), budgetUsd, seed);
      assertThat(found.weightedPeople()).isLessThanOrEqualTo(best + 1e-6);
      assertThat(found.boundPeople()).isGreaterThanOrEqualTo(best - 1e-6);
      before = best;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherTechnologyNeverServesFewer(long seed) {
    PlanningProblem world = world(seed);
    double one = optimum(world, 200_000, "cable");
    double two = optimum(world, 200_000, "cable", "mast");
    double all = optimum(world, 200_000);
    assertThat(two).as("seed %d", seed).isGreaterThanOrEqualTo(one);
    assertThat(all).as("seed %d", seed).isGreaterThanOrEqualTo(two);
    assertThat(solved(world, 200_000, seed).boundPeople()).isGreaterThanOrEqualTo(two - 1e-6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherNodeOrTowerNeverServesFewer(long seed) {
    PlanningProblem world = world(seed);
    List<NetworkNode> nodes = new ArrayList<>(world.nodes());
    nodes.add(SmallWorlds.node("Z", 2.15, 9.15));
    Tower tower =
        TowerBuilder.builder()
            .id("t")
            .location(new LonLat(2.1, 9.1))
            .country("BEN")
            .heightM(30)
            .build();
    double before = optimum(world, 200_000);
    assertThat(optimum(with(world, world.settlements(), nodes, List.of()), 200_000))
        .as("node, seed %d", seed)
        .isGreaterThanOrEqualTo(before);
    assertThat(optimum(with(world, world.settlements(), world.nodes(), List.of(tower)), 200_000))
        .as("tower, seed %d", seed)
        .isGreaterThanOrEqualTo(before);
  }

  private static PlanningProblem with(
      PlanningProblem world,
      List<Settlement> settlements,
      List<NetworkNode> nodes,
      List<Tower> towers) {
    return SmallWorlds.problem(
        settlements, nodes, List.of(), towers, world.catalogue().technologies());
  }

  /** Rows in another order, places, countries and districts under other names. */
  @ParameterizedTest
  @MethodSource("seeds")
  void namesAndOrderOfRowsDoNotMatter(long seed) {
    PlanningProblem world = world(seed);
    List<Settlement> renamed = new ArrayList<>();
    List<Settlement> shuffled = new ArrayList<>(world.settlements());
    Collections.shuffle(shuffled, new Random(seed));
    for (Settlement s : shuffled) {
      renamed.add(
          s.with().id("x" + renamed.size()).name("").country("XXX").district("elsewhere").build());
    }
    renamed.sort(Comparator.comparing(Settlement::id).reversed());
    PlanningProblem other = with(world, renamed, world.nodes(), List.of());
    assertThat(optimum(other, 200_000)).isCloseTo(optimum(world, 200_000), within(1e-6));
    encloseOneAnother(solved(world, 200_000, seed), solved(other, 200_000, seed), seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherSeedStaysWithinTheCertificate(long seed) {
    PlanningProblem world = SmallWorlds.random(seed, 12);
    encloseOneAnother(solved(world, 400_000, seed), solved(world, 400_000, seed + 1), seed);
  }

  private static void encloseOneAnother(Deployment one, Deployment other, long seed) {
    assertThat(one.weightedPeople())
        .as("seed %d", seed)
        .isLessThanOrEqualTo(other.boundPeople() + 1e-6);
    assertThat(other.weightedPeople())
        .as("seed %d", seed)
        .isLessThanOrEqualTo(one.boundPeople() + 1e-6);
  }

  /** Every price and the budget in another currency: the same choices. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfMoneyDoesNotMatter(long seed) {
    PlanningProblem world = SmallWorlds.random(seed, 8);
    Deployment dollars = solved(world, 250_000, seed);
    Deployment dimes = solved(pricedTimes(world, 10), 2_500_000, seed);
    assertThat(dimes.weightedPeople()).as("seed %d", seed).isEqualTo(dollars.weightedPeople());
    assertThat(dimes.plan().totals().lifetimeCostUsd())
        .isCloseTo(10 * dollars.plan().totals().lifetimeCostUsd(), within(1.0));
    assertThat(dimes.boundPeople()).isCloseTo(dollars.boundPeople(), within(0.01));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatCostsNothingIsBuiltForNothing(long seed) {
    Deployment found = solved(pricedTimes(SmallWorlds.random(seed, 8), 0), 0, seed);
    assertThat(found.plan().totals().lifetimeCostUsd()).isZero();
    assertThat(found.plan().totals().capexUsd()).isZero();
    assertThat(found.plan().totals().opexUsdPerYear()).isZero();
    assertThat(found.plan().totals().peopleUnserved()).as("seed %d", seed).isZero();
  }

  private static PlanningProblem pricedTimes(PlanningProblem world, double factor) {
    Catalogue c = world.catalogue();
    return world.withCatalogue(
        new Catalogue(
            c.version(),
            c.technologies().stream()
                .map(a -> pricedTimes(AccessTechnology.class, a, factor))
                .toList(),
            c.media().stream().map(m -> pricedTimes(Medium.class, m, factor)).toList()));
  }

  /** A copy of a record whose figures in USD are multiplied. */
  private static <R extends Record> R pricedTimes(Class<R> type, R record, double factor) {
    try {
      RecordComponent[] parts = type.getRecordComponents();
      Object[] values = new Object[parts.length];
      for (int k = 0; k < parts.length; k++) {
        Object value = parts[k].getAccessor().invoke(record);
        boolean money = parts[k].getName().contains("Usd");
        if (value instanceof Figure figure && money) {
          value = SmallWorlds.figure(factor * figure.value());
        } else if (value instanceof List<?> hops) {
          value = hops.stream().map(h -> hop((Medium.Hop) h, factor)).toList();
        }
        values[k] = value;
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Medium.Hop hop(Medium.Hop hop, double factor) {
    return new Medium.Hop(hop.maxKm(), SmallWorlds.figure(factor * hop.capexUsd().value()));
  }

  /** A mast that reaches nobody but its own settlement is no reason to share. */
  @ParameterizedTest
  @MethodSource("seeds")
  void withoutReachNoSiteServesANeighbour(long seed) {
    PlanningProblem world = SmallWorlds.random(seed, 8);
    Catalogue c = world.catalogue();
    List<AccessTechnology> near =
        c.technologies().stream().map(a -> a.reachKm() == null ? a : withReach(a, 0)).toList();
    PlanningProblem alone = world.withCatalogue(new Catalogue(c.version(), near, c.media()));
    Deployment found = solved(alone, 400_000, seed);
    assertThat(found.plan().settlements())
        .allMatch(s -> s.siteId().isEmpty() || s.siteId().startsWith(s.settlementId() + ":"));
  }

  private static AccessTechnology withReach(AccessTechnology a, double km) {
    try {
      RecordComponent[] parts = AccessTechnology.class.getRecordComponents();
      Object[] values = new Object[parts.length];
      for (int k = 0; k < parts.length; k++) {
        boolean reach = parts[k].getName().equals("reachKm");
        values[k] = reach ? SmallWorlds.figure(km) : parts[k].getAccessor().invoke(a);
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return AccessTechnology.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
