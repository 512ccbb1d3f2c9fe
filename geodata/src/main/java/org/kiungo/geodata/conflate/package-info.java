/**
 * Several drawings of the same fibre network made into one topology. Sources are taken in the order
 * given, the most trusted first: a later line keeps only the stretches that no earlier line already
 * runs along within the tolerance, joined to what is there. Stretches that run beside another
 * farther away, ends a little short of a line, and splices that no node shows are doubts to be
 * decided; nothing is decided silently.
 */
package org.kiungo.geodata.conflate;
