/**
 * Datasets as immutable versions with their provenance, in one store over two databases: PostGIS
 * and the embedded H2GIS. Geometries cross as well-known binary in WGS 84.
 */
package org.kiungo.geodata.store;
