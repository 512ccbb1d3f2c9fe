package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;

/** What is told while a plan is made, for every goal: in the goal's own unit, from start to end. */
class PlanProgressTest {

  private record Told(
      String phase, double doneRatio, double value, double bound, double gapRatio, double people) {}

  /** Writes down everything and takes every plan that is offered. */
  private static final class Listener implements Progress {
    final List<Told> told = new ArrayList<>();
    List<SettlementService> offered = List.of();
    int offers;
    int differing;

    @Override
    public void report(String phase, double done, double value, double bound, double gapRatio) {
      told.add(new Told(phase, done, value, bound, gapRatio, Double.NaN));
    }

    @Override
    public void report(
        String phase,
        double done,
        double value,
        double bound,
        double gapRatio,
        DoubleSupplier people) {
      told.add(new Told(phase, done, value, bound, gapRatio, people.getAsDouble()));
    }

    @Override
    public void offer(Supplier<Plan> plan) {
      Plan taken = plan.get();
      offered = taken.settlements();
      offers++;
      double people = told.get(told.size() - 1).people();
      differing += people == taken.totals().peopleServed() || Double.isNaN(people) ? 0 : 1;
    }
  }

  static Stream<Arguments> goals() {
    Scenario scenario = SmallWorlds.scenario(300_000, 1000);
    Scenario uncapped = SmallWorlds.scenario(Double.NaN, 1000);
    return Stream.of(
        Arguments.of("most people", scenario),
        Arguments.of("least cost", uncapped.withTarget(0.6)),
        Arguments.of("floor", forTheFloor(300_000)),
        Arguments.of("public budget", uncapped.withPublicBudgetAlone(200_000)),
        Arguments.of("public target", uncapped.withPublicTarget(0.6)));
  }

  private static Scenario forTheFloor(double budgetUsd) {
    Scenario most = SmallWorlds.scenario(budgetUsd, 1000);
    return most.with()
        .goal(Goal.HIGHEST_DISTRICT_FLOOR)
        .budgetUsd(budgetUsd)
        .targetRatio(Double.NaN)
        .technologyIds(List.of())
        .mediumIds(List.of())
        .locks(List.of())
        .seconds(0)
        .threads(1)
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goals")
  void valuesAndBoundsEndAtTheCertificateAndTakingPlansChangesNone(String goal, Scenario asked) {
    PlanningProblem world = PublicMoneyTest.world(5);
    Listener listener = new Listener();
    PlanResult result = Planner.plan(world, asked, listener, () -> false);
    Certificate certificate = result.certificate();

    Told last = listener.told.get(listener.told.size() - 1);
    assertThat(last.phase()).isEqualTo("certificate");
    assertThat(last.doneRatio()).isEqualTo(1);
    double fine = 1e-6 * Math.max(1, Math.abs(certificate.value()));
    assertThat(last.value()).isCloseTo(certificate.value(), within(fine));
    assertThat(last.bound()).isCloseTo(certificate.bound(), within(fine));
    assertThat(last.gapRatio()).isCloseTo(certificate.gapRatio(), within(1e-6));
    assertThat(last.people()).isEqualTo(result.plan().totals().peopleServed());
    assertThat(listener.differing).as("plans of other people than told").isZero();

    double done = 0;
    for (Told each : listener.told) {
      assertThat(each.doneRatio()).as(each.toString()).isBetween(done, 1.0);
      done = each.doneRatio();
      if (!Double.isNaN(each.value()) && !Double.isNaN(each.bound())) {
        double above = each.bound() - each.value();
        boolean possible = certificate.sense() == Sense.MAXIMISE ? above >= -fine : above <= fine;
        assertThat(possible).as(each.toString()).isTrue();
      }
    }
    assertThat(listener.told.stream().filter(each -> !Double.isNaN(each.bound())).count())
        .as("bounds told before the end")
        .isGreaterThan(1);

    assertThat(listener.offers).isPositive();
    assertThat(listener.offered)
        .extracting(SettlementService::settlementId)
        .isSorted()
        .hasSize(world.settlements().size());
    assertThat(result).isEqualTo(Planner.plan(world, asked, Progress.NONE, () -> false));
  }
}
