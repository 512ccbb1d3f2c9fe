/**
 * What is stored, planned and modelled, for programs that draw maps: as features, OGC API –
 * Features, with coordinate systems and filters, and as vector tiles, OGC API – Tiles.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html">OGC API – Features, part 1</a>
 * @see <a href="https://docs.ogc.org/is/18-058r1/18-058r1.html">part 2, coordinate systems</a>
 * @see <a href="https://docs.ogc.org/is/19-079r2/19-079r2.html">part 3, filtering</a>
 * @see <a href="https://docs.ogc.org/is/21-065r2/21-065r2.html">Common Query Language (CQL2)</a>
 * @see <a href="https://docs.ogc.org/is/20-057/20-057.html">OGC API – Tiles, part 1</a>
 * @see <a href="https://docs.ogc.org/is/17-083r4/17-083r4.html">Two Dimensional Tile Matrix Set and
 *     Tile Set Metadata 2.0</a>
 */
package org.kiungo.web.ogc;
