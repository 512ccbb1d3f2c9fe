package org.kiungo.planner.model;

import java.util.List;

/**
 * What institutions of some kinds mean to a plan.
 *
 * @param columns of settlements that count them, such as {@code institutions.hospital}
 * @param weightPeople what one counts in the objective, as so many people of its place, ≥ 0
 * @param mustBeServed true where every place that has one must be served
 */
public record InstitutionRule(List<String> columns, double weightPeople, boolean mustBeServed) {

  public InstitutionRule {
    columns = List.copyOf(columns);
  }

  /** How many stand at a settlement. */
  public long count(Settlement settlement) {
    long count = 0;
    for (String column : columns) {
      String stated = settlement.attributes().get(column);
      count += stated == null ? 0 : Long.parseLong(stated);
    }
    return count;
  }
}
