package org.kiungo.geodata.reference.people;

import org.kiungo.planner.model.value.LonLat;

/**
 * People of a country in one place, as the built-in data has them.
 *
 * @param id ISO3 and GeoNames number, else ISO3 and rounded lon/lat
 * @param country ISO 3166-1 alpha-3
 * @param name of the place, or of the health site it grew around without the words for its kind;
 *     empty for a cell without a name
 * @param location where its people are taken to live
 * @param population whole people, &gt; 0
 * @param areaKm2 land it shares, &gt; 0, in proportion to the people of the grid's cells it draws
 *     on
 * @param roadKm to the nearest road of Natural Earth at 1:10 million; NaN in a country without any
 * @param origin where name, position and number come from
 */
public record InhabitedPlace(
    String id,
    String country,
    String name,
    LonLat location,
    long population,
    double areaKm2,
    double roadKm,
    Origin origin) {

  /** Where a place comes from; the order is that of the files. */
  public enum Origin {
    /** GeoNames' place with GeoNames' figure. */
    COUNTED,
    /** GeoNames' place with the grid's figure: GeoNames has none, or claims more than is there. */
    NAMED,
    /** A health site as the name of a rural place, with the grid's figure. */
    HEALTH_SITE,
    /**
     * Outskirts of a place of GeoNames in the middle of a cell next to it, with the grid's figure.
     */
    CITY_CELL,
    /** The middle of a cell, or of the fullest of several sparse ones. */
    GRID_CELL;

    /** True where nobody has named the position: it is modelled like the number. */
    public boolean positionModelled() {
      return this == CITY_CELL || this == GRID_CELL;
    }

    boolean hasName() {
      return this != GRID_CELL;
    }

    boolean isGeoNames() {
      return this == COUNTED || this == NAMED;
    }

    /** True where the number comes from the grid. */
    public boolean populationModelled() {
      return this != COUNTED;
    }
  }

  /** People per km² of the land it shares. */
  public double density() {
    return population / areaKm2;
  }
}
