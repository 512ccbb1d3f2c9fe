package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may pay for a project together.
 *
 * @param excludes partners with whom each does not pay, bits, both ways
 * @param oneOf sets of partners, one of each of which must pay where a partner does
 */
record Company(int[] excludes, List<List<Integer>> oneOf) {

  /** True when nobody asks who else pays. */
  boolean isFree() {
    for (int each : excludes) {
      if (each != 0) {
        return false;
      }
    }
    return oneOf.stream().allMatch(List::isEmpty);
  }

  /** True when exactly these may pay together. */
  boolean allows(int payers) {
    for (int k = 0; k < excludes.length; k++) {
      if ((payers >> k & 1) == 1) {
        if ((excludes[k] & payers) != 0) {
          return false;
        }
        for (int any : oneOf.get(k)) {
          if ((any & payers) == 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Of some partners those who could find the company they ask for among them. */
  int satisfiable(int among) {
    int left = among;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int k = 0; k < excludes.length; k++) {
        if ((left >> k & 1) == 1) {
          for (int any : oneOf.get(k)) {
            if ((any & left) == 0) {
              left &= ~(1 << k);
              changed = true;
            }
          }
        }
      }
    }
    return left;
  }

  /** Subsets of some partners that may pay together, the largest first. */
  int[] subsets(int of) {
    List<Integer> subsets = new ArrayList<>();
    for (int set = of; set > 0; set = set - 1 & of) {
      if (allows(set)) {
        subsets.add(set);
      }
    }
    return subsets.stream()
        .sorted((a, b) -> Integer.bitCount(b) - Integer.bitCount(a))
        .mapToInt(i -> i)
        .toArray();
  }
}
