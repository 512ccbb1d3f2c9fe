package org.kiungo.geodata.reference.people;

/**
 * Who of a place has 4G today, as {@link CoverageModel} has it.
 *
 * @param place where
 * @param ratio share of its people covered, 0–1: none or all but for the places of one mast
 * @param low the same at the low end of the country's share, ≤ ratio
 * @param high the same at its high end, ≥ ratio
 * @param mast true where a mast stands as soon as the place is covered; else the mast of another
 *     place covers it
 */
public record PlaceCoverage(
    InhabitedPlace place, double ratio, double low, double high, boolean mast) {}
