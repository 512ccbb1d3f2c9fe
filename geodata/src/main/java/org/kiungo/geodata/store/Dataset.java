package org.kiungo.geodata.store;

/**
 * A layer of one country under a name, of which versions follow one another.
 *
 * @param id opaque identity
 * @param layer what it means: settlements, nodes, fibre …
 * @param country ISO 3166-1 alpha-3
 * @param name shown to users
 * @param currentVersion the version that new plans use; 0 when all are undone
 */
public record Dataset(String id, String layer, String country, String name, int currentVersion) {}
