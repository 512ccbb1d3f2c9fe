/** OptaPlanner's part of the broadband solver: local search over block moves. */
package org.kiungo.planner.deploy.local;
