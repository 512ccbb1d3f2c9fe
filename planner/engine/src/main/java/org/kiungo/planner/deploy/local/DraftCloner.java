package org.kiungo.planner.deploy.local;

import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;

/** Copies decisions only: every new best solution is cloned, which limits the scale otherwise. */
public class DraftCloner implements SolutionCloner<DraftSolution> {

  @Override
  public DraftSolution cloneSolution(DraftSolution original) {
    return original.copy();
  }
}
