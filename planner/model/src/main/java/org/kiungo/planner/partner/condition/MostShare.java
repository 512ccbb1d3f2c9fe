package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.Project;

/**
 * Pays at most a share of a project; any share of projects in the districts that are left out.
 *
 * @param shareRatio of the cost of the project, 0–1
 * @param exceptDistricts where it does not hold; empty = it holds everywhere
 */
public record MostShare(double shareRatio, List<String> exceptDistricts) implements Condition {
  public MostShare {
    Stated.ratio("shareRatio", shareRatio);
    exceptDistricts = exceptDistricts == null ? List.of() : List.copyOf(exceptDistricts);
  }

  @Override
  public double mostShareRatio(Project project) {
    return exceptDistricts.contains(project.district()) ? 1 : shareRatio;
  }
}
