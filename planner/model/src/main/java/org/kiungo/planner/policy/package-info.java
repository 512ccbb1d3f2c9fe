/**
 * Levers that a regulator can pull, one small record each: pure, problem → problem. A neutral lever
 * returns an equal problem; no lever changes its input. Levers commute, up to the last bit of a
 * product or sum; a scenario pulls each at most once.
 */
package org.kiungo.planner.policy;
