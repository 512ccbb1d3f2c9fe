/**
 * Settlements from a population raster, people conserved. Cells denser than the Degree of
 * Urbanisation's threshold that touch (8-connected) form a settlement when together they hold
 * enough people; larger ones are halved until each is small enough to be one demand point; all
 * other inhabited cells are gathered into hexagons.
 *
 * @see <a href="https://doi.org/10.2785/706535">Eurostat et al. 2021, Applying the Degree of
 *     Urbanisation: 300 and 1,500 people per km², 500, 5,000 and 50,000 people</a>
 */
package org.kiungo.geodata.settle;
