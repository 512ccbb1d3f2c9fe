package org.kiungo.geodata.reference;

import org.kiungo.planner.model.LonLat;

/**
 * People outside named places, modelled; the package's description states the rule and its limits.
 *
 * @param id ISO3 and rounded lon/lat
 * @param country ISO 3166-1 alpha-3
 * @param district code of the district
 * @param location centre of the hexagon, rounded to 0.001°
 * @param areaKm2 of the hexagon, or of a district too small to hold a hexagon's centre
 * @param population whole people, &gt; 0
 */
public record PeopleCell(
    String id, String country, String district, LonLat location, double areaKm2, long population) {}
