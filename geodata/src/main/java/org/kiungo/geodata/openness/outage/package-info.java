/**
 * Outages that somebody published, country by country, with the cables that broke and the source.
 */
package org.kiungo.geodata.openness.outage;
