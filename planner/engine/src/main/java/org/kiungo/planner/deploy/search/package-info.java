/** Whole searches for an objective, and the port of the local search. */
package org.kiungo.planner.deploy.search;
