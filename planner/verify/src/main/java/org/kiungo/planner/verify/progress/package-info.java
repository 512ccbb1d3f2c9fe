/** What is told of what stands of a plan, computed again from the plan and the rows. */
package org.kiungo.planner.verify.progress;
