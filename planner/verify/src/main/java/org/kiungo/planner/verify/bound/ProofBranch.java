package org.kiungo.planner.verify.bound;

import java.io.IOException;

/**
 * Goes through the branches of a proof. A branch is decided by one settlement after the other: the
 * plans that serve it, then those that do not. So every plan belongs to one branch, and what holds
 * in all of them holds for every plan.
 */
final class ProofBranch {

  /** No search decides on so many settlements one after the other. */
  private static final int DEEPEST = 1_000;

  private static final byte SERVED = 1;
  private static final byte LEFT_OUT = 2;

  private final ProofReader proof;
  private final byte[] decided;

  ProofBranch(ProofReader proof, int settlements) {
    this.proof = proof;
    decided = new byte[settlements];
  }

  /** Reads the bound of one branch. */
  @FunctionalInterface
  interface Bound {
    /**
     * @return null when it is valid, else what is wrong
     */
    String read(ProofBranch branch) throws IOException;
  }

  /** True when the settlement must be served in the branch gone through. */
  boolean serves(int settlement) {
    return decided[settlement] == SERVED;
  }

  /** True when it must not. */
  boolean leavesOut(int settlement) {
    return decided[settlement] == LEFT_OUT;
  }

  /**
   * Reads all branches to the end of the proof.
   *
   * @return null when every bound is valid, else what is wrong with the first that is not
   */
  String readAll(Bound bound) throws IOException {
    String wrong = read(bound, 0);
    return wrong != null || proof.atEnd() ? wrong : "the proof goes on after its end";
  }

  private String read(Bound bound, int depth) throws IOException {
    int i = proof.number(decided.length) - 1;
    if (i < 0) {
      return bound.read(this);
    }
    if (decided[i] != 0 || depth == DEEPEST) {
      return "the branches decide on a settlement twice, or on too many";
    }
    decided[i] = SERVED;
    String wrong = read(bound, depth + 1);
    if (wrong == null) {
      decided[i] = LEFT_OUT;
      wrong = read(bound, depth + 1);
    }
    decided[i] = 0;
    return wrong;
  }
}
