package org.kiungo.planner.project;

import java.util.Locale;

/** Where in the network something stands, as the dictionary has it. */
public enum NetworkLayer {
  /** Between a user and a site: sites, terminals, drops. */
  ACCESS,
  /** Links that one district's traffic uses. */
  BACKHAUL,
  /** Links and nodes that traffic of several districts uses. */
  BACKBONE;

  /** As files write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
