/** What the four searches have in common of OptaPlanner: late acceptance over moves at random. */
package org.kiungo.planner.local;
