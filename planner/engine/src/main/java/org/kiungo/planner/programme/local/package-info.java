/** OptaPlanner's part of programmes: local search over the phases of blocks. */
package org.kiungo.planner.programme.local;
