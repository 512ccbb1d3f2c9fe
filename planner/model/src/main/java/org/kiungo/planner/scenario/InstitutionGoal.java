package org.kiungo.planner.scenario;

import org.kiungo.planner.model.value.InputRefused;

/**
 * What a plan strives for among institutions of a kind.
 *
 * @param kind id of the catalogue; whatever is part of it counts too, hospitals as clinics
 * @param shareRatio share of them to be connected, those connected today included, 0–1; NaN = none
 *     is asked for, they only weigh
 * @param byYear last year in which one may be connected to count; 0, or left out, = the last of the
 *     plan
 * @param weightPeople what one counts in the objective, as so many people of its place; NaN = as
 *     its goal needs: nothing where every place that has one must be served
 */
public record InstitutionGoal(String kind, double shareRatio, Integer byYear, double weightPeople) {

  /** As much as the people of a city: no budget leaves one out for fewer. */
  public static final double MOST_PEOPLE = 1e6;

  /**
   * @throws InputRefused {@code field.range}
   */
  public InstitutionGoal {
    kind = kind == null ? "" : kind;
    byYear = byYear == null ? 0 : byYear;
    range("shareRatio", shareRatio, 1);
    range("weightPeople", weightPeople, MOST_PEOPLE);
  }

  private static void range(String field, double value, double high) {
    if (value < 0 || value > high) {
      throw new InputRefused("field.range", "field", field, "value", value, "low", 0, "high", high);
    }
  }

  /** True where a share is asked for. */
  public boolean asksForShare() {
    return shareRatio > 0;
  }

  /** True where every place that has one must be served. */
  public boolean asksForAll() {
    return shareRatio == 1 && Double.isNaN(weightPeople);
  }

  /** The same goal, reached for with a weight. */
  public InstitutionGoal withWeightPeople(double people) {
    return new InstitutionGoal(kind, shareRatio, byYear, people);
  }
}
