package org.kiungo.web.page.brief;

import java.util.List;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;

/**
 * What a plan's scenario chooses otherwise than the default one, as comparisons tell it. Countries,
 * years, budget, phases and what feeds the plan are told elsewhere in a brief, and how long was
 * searched is no assumption.
 */
final class BriefChoices {

  private BriefChoices() {}

  /** A sentence each; none where all is as by default. */
  static List<String> of(Scenario asked, Figures figures, Words words) {
    Scenario atOnce = asked.with().phases(List.of()).build();
    Money money = asked.money();
    Money years =
        new Money(
            Money.DEFAULT.discountRateRatio(),
            money.firstYear(),
            money.lastYear(),
            Money.DEFAULT.priceYear());
    Scenario usual =
        ScenarioBuilder.builder()
            .name(asked.name())
            .countries(asked.countries())
            .budgetUsd(asked.budgetUsd())
            .money(years)
            .feeds(asked.feeds())
            .seed(asked.seed())
            .steps(asked.steps())
            .seconds(asked.seconds())
            .threads(asked.threads())
            .build();
    return Assumptions.between(usual, atOnce).fields().stream()
        .filter(each -> !isUnaskedHub(each))
        .map(each -> sentence(each, figures, words))
        .toList();
  }

  /** A rule by which no hub is named: said only because another names some. */
  private static boolean isUnaskedHub(Change each) {
    return each.name().startsWith("twoPaths.")
        && (each.to().isEmpty() || each.to().equals("false") || each.to().equals("[]"));
  }

  private static String sentence(Change each, Figures figures, Words words) {
    String what = figures.field(each.name());
    String to = figures.choice(each.name(), each.to());
    if (each.name().startsWith("marketTerms.")) {
      return words.text("ui.brief.choice-term", what, to);
    }
    boolean isUsual = each.from().isEmpty() || each.from().equals("[]");
    return isUsual
        ? words.text("ui.brief.choice-set", what, to)
        : words.text("ui.brief.choice", what, to, figures.choice(each.name(), each.from()));
  }
}
