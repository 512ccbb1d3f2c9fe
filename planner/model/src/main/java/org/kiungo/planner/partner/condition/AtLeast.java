package org.kiungo.planner.partner.condition;

/**
 * Pays for a project at least an amount, or not at all.
 *
 * @param leastUsd USD ≥ 0
 */
public record AtLeast(double leastUsd) implements Condition {
  public AtLeast {
    if (!(leastUsd >= 0 && leastUsd <= 1e12)) {
      throw Stated.refused("leastUsd", leastUsd, "0–10¹²");
    }
  }
}
