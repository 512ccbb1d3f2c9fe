/** The levers a regulator can pull, one small record each. */
package org.kiungo.planner.policy.lever;
