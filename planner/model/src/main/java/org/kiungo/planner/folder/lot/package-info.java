/** A plan cut into lots that are tendered, as files. */
package org.kiungo.planner.folder.lot;
