/**
 * Networks in the words of the Open Fibre Data Standard 0.3, as JSON and as GeoPackage: the same
 * members in both.
 */
package org.kiungo.geodata.export.ofds;
