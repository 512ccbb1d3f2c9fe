/**
 * Coordinate systems and geodesic measures: the only code that knows axis order. Everything leaves
 * this package as longitude, latitude on WGS 84.
 */
package org.kiungo.geodata.crs;
