/**
 * One band of a raster, read in horizontal windows so that memory does not grow with its height,
 * and the place of each cell on the ground.
 */
package org.kiungo.geodata.raster;
