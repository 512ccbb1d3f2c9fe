/**
 * Layers cut into tiles: Mapbox Vector Tiles of the web's square of the world, and archives of
 * them.
 */
package org.kiungo.geodata.tile;
