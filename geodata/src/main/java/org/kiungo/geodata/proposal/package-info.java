/**
 * What a file seems to hold before anybody says so: layer and country, each with what speaks for
 * it, and files that many countries have, by name. Nothing of it holds until it is chosen.
 */
package org.kiungo.geodata.proposal;
