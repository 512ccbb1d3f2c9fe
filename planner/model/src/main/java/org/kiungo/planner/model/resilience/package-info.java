/** Hubs that need two ways to the existing network, and the second ways of a plan. */
package org.kiungo.planner.model.resilience;
