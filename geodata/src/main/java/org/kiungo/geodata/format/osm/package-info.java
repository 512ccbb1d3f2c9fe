/** Extracts of OpenStreetMap: what a plan uses of them. */
package org.kiungo.geodata.format.osm;
