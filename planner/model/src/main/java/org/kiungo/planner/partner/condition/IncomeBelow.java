package org.kiungo.planner.partner.condition;

import org.kiungo.planner.project.Work;

/**
 * Pays only in countries below an income group of the World Bank; a country whose group is not
 * known is none.
 *
 * @param group the first group that is too rich: {@code lower-middle}, {@code upper-middle} or
 *     {@code high}
 */
public record IncomeBelow(String group) implements Condition {
  public IncomeBelow {
    if (IncomeGroup.find(group).filter(g -> g != IncomeGroup.LOW).isEmpty()) {
      throw Stated.refused("group", group, "lower-middle, upper-middle, high");
    }
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    IncomeGroup first = IncomeGroup.find(group).orElseThrow();
    return standing.incomeGroup() != null && standing.incomeGroup().compareTo(first) < 0;
  }
}
