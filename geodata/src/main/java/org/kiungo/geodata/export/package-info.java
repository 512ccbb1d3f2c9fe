/**
 * Layers out: GeoJSON, GeoPackage styled for QGIS, CSV, XLSX and FlatGeobuf. Everything is WGS 84,
 * longitude first; the same layer gives the same bytes; text that a spreadsheet would run as a
 * formula is made harmless.
 */
package org.kiungo.geodata.export;
