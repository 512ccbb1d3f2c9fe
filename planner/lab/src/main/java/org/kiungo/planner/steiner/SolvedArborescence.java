package org.kiungo.planner.steiner;

import org.kiungo.planner.network.Arborescence;

/**
 * A tree and what is proven about it.
 *
 * @param tree the best tree found
 * @param lowerBound no tree is cheaper than this; equals the tree's value when it is proven optimal
 * @param steps improvement rounds used
 */
public record SolvedArborescence(Arborescence tree, long lowerBound, long steps) {

  public boolean isOptimal() {
    return lowerBound >= tree.value();
  }
}
