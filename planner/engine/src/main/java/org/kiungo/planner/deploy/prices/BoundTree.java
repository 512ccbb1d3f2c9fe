package org.kiungo.planner.deploy.prices;

/** Bounds of all branches of a question: one bound, or those of two branches. */
public sealed interface BoundTree {

  /**
   * A branch that is not branched further.
   *
   * @param raised its bound with the raises that prove it
   */
  record Leaf(PricedAscent.Raised raised) implements BoundTree {}

  /**
   * A branch split by one settlement.
   *
   * @param settlement decided on
   * @param served bounds on plans that serve it
   * @param leftOut bounds on plans that do not
   */
  record Split(int settlement, BoundTree served, BoundTree leftOut) implements BoundTree {}
}
