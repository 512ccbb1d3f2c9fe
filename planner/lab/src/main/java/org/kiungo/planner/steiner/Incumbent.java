package org.kiungo.planner.steiner;

import org.kiungo.planner.network.Arborescence;

/** The best tree of the whole problem so far, and the value a better one must be below. */
final class Incumbent {

  private Arborescence tree;
  private long upper;

  Incumbent(Arborescence tree, long cutoff) {
    this.tree = tree;
    upper = Math.min(tree.value(), cutoff);
  }

  Arborescence tree() {
    return tree;
  }

  long upper() {
    return upper;
  }

  void offer(Arborescence candidate) {
    if (candidate.value() < tree.value()) {
      tree = candidate;
      upper = Math.min(upper, candidate.value());
    }
  }
}
