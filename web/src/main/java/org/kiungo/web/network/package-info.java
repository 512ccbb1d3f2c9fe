/**
 * One fibre network of a country from its stored drawings: which are merged, what was decided of
 * the doubtful stretches, and the result as a version of a dataset.
 */
package org.kiungo.web.network;
