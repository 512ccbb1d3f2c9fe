package org.kiungo.planner.fund;

import org.kiungo.planner.project.Project;

/**
 * A project as the assignment sees it.
 *
 * @param project it stands for
 * @param phase from 0
 * @param weight weighted people, thousandths
 * @param cents cost by class: works that the same partners may pay for
 * @param payers of each class, bits
 * @param most of the project's cost that each partner may pay, cents
 * @param least that each partner pays if it pays at all, cents ≥ 1
 * @param requires jobs that must be funded too
 */
record Job(
    Project project,
    int phase,
    long weight,
    long[] cents,
    int[] payers,
    long[] most,
    long[] least,
    int[] requires) {

  long totalCents() {
    return project.costCents();
  }

  /** Partners who may pay for some of it. */
  int lawful() {
    int lawful = 0;
    for (int mask : payers) {
      lawful |= mask;
    }
    for (int k = 0; k < most.length; k++) {
      if (most[k] == 0) {
        lawful &= ~(1 << k);
      }
    }
    return lawful;
  }
}
