package org.kiungo.planner.deploy.branch;

import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.model.BoundProof;

/** What branching gave: the best plan known and a bound on every plan. */
public interface Branched {

  /** Literature name of bounds that branching narrowed. */
  String NARROWED = PriceSearch.METHOD + ", branch and bound";

  /** No plan is better, in the unit that the search counts: value, or cents. */
  double bound();

  /** Price of that bound. */
  double valuePerCent();

  /** The best plan known. */
  Draft best();

  /** Literature name of the bound. */
  String method();

  /** Of the bound; none where it would be too large. */
  BoundProof proof();
}
