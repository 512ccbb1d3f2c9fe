/** A plan cut into lots that are tendered, by phase, region and cost. */
package org.kiungo.planner.lot;
