/**
 * Layers out: GeoJSON, GeoPackage styled for QGIS, CSV, XLSX, FlatGeobuf, GeoParquet, Data Package
 * and, as a map's tiles, PMTiles. Everything is WGS 84, longitude first; the same layer gives the
 * same bytes; text that a spreadsheet would run as a formula is made harmless.
 */
package org.kiungo.geodata.export;
