/**
 * Several drawings of the same fibre network made into one topology. Sources are taken in the order
 * given, the most trusted first: a later line keeps only the stretches that no earlier line already
 * runs along, joined to what is there.
 */
package org.kiungo.geodata.conflate;
