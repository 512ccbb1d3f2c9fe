/** Geometries as files hold them, decoded strictly: GeoJSON, well-known binary, rings. */
package org.kiungo.geodata.format.geometry;
