package org.kiungo.planner.deploy.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.DeploySettings.LockedChoice;
import org.kiungo.planner.model.PlanningProblem;

/** Going downhill raises the profit at its price, keeps the rules and spends the budget better. */
class PricedDescentTest {

  private static Draft greedy(List<LockedChoice> locks) throws IOException {
    return new GreedyConstruction(new Question(problem(), settings(locks))).build(() -> false);
  }

  private static PlanningProblem problem() throws IOException {
    return CountryData.read("300");
  }

  private static DeploySettings settings(List<LockedChoice> locks) {
    return new DeploySettings(1e6, Double.NaN, List.of(), List.of(), locks, 42, 0);
  }

  private static double paid(Draft draft) {
    return draft.value() / (double) draft.costCents();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 1, 2})
  void profitRisesAndSumsStayExact(double factor) throws IOException {
    Draft greedy = greedy(List.of());
    double price = factor * paid(greedy);
    Draft lower = PricedDescent.descend(greedy.copy(), price, () -> false);
    assertThat(lower.profit(price, price)).isGreaterThan(greedy.profit(price, price));
    assertThat(lower.copy().costCents()).isEqualTo(lower.costCents());
    assertThat(lower.copy().value()).isEqualTo(lower.value());
  }

  @Test
  void sitesOpenForThoseWhoPayForThemTogether() throws IOException {
    Question question = new Question(problem(), settings(List.of()));
    double price = paid(greedy(List.of()));
    Draft nothing = new Draft(question);
    Draft found = PricedDescent.descend(nothing.copy(), price, () -> false);
    assertThat(found.profit(price, price)).isGreaterThan(nothing.profit(price, price));
    assertThat(IntStream.range(0, question.options().sites()).filter(s -> found.siteUsers(s) > 1))
        .isNotEmpty();
  }

  @Test
  void theBudgetBuysMore() throws IOException {
    Draft greedy = greedy(List.of());
    Draft spending = PricedDescent.spending(greedy, paid(greedy), () -> false);
    assertThat(spending.violation()).isZero();
    assertThat(spending.value()).isGreaterThan(greedy.value());
  }

  @Test
  void whoMustBeServedStaysServedAtAnyPrice() throws IOException {
    PlanningProblem problem = problem();
    List<LockedChoice> locks =
        IntStream.range(0, 5)
            .mapToObj(i -> problem.settlements().get(i).id())
            .map(id -> new LockedChoice(id, "lte-light", false))
            .toList();
    Draft greedy = greedy(locks);
    assertThat(greedy.unkept()).isZero();
    Draft lower = PricedDescent.descend(greedy.copy(), 1_000 * paid(greedy), () -> false);
    assertThat(lower.unkept()).isZero();
    assertThat(lower.costCents()).isLessThan(greedy.costCents());
  }

  @Test
  void aStopLeavesTheDraftAsItIs() throws IOException {
    Draft greedy = greedy(List.of());
    Draft same = PricedDescent.descend(greedy.copy(), paid(greedy), () -> true);
    for (int i = 0; i < greedy.settlements(); i++) {
      assertThat(same.choice(i)).isEqualTo(greedy.choice(i));
    }
    for (int v = 0; v < greedy.places(); v++) {
      assertThat(same.arc(v)).isEqualTo(greedy.arc(v));
    }
  }
}
