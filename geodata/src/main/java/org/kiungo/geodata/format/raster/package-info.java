/** Grids of cells: GeoTIFF and ArcInfo ASCII. */
package org.kiungo.geodata.format.raster;
