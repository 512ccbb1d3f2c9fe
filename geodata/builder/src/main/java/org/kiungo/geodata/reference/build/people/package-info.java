/**
 * Makes who lives where and who has 4G from open layers, all of which may be shipped:
 *
 * <ul>
 *   <li>{@code population_2020_5min_worldpop.tif}: people per cell of 5′, WorldPop 2020
 *       (unconstrained, 1 km, summed by jgaffuri/worldpop_gridviz at 8609a79), CC BY 4.0
 *   <li>{@code health_sites_who_ssa_2019.csv}: 96,395 health sites of 49 countries (Maina et al.
 *       2019, doi:10.1038/s41597-019-0142-2, by way of afrimapr/afrihealthsites at aa93ad61), CC BY
 *       4.0
 *   <li>{@code roads_natural_earth_10m_africa.geojson}: Natural Earth roads at 1:10 million (by way
 *       of noeldjohnson/Spatial_Final_Lectures at 76af578, which states no licence of its own),
 *       public domain
 *   <li>{@code mobile_coverage_sdg9c1_2010_2022.csv}: SDG indicator 9.c.1 (original data: ITU; by
 *       way of Our World in Data), free with citation
 *   <li>{@code coverage_contradictions.csv}: shares of 19 countries that another publisher quotes
 *       15 points or more apart, one figure each, cited (GSMA Mobile Connectivity Index 2025); its
 *       whole table is not used
 * </ul>
 *
 * <p>The order of the work: {@code CountryLand} shares cells on borders by land area, {@code
 * CountryCells} scales each country to its national total and gathers people within each
 * first-level area, {@code PlacePeople} gives them to named places, {@code SparseCells} joins what
 * is thin, {@code Roads} measures, {@code CoverageReports} reads the shares that are covered. Who
 * of a country that is follows from these files when asked ({@code CoverageModel}).
 */
package org.kiungo.geodata.reference.build.people;
