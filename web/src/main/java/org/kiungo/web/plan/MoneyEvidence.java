package org.kiungo.web.plan;

import java.util.List;
import java.util.function.Supplier;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.scenario.ScenarioFacts;

/** What a plan's money rests on, under the scenario's market terms and levers. */
public final class MoneyEvidence {

  private final PublicMoneyRange range;
  private final List<CountryEconomics> terms;
  private final Supplier<MoneyDrivers> moved;
  private volatile MoneyDrivers drivers;

  /**
   * @param range of public money, as far as prices and market terms are known as ranges
   * @param terms market terms by country
   * @param moved what moves public money; worked out where somebody asks
   */
  public MoneyEvidence(
      PublicMoneyRange range, List<CountryEconomics> terms, Supplier<MoneyDrivers> moved) {
    this.range = range;
    this.terms = List.copyOf(terms);
    this.moved = moved;
  }

  /** Worked out anew; pages keep it with the plan. */
  public static MoneyEvidence of(PlanFolder folder) {
    PlanningProblem facts = ScenarioFacts.of(folder.problem(), folder.scenario());
    return new MoneyEvidence(
        PublicMoneyRange.of(facts, folder.plan()),
        facts.economics(),
        () -> MoneyDrivers.of(facts, folder.plan()));
  }

  /** Public money, as far as prices and market terms are known as ranges. */
  public PublicMoneyRange range() {
    return range;
  }

  /** Market terms by country. */
  public List<CountryEconomics> terms() {
    return terms;
  }

  /** What moves public money, one thing at a time: accounts made anew for each end, once. */
  public MoneyDrivers drivers() {
    MoneyDrivers known = drivers;
    if (known == null) {
      known = moved.get();
      drivers = known;
    }
    return known;
  }

  /** The bills of a plan, without its range. */
  public static List<Bill> bills(PlanFolder folder) {
    return Bill.all(
        folder.financeBrief(), ScenarioFacts.of(folder.problem(), folder.scenario()).economics());
  }
}
