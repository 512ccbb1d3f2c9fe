package org.kiungo.planner.fund;

/**
 * Money of one partner that may be spent in some phases together.
 *
 * @param partner its place among the partners
 * @param first phase, from 0
 * @param last phase
 * @param cents at most
 * @param guarantor true when it is the guarantor's money that limits the partner
 */
record Row(int partner, int first, int last, long cents, boolean guarantor) {

  boolean covers(int phase) {
    return first <= phase && phase <= last;
  }
}
