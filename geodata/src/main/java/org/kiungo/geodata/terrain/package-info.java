/**
 * Elevation rasters as the ground that radio links pass over. The geometry of a line of sight, 4/3
 * Earth and Fresnel zone, is the planner's.
 */
package org.kiungo.geodata.terrain;
