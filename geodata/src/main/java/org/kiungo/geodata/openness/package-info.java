/**
 * Who sits behind one gate: single spans, landings, cables and borders of today's published
 * networks, what the map may have wrong, the cheapest step out of each, and what a cut would do.
 */
package org.kiungo.geodata.openness;
