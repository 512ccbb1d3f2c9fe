/**
 * A plan after it is signed: what stands of it, what that cost, what prices are learnt from it, and
 * the rest planned anew.
 */
package org.kiungo.planner.progress;
