/**
 * Levers that a regulator can pull, one small record each: pure, problem → problem. A neutral lever
 * returns an equal problem; no lever changes its input. Levers commute, up to the last bit of a
 * product; where two of the same kind set the same term, the later one wins.
 */
package org.kiungo.planner.policy;
