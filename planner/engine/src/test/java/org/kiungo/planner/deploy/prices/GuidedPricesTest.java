package org.kiungo.planner.deploy.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;

/** Guided ascents near the best price bound better, hold, and leave the search as it is. */
class GuidedPricesTest {

  @Test
  void guidedAscentsBoundCloser() throws IOException {
    Question question =
        new Question(
            CountryData.read("300"),
            new DeploySettings(1e6, Double.NaN, List.of(), List.of(), List.of(), 42, 2_000));
    Draft plan = new GreedyConstruction(question).build(() -> false);
    double paid = plan.value() / (double) plan.costCents();
    PriceSearch prices = new PriceSearch(question);
    PriceSearch.Found found = prices.search(question, paid, () -> false, done -> {});
    PriceSearch.Guided guided = prices.guided(question).orElseThrow();
    Draft good = PricedDescent.bestFitted(plan, found.valuePerCent(), () -> false);
    assertThat(guided.value()).isLessThan(found.bound() - SolverUnits.VALUE_PER_PERSON);
    assertThat(guided.value()).isGreaterThanOrEqualTo(good.orBetter(plan).value());
    assertThat(guided.proof()).isNotEqualTo(BoundProof.NONE);
    assertThat(prices.leastBound(question)).isEqualTo(found.bound());
    assertThat(prices.guided(question).orElseThrow().proof()).isEqualTo(guided.proof());
  }
}
