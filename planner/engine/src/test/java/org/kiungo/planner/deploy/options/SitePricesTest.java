package org.kiungo.planner.deploy.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;

/** Sites of random worlds, a tower among them, against sums over their masts. */
class SitePricesTest {

  private static AccessOptions options(long seed) {
    PlanningProblem world = SmallWorlds.wide(seed, 4);
    DeploySettings settings =
        new DeploySettings(1e6, Double.NaN, List.of(), List.of(), List.of(), seed, 100);
    return new Question(world, settings).options();
  }

  /** 40,000 with its mast, 15,000 beside, 9,000 a link; the tower is the first mast. */
  @Test
  void everyMastBeyondTheFirstIsLinked() {
    for (long seed = 1; seed <= 8; seed++) {
      AccessOptions options = options(seed);
      SitePrices prices = options.sitePrices();
      for (int s = 0; s < options.sites(); s++) {
        if (options.technologies().get(options.siteTechnology(s)).id().equals("mast")) {
          boolean tower = options.sitePlace(s) >= 4;
          double usd = 0;
          for (int u = 1; u <= 7; u++) {
            boolean first = (u - 1) % prices.perMast(s) == 0;
            usd += first && !(tower && u == 1) ? 40_000 : 15_000;
            usd += first && u > 1 ? 9_000 : 0;
            assertThat(prices.cents(s, u)).isEqualTo(Math.round(100 * usd));
          }
        }
      }
    }
  }

  @Test
  void sharesNeverAddUpToMoreThanASiteCosts() {
    for (long seed = 1; seed <= 8; seed++) {
      AccessOptions options = options(seed);
      SitePrices prices = options.sitePrices();
      SplittableRandom random = new SplittableRandom(seed);
      for (int trial = 0; trial < 2_000; trial++) {
        int s = random.nextInt(options.sites());
        double parts = 0;
        double further = prices.cents(s, 1);
        double spread = 0;
        for (int i = random.nextInt(5); i >= 0; i--) {
          double each = (1 + random.nextInt(40)) / 8.0;
          int units = (int) Math.ceil(each);
          parts += each;
          further += prices.furtherCents(s, units);
          spread += prices.spreadCents(s, each, units);
        }
        double whole = prices.cents(s, (int) Math.ceil(parts)) + 1e-3;
        assertThat(further).as("site %d, %s units", s, parts).isLessThanOrEqualTo(whole);
        assertThat(spread).as("site %d, %s units", s, parts).isLessThanOrEqualTo(whole);
        assertThat(parts * prices.leastCents(s)).isLessThanOrEqualTo(whole);
      }
    }
  }
}
