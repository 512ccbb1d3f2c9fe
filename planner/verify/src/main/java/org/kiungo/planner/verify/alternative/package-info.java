/** Figures of alternatives, computed again from their plans. */
package org.kiungo.planner.verify.alternative;
