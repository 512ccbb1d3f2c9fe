/** Projects and payments of a plan, worked out again from its files alone. */
package org.kiungo.planner.verify.funding;
