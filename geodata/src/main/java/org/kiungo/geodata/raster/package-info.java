/** Where the cells of a raster lie on the ground. */
package org.kiungo.geodata.raster;
