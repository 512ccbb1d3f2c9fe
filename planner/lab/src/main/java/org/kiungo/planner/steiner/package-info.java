/** Steiner and prize-collecting trees, reduced, bounded and branched; no plan uses them. */
package org.kiungo.planner.steiner;
