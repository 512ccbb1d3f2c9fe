package org.kiungo.web.plan.document;

import java.util.Map;

/** Knows how far a plan's projects have come; a port, for whoever keeps what people say of them. */
public interface ToldStates {

  /** Where nobody keeps it. */
  ToldStates NONE = planId -> Map.of();

  /** By project id; those of which nobody said anything are left out. */
  Map<String, ProjectState> states(String planId);
}
