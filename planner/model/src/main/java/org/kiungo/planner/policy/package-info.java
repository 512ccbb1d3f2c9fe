/**
 * What a lever of policy is, and how levers are found and described. A neutral lever returns an
 * equal problem; no lever changes its input. Levers commute, up to the last bit of a product or
 * sum; a scenario pulls each at most once.
 */
package org.kiungo.planner.policy;
