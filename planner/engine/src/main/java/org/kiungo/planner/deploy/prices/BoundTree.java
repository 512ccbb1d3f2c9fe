package org.kiungo.planner.deploy.prices;

/**
 * Bounds of all branches of a question: one bound, or those with a settlement served and left out.
 *
 * @param raised the bound with its raises; null where it branches
 * @param settlement decided on; −1 = none
 * @param served bounds on plans that serve it
 * @param leftOut bounds on plans that do not
 */
public record BoundTree(
    PricedAscent.Result raised, int settlement, BoundTree served, BoundTree leftOut) {

  public BoundTree(PricedAscent.Result raised) {
    this(raised, -1, null, null);
  }

  public BoundTree(int settlement, BoundTree served, BoundTree leftOut) {
    this(null, settlement, served, leftOut);
  }

  boolean isLeaf() {
    return raised != null;
  }
}
