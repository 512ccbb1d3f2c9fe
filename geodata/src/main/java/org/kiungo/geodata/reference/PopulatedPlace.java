package org.kiungo.geodata.reference;

import org.kiungo.planner.model.value.LonLat;

/**
 * A named place of GeoNames.
 *
 * @param country ISO 3166-1 alpha-3
 * @param geonamesId number in GeoNames
 * @param name its own name
 * @param location centre
 * @param population residents; NaN when GeoNames knows none (never 0)
 * @param feature GeoNames feature code: PPLC capital, PPLA seat of a first-level area, PPL …
 * @param district code of the district that holds it
 */
public record PopulatedPlace(
    String country,
    long geonamesId,
    String name,
    LonLat location,
    double population,
    String feature,
    String district) {}
