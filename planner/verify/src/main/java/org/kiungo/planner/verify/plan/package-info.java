/** Sites, links, services and sums of a plan, computed again. */
package org.kiungo.planner.verify.plan;
