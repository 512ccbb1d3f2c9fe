/** What every location model shares: costs of assignment, capacities, answers and limits. */
package org.kiungo.planner.place.location.problem;
