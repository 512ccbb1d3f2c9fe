/**
 * The reference data that the product carries: outlines, districts and populated places of the 54
 * African members of the United Nations, national facts with their sources, and who lives where and
 * has 4G.
 *
 * <h2>People</h2>
 *
 * <p>Who lives where comes from a population grid (WorldPop 2020), scaled to each nation and given
 * to named places; {@code reference.build.people} says how, {@code docs/accuracy.md} how true it
 * is. Numbers and positions that no count and no name backs are marked as modelled. A population
 * raster or a settlement layer that is imported replaces them.
 */
package org.kiungo.geodata.reference;
