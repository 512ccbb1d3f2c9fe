/**
 * The reference data that the product carries: outlines, districts and populated places of the 54
 * African members of the United Nations, national facts with their sources, and people outside
 * named places.
 *
 * <h2>People outside named places</h2>
 *
 * <p>GeoNames names about 5,000 places in Africa; those with a known population hold about a
 * quarter of its people. No openly licensed table of people per district was found that could be
 * shipped. The others are therefore <b>modelled</b>, are marked so wherever they appear, and are
 * replaced as soon as a population raster or a settlement layer is imported:
 *
 * <ol>
 *   <li>R = national population (World Bank) − people of named places; where named places already
 *       hold more than the nation, R = 0 and nothing is modelled (none of the 54 today).
 *   <li>Hexagons 10 km across (86.6 km²) tile the country on a Lambert azimuthal equal-area plane
 *       about its centre. A country that would need more than 20,000 gets larger ones. A hexagon
 *       belongs to the district that holds its centre; a district that holds none is one cell.
 *   <li>A hexagon's weight is its area times an attraction that falls with its distance to named
 *       places; {@code PeopleModel} states and justifies the formula.
 *   <li>R is split by weight into whole people by largest remainders, so that named and modelled
 *       people add up to the national figure exactly. Hexagons left without anybody are dropped.
 * </ol>
 *
 * <p>Limits: the split between districts follows named places only, deserts and forests are not
 * known, and urban people whom GeoNames does not count are spread like the others. District totals
 * of modelled people carry no evidence of their own; only the national total does.
 */
package org.kiungo.geodata.reference;
