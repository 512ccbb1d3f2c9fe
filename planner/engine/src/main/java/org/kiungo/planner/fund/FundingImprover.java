package org.kiungo.planner.fund;

import java.util.function.BooleanSupplier;

/** Improves who pays, from payments that keep every condition. */
public interface FundingImprover {

  /**
   * @param start deals by project that keep every condition
   * @param steps score calculations, ≥ 1
   * @param stop true ends the search with the best so far
   * @return deals by project, never worse
   */
  Deal[] improve(
      Deal[] start,
      Exchange exchange,
      Standing standing,
      long seed,
      long steps,
      BooleanSupplier stop);
}
