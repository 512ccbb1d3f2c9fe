/**
 * Futures drawn again and everything that is told of them computed again, with formulas of its own.
 */
package org.kiungo.planner.verify.doubt;
