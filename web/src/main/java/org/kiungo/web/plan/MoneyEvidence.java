package org.kiungo.web.plan;

import java.util.List;
import org.kiungo.planner.finance.PublicMoneyRange;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What a plan's money rests on, under the scenario's market terms and levers.
 *
 * @param range of public money, as far as market terms are known as ranges
 * @param terms market terms by country
 */
public record MoneyEvidence(PublicMoneyRange range, List<CountryEconomics> terms) {

  /** Worked out anew; pages keep it with the plan. */
  public static MoneyEvidence of(PlanFolder folder) {
    return new MoneyEvidence(folder.publicMoney(), terms(folder));
  }

  private static List<CountryEconomics> terms(PlanFolder folder) {
    return ScenarioFacts.of(folder.problem(), folder.scenario()).economics();
  }

  /** The bills of a plan, without its range. */
  public static List<Bill> bills(PlanFolder folder) {
    return Bill.all(folder.financeBrief(), terms(folder));
  }
}
