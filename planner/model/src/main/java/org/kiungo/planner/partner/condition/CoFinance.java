package org.kiungo.planner.partner.condition;

import org.kiungo.planner.project.Project;

/**
 * Others pay at least a share of every project.
 *
 * @param leastRatio of the cost of the project that others pay, 0–1
 */
public record CoFinance(double leastRatio) implements Condition {
  public CoFinance {
    Stated.ratio("leastRatio", leastRatio);
  }

  @Override
  public double mostShareRatio(Project project) {
    return 1 - leastRatio;
  }
}
