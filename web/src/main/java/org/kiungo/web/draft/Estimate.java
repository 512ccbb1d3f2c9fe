package org.kiungo.web.draft;

import java.util.List;
import java.util.SortedMap;
import org.kiungo.planner.model.Plan.Status;

/**
 * What edits would change while all else stays as planned: quick, and not a plan. It neither spends
 * money that an edit frees nor finds the money that an edit costs; computing anew does both.
 *
 * @param edits one change each, in the order of the edits that hold
 * @param total their sum
 * @param budgetLeftUsd budget minus lifetime cost after the edits; NaN without a budget
 * @param services service by settlement id, where the edits change it; at most {@value
 *     #MOST_SERVICES}
 */
record Estimate(
    List<Change> edits, Change total, double budgetLeftUsd, SortedMap<String, Service> services) {

  static final int MOST_SERVICES = 20_000;

  /**
   * A place's service after the edits.
   *
   * @param technologyId empty for none
   * @param status that it gives
   */
  record Service(String technologyId, Status status) {}

  /**
   * What one edit changes.
   *
   * @param places it is about
   * @param costUsd lifetime cost, more or (below 0) less
   * @param people at the standard, more or less
   * @param peopleBasic with basic service only, more or less
   * @param impossible places where the technology asked for cannot be had
   */
  record Change(int places, double costUsd, double people, double peopleBasic, int impossible) {

    static final Change NONE = new Change(0, 0, 0, 0, 0);

    Change plus(Change other) {
      return new Change(
          places + other.places,
          costUsd + other.costUsd,
          people + other.people,
          peopleBasic + other.peopleBasic,
          impossible + other.impossible);
    }
  }
}
