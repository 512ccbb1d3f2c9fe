package org.kiungo.planner.deploy.prices;

/** Bounds of all branches of a question: one bound, or those of two branches. */
public sealed interface BoundTree {

  /**
   * A branch that is not branched further.
   *
   * @param raised its bound with the raises that prove it
   */
  record Leaf(PricedAscent.Raised raised) implements BoundTree {}

  /** A branch whose plans are worth too little even if all whom it lets be served were. */
  record Worthless() implements BoundTree {}

  /** A branch whose decisions alone cost too much. */
  record Forced() implements BoundTree {}

  /**
   * A branch split in two.
   *
   * @param decision on what
   * @param yes bounds on plans of which it is so
   * @param no bounds on plans of which it is not
   */
  record Split(Decision decision, BoundTree yes, BoundTree no) implements BoundTree {}

  /** What a branch is split by. */
  sealed interface Decision {}

  /** Whether a settlement is served. */
  record Serves(int settlement) implements Decision {}

  /** Whether a settlement takes an option, all options counted on. */
  record Takes(int option) implements Decision {}

  /** Whether a place leads to the network over one of its arcs, or not at all. */
  record Leads(int place, int arc) implements Decision {}
}
