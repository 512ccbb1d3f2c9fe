package org.kiungo.web.draft;

import java.util.List;

/**
 * One change that a planner asks for, at some places or in an area.
 *
 * @param action what is asked for
 * @param technologyId of the catalogue; "*" forbids every technology; empty for LOCK and FREE
 * @param settlementIds where; may be empty when an area says it
 * @param area corners of a ring as longitude and latitude in degrees, closed or not; empty = none
 * @param label what the list of changes calls the place, at most 200 characters
 */
record Edit(
    Action action,
    String technologyId,
    List<String> settlementIds,
    List<List<Double>> area,
    String label) {

  /** What a planner may ask for. */
  enum Action {
    /** Keep the plan's own choice, service or none. */
    LOCK,
    /** Serve with this technology and no other. */
    FORCE,
    /** Never serve with this technology. */
    FORBID,
    /** Leave the choice to the planner again. */
    FREE
  }

  Edit {
    technologyId = technologyId == null ? "" : technologyId;
    settlementIds = settlementIds == null ? List.of() : List.copyOf(settlementIds);
    area = area == null ? List.of() : List.copyOf(area);
    label = label == null ? "" : label;
  }
}
