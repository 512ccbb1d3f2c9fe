/** The lots of a plan, worked out again from the plan. */
package org.kiungo.planner.verify.lot;
