/** OptaPlanner's side of who pays: late acceptance over the payments of projects. */
package org.kiungo.planner.fund.local;
