package org.kiungo.planner.deploy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/** Places of true size, many in reach of one mast: 300 settlements cut into four each. */
class AnnealingTest {

  private static final long STEPS = 300;

  private static Question crowded;
  private static Draft start;
  private static double paid;

  @BeforeAll
  static void build() throws IOException {
    crowded = question(cut(CountryData.read("300"), 4), 1e6);
    Draft greedy = new GreedyConstruction(crowded).build(() -> false);
    paid = greedy.value() / (double) greedy.costCents();
    start = PricedDescent.spending(greedy, paid, () -> false);
  }

  private static Question question(PlanningProblem problem, double budgetUsd) {
    return new Question(
        problem,
        new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), 42, STEPS));
  }

  private static PlanningProblem cut(PlanningProblem whole, int parts) {
    Random random = new Random(1);
    List<Settlement> places = new ArrayList<>();
    for (Settlement each : whole.settlements()) {
      for (int k = 0; k < parts; k++) {
        LonLat at = each.location();
        double east = 0.03 * (random.nextDouble() - 0.5);
        double north = 0.03 * (random.nextDouble() - 0.5);
        places.add(
            each.with()
                .id(each.id() + "~" + k)
                .location(new LonLat(at.lon() + east, at.lat() + north))
                .population(each.population() / parts)
                .areaKm2(each.areaKm2() / parts)
                .build());
      }
    }
    return whole.withSettlements(places);
  }

  private static Draft annealed(double price, long moves, long seed) {
    return Annealing.improve(start, price, moves, seed, () -> false, PlanImprover.Watch.NONE)
        .draft();
  }

  /** Whatever the price it begins at: it follows what is spent. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 3})
  void moreAreServedForTheSameMoney(double factor) {
    Draft found = annealed(factor * paid, 10_000, 42);
    assertThat(found.violation()).isZero();
    assertThat(found.value()).isGreaterThan((long) (1.01 * start.value()));
    assertThat(found.copy().value()).isEqualTo(found.value());
    assertThat(found.copy().costCents()).isEqualTo(found.costCents());
  }

  @Test
  void aSeedGivesOnePlanAndAnotherAnother() {
    assertThat(decisions(annealed(paid, 3_000, 42)))
        .isEqualTo(decisions(annealed(paid, 3_000, 42)));
    assertThat(decisions(annealed(paid, 3_000, 42)))
        .isNotEqualTo(decisions(annealed(paid, 3_000, 43)));
  }

  private static List<Integer> decisions(Draft draft) {
    List<Integer> decisions = new ArrayList<>();
    for (int i = 0; i < draft.settlements(); i++) {
      decisions.add(draft.choice(i));
    }
    for (int v = 0; v < draft.places(); v++) {
      decisions.add(draft.isUsed(v) ? draft.arc(v) : -1);
    }
    return decisions;
  }

  @Test
  void aSearchThatIsStoppedGivesNoLessThanItsStart() {
    int[] asked = {0};
    PlanImprover.Improved found =
        Annealing.improve(start, paid, 10_000, 42, () -> asked[0]++ > 3, PlanImprover.Watch.NONE);
    assertThat(found.steps()).as("those that were tried").isPositive().isLessThan(10_000);
    assertThat(found.draft().violation()).isZero();
    assertThat(found.draft().value()).isGreaterThanOrEqualTo(start.value());
  }

  /** Only where many may share sites, within a budget, in proportion to the steps asked for. */
  @Test
  void movesGoToCrowdedPlaces() throws IOException {
    assertThat(Annealing.moves(crowded))
        .isGreaterThanOrEqualTo(STEPS)
        .matches(moves -> moves % STEPS == 0);
    assertThat(Annealing.moves(crowded.withBudget(Double.NaN))).isZero();
    assertThat(Annealing.moves(question(CountryData.read("20"), 1e6))).isZero();
  }
}
